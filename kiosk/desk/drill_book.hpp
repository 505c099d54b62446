// SPDX-License-Identifier: Apache-2.0
// What staff tried out and what came of it, a line each, for whoever inspects: kept for two years. Written twice is
// written once. One thread at a time.
#pragma once

#include "base/result.hpp"
#include "desk/drill.hpp"
#include "store/store.hpp"

#include <filesystem>
#include <memory>
#include <variant>
#include <vector>

namespace kiosk::desk {

class DrillBook {
public:
    /// The file is made; its folder must be there, and ours alone.
    static Result<DrillBook> open(const std::filesystem::path& file);

    Result<std::monostate> add(const std::string& kiosk, const Drill&);
    /// The newest first.
    Result<std::vector<Drill>> last(int most);

private:
    explicit DrillBook(std::filesystem::path file);

    std::filesystem::path m_file;
    std::unique_ptr<store::Store> m_store;
};

}  // namespace kiosk::desk
