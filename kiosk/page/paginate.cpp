// SPDX-License-Identifier: Apache-2.0
// The pages of a zone with a Paged in it: what stands beside, what the picture above and the keys below give up.
#include "page/paging.hpp"
#include "page/piece.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk::page {
namespace {

constexpr double under_last_key = 26;  ///< its lip and 16 px before the page row

/// Its picture in proportion.
Standing smaller(Standing standing, double by) {
    ReadPicture& picture = standing.picture;
    const double factor = 1 - by / picture.size.height;
    picture.size = {picture.size.width * factor, picture.size.height * factor};
    picture.circle *= factor;
    standing.sheet_top -= by;
    return standing;
}

/// Where a part runs a little over its page, the picture above it gives the room.
void spare_pages(std::vector<Unit>& units, const Room& room) {
    for (std::size_t i = 0; i < units.size(); ++i) {
        Unit& unit = units[i];
        if (!unit.standing || (i > 0 && unit.new_page != NewPage::yes)) continue;
        const double over = std::ceil(height_of(units, i, part_end(units, i)) - room(unit));
        if (over <= 0 || over > unit.standing->sheet_top - unit.standing->least_top) continue;
        Unit tried = unit;
        tried.standing = smaller(*unit.standing, over);
        if (room(tried) >= room(unit) + over) unit.standing = tried.standing;
    }
}

/// What no page can hold whole stands in its parts: a heading with its first line, where the letters are large.
void part_too_high(std::vector<Unit>& units, double width, const Setting& setting, const Room& room) {
    for (std::size_t i = 0; i < units.size(); ++i) {
        const auto* column = std::get_if<Column>(&units[i].block.is);
        if (!column || units[i].height <= room(units[i])) continue;
        auto parts = units_of(column->blocks, column->gap, width, setting);
        if (parts.size() < 2) continue;
        const Unit& whole = units[i];
        parts.front().gap = whole.gap;
        parts.front().least_gap = whole.least_gap;
        parts.front().new_page = whole.new_page;
        parts.front().standing = whole.standing;
        units.erase(units.begin() + static_cast<long>(i));
        units.insert(units.begin() + static_cast<long>(i), parts.begin(), parts.end());
    }
}

const Paged* find(const Blocks& zone) {
    for (const Block& block : zone) {
        if (const auto* paged = std::get_if<Paged>(&block.is)) return paged;
    }
    return nullptr;
}

/// What stands beside the Paged on page `page` of `pages`.
double beside(const Blocks& zone, double width, Setting setting, int page, int pages, Squeeze squeeze) {
    static const Blocks none;
    setting.paged = &none;
    setting.paged_height = 0;
    setting.page = page;
    setting.pages = pages;
    return cut(zone, 0, width, setting)->height(squeeze);
}

/// The picture of the page that begins here. In landscape it stands beside the blocks and takes no room of theirs, so
/// what goes on from the page before goes on beside its picture.
std::optional<Standing> standing_of(const std::vector<Unit>& units, std::size_t first, Way way) {
    while (way == Way::landscape && first > 0 && !units[first].standing && units[first].new_page == NewPage::no)
        --first;
    return units[first].standing;
}

bool any_too_high(const std::vector<Unit>& units, const std::vector<std::size_t>& starts, const Room& room,
                  double less) {
    for (std::size_t page = 0; page < starts.size(); ++page) {
        const bool is_last = page + 1 == starts.size();
        const std::size_t end = is_last ? units.size() : starts[page + 1];
        const double high = room(units[starts[page]]) - (is_last ? less : 0);
        if (height_of(units, starts[page], end) > high) return true;
    }
    return false;
}

/// What stands beside a Paged on all its pages but the last, and on that.
struct Beside {
    double other = 0, last = 0;
};

class Paginator {
public:
    Paginator(const Blocks& zone, const Paged& paged, double width, const ZoneHeight& height, const Setting& setting,
              Squeeze squeeze)
        : m_zone(zone), m_paged(paged), m_width(width), m_height(height), m_setting(setting), m_squeeze(squeeze) {}

    Paging made() {
        Paging paging;
        paging.found = true;
        m_units = units_of(m_paged.blocks, m_paged.gap, m_width, m_setting);
        if (m_units.empty()) return paging;
        if (fits_on_one()) {
            paging.blocks = page_blocks(m_units, 0, m_units.size());
            paging.standing = m_units[0].standing;
            return paging;
        }
        const auto few = beside_of(2);
        Paging made = on_pages(m_units, few);
        // "10 of 12" may take more room than "1 of 2".
        const auto many = made.pages > 9 ? beside_of(made.pages) : few;
        return many.other > few.other || many.last > few.last ? on_pages(m_units, many) : made;
    }

private:
    double zone_of(const Unit& first) const { return m_height(first.standing ? &*first.standing : nullptr); }
    double beside(int page, int pages) const {
        return kiosk::page::beside(m_zone, m_width, m_setting, page, pages, m_squeeze);
    }
    Beside beside_of(int pages) const { return {beside(pages - 2, pages), beside(pages - 1, pages)}; }

    bool fits_on_one() {
        const auto breaks = [](const Unit& unit) { return unit.new_page == NewPage::yes; };
        if (std::any_of(m_units.begin() + 1, m_units.end(), breaks)) return false;
        const double alone = beside(0, 1);
        const auto room = [&](const Unit& first) { return zone_of(first) - alone; };
        spare_pages(m_units, room);
        return height_of(m_units, 0, m_units.size()) <= room(m_units[0]);
    }

    Paging on_pages(std::vector<Unit> units, const Beside& by) const {
        const bool keys = std::any_of(units.begin(), units.end(), [](const Unit& unit) { return unit.is_key; });
        const double after = keys ? under_last_key : 0, less = by.last - by.other;
        const auto room = [&](const Unit& first) { return zone_of(first) - by.other - after; };
        part_too_high(units, m_width, m_setting, room);
        spare_pages(units, room);
        const auto starts = page_starts(units, room, less);
        Paging paging;
        paging.found = true;
        paging.pages = static_cast<int>(starts.size());
        paging.page = std::clamp(m_paged.page, 0, paging.pages - 1);
        const bool is_last = paging.page + 1 == paging.pages;
        const std::size_t first = starts[static_cast<std::size_t>(paging.page)];
        const std::size_t end = is_last ? units.size() : starts[static_cast<std::size_t>(paging.page) + 1];
        paging.standing = standing_of(units, first, m_setting.way);
        paging.height = zone_of(units[first]) - (is_last ? by.last : by.other);
        paging.blocks = page_blocks(units, first, end);
        paging.too_high = any_too_high(units, starts, room, less);
        return paging;
    }

    const Blocks& m_zone;
    const Paged& m_paged;
    double m_width;
    const ZoneHeight& m_height;
    const Setting& m_setting;
    Squeeze m_squeeze;
    std::vector<Unit> m_units;
};

}  // namespace

Paging paginate(const Blocks& zone, double width, const ZoneHeight& height, const Setting& setting) {
    const Paged* paged = find(zone);
    if (!paged) return {};
    const Paging paging = Paginator(zone, *paged, width, height, setting, {}).made();
    if (!paging.too_high) return paging;
    // The keys beside give room before a block is cut.
    return Paginator(zone, *paged, width, height, setting, {1, 1}).made();
}

Setting with(const Setting& setting, const Paging& paging) {
    Setting result = setting;
    if (!paging.found) return result;
    result.page = paging.page;
    result.pages = paging.pages;
    result.paged = &paging.blocks;
    result.paged_height = paging.pages > 1 ? paging.height : 0;
    return result;
}

}  // namespace kiosk::page
