// SPDX-License-Identifier: Apache-2.0
// The contents of which the service can print: the newest good one, and the one on the glass until nobody's order is of
// it any more. Each as it holds today.
#pragma once

#include "app/loaded.hpp"
#include "content/content.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>

namespace kiosk::app {

/// A content and what it is drawn with.
struct Stock {
    explicit Stock(content::Content is) : content(std::move(is)), board(content) {}
    Stock(const Stock&) = delete;
    Stock& operator=(const Stock&) = delete;
    content::Content content;
    DrawingBoard board;
};

class Shelf {
public:
    void put(content::Content);
    /// Nothing where it is not here. `today` ISO: a handout that ended at midnight is in no order any more.
    std::shared_ptr<const Stock> find(const std::string& hash, const std::string& today);
    /// Whichever; nothing where it is empty.
    std::shared_ptr<const Stock> any(const std::string& today);
    bool has(const std::string& hash) const { return m_contents.contains(hash); }
    void keep_only(const std::set<std::string>& hashes);
    /// With spaces between them.
    std::string hashes() const;

private:
    struct Place {
        content::Content written;
        std::string day;
        std::shared_ptr<const Stock> stock;
    };
    std::map<std::string, Place> m_contents;
};

}  // namespace kiosk::app
