// SPDX-License-Identifier: Apache-2.0
#include "app/shelf.hpp"

#include "content/day.hpp"

namespace kiosk::app {

void Shelf::put(content::Content content) {
    const auto hash = content.hash;
    m_contents[hash] = Place{std::move(content), {}, nullptr};
}

std::shared_ptr<const Stock> Shelf::find(const std::string& hash, const std::string& today) {
    const auto at = m_contents.find(hash);
    if (at == m_contents.end()) return nullptr;
    auto& [written, day, stock] = at->second;
    if (stock == nullptr || day != today) {
        stock = std::make_shared<const Stock>(on_day(written, today));
        day = today;
    }
    return stock;
}

std::shared_ptr<const Stock> Shelf::any(const std::string& today) {
    return m_contents.empty() ? nullptr : find(m_contents.begin()->first, today);
}

void Shelf::keep_only(const std::set<std::string>& hashes) {
    std::erase_if(m_contents, [&](const auto& one) { return !hashes.contains(one.first); });
}

std::string Shelf::hashes() const {
    std::string all;
    for (const auto& [hash, place] : m_contents) all += (all.empty() ? "" : " ") + hash;
    return all;
}

}  // namespace kiosk::app
