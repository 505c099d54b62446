// SPDX-License-Identifier: Apache-2.0
#include "page/paging.hpp"

#include "page/piece.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk::page {
namespace {

constexpr double under_last_key = 26;                    ///< its lip and 16 px before the page row
constexpr double between_keys = 26, between_others = 8;  ///< on a full page

bool is_heading(const Block& block) {
    const auto* words = std::get_if<Words>(&block.is);
    return words && (words->tag == Tag::heading1 || words->tag == Tag::heading2 || words->tag == Tag::heading3);
}

Blocks rows_of(const Grid& grid, const Setting& setting) {
    const int columns = setting.way == Way::landscape ? grid.landscape_columns : grid.columns;
    Blocks rows;
    for (std::size_t i = 0; i < grid.blocks.size(); ++i) {
        if (i % static_cast<std::size_t>(std::max(1, columns)) == 0)
            rows.push_back({Grid{{}, grid.columns, grid.landscape_columns, grid.gap, grid.row_gap}});
        std::get<Grid>(rows.back().is).blocks.push_back(grid.blocks[i]);
    }
    return rows;
}

/// Gathers what belongs to the next unit while walking over blocks.
class Gatherer {
public:
    Gatherer(double gap, double width, const Setting& setting) : m_gap(gap), m_width(width), m_setting(setting) {}

    void add(const Block& block) {
        m_new_page = std::max(m_new_page, block.new_page);
        if (const auto* space = std::get_if<Space>(&block.is)) {
            const bool wide = space->landscape && m_setting.way == Way::landscape;
            m_above += wide ? *space->landscape : space->height;
        } else if (const auto* standing = std::get_if<Standing>(&block.is)) {
            m_standing = *standing;
        } else if (const auto* grid = std::get_if<Grid>(&block.is)) {
            add_rows(*grid);
        } else {
            add_unit(block, m_above + (units.empty() ? 0 : m_gap));
        }
    }
    std::vector<Unit> units;

private:
    void add_rows(const Grid& grid) {
        double gap = m_above + (units.empty() ? 0 : m_gap);
        for (const Block& row : rows_of(grid, m_setting)) {
            add_unit(row, gap);
            gap = grid.row_gap;
        }
    }
    void add_unit(const Block& block, double gap) {
        const PiecePtr piece = cut(block, m_width, m_setting);
        if (!piece) return;
        const bool is_key = piece->edge() == Edge::key, after_key = !units.empty() && units.back().is_key;
        const double least =
            m_setting.glass() ? std::min(gap, is_key && after_key ? between_keys : between_others) : gap;
        units.push_back({block, gap, least, piece->height({}), m_new_page, m_standing, is_key});
        m_above = 0;
        m_new_page = NewPage::no;
        m_standing.reset();
    }

    double m_gap, m_width;
    const Setting& m_setting;
    double m_above = 0;
    NewPage m_new_page = NewPage::no;
    std::optional<Standing> m_standing;
};

/// How full a page is.
struct Filling {
    double used = 0;
    std::size_t count = 0;

    double with(const Unit& unit) const { return used + (count > 0 ? unit.least_gap : 0) + unit.height; }
    void add(const Unit& unit) {
        used = with(unit);
        ++count;
    }
};

double height_of(const std::vector<Unit>& units, std::size_t first, std::size_t end) {
    Filling filling;
    for (std::size_t i = first; i < end; ++i) filling.add(units[i]);
    return filling.used;
}

/// Where the part ends that unit `first` belongs to.
std::size_t part_end(const std::vector<Unit>& units, std::size_t first) {
    std::size_t end = first + 1;
    while (end < units.size() && units[end].new_page == NewPage::no) ++end;
    return end;
}

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
double beside(const Blocks& zone, double width, Setting setting, int page, int pages) {
    static const Blocks none;
    setting.paged = &none;
    setting.paged_height = 0;
    setting.page = page;
    setting.pages = pages;
    return cut(zone, 0, width, setting)->height({});
}

/// The picture of the page that begins here. In landscape it stands beside the blocks and takes no room of theirs, so
/// what goes on from the page before goes on beside its picture.
std::optional<Standing> standing_of(const std::vector<Unit>& units, std::size_t first, Way way) {
    while (way == Way::landscape && first > 0 && !units[first].standing && units[first].new_page == NewPage::no)
        --first;
    return units[first].standing;
}

bool starts_page(const std::vector<Unit>& units, std::size_t at, Filling filling, double room, double less) {
    if (units[at].new_page != NewPage::unless_it_fits) return units[at].new_page == NewPage::yes;
    const std::size_t end = part_end(units, at);
    for (std::size_t i = at; i < end; ++i) filling.add(units[i]);
    return filling.used > room - (end == units.size() ? less : 0);
}

bool any_too_high(const std::vector<Unit>& units, const std::vector<std::size_t>& starts, const Room& room,
                  double less) {
    for (std::size_t page = 0; page < starts.size(); ++page) {
        const bool is_last = page + 1 == starts.size();
        const std::size_t end = is_last ? units.size() : starts[page + 1];
        const double high = room(units[starts[page]]) - (is_last ? less : 0);
        for (std::size_t i = starts[page]; i < end; ++i) {
            if (units[i].height > high) return true;
        }
    }
    return false;
}

}  // namespace

Blocks shown(const Blocks& blocks, Way way) {
    Blocks result;
    for (const Block& block : blocks) {
        const auto* only = std::get_if<OnlyIn>(&block.is);
        if (!only) {
            result.push_back(block);
        } else if ((only->shape == Shape::landscape) == (way == Way::landscape)) {
            const Blocks inside = shown(only->blocks, way);
            result.insert(result.end(), inside.begin(), inside.end());
        }
    }
    return result;
}

std::vector<Unit> units_of(const Blocks& blocks, double gap, double width, const Setting& setting) {
    Gatherer gatherer(gap, width, setting);
    for (const Block& block : shown(blocks, setting.way)) gatherer.add(block);
    return gatherer.units;
}

std::vector<std::size_t> page_starts(const std::vector<Unit>& units, const Room& room, double less) {
    std::vector<std::size_t> starts{0};
    Filling filling;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const bool full = filling.count > 0 && filling.with(units[i]) > room(units[starts.back()]);
        if (filling.count > 0 && (full || starts_page(units, i, filling, room(units[starts.back()]), less))) {
            std::size_t first = i;
            while (full && first > starts.back() + 1 && is_heading(units[first - 1].block)) --first;
            starts.push_back(first);
            filling = {};
            for (std::size_t again = first; again < i; ++again) filling.add(units[again]);
        }
        filling.add(units[i]);
    }
    const auto overflows = [&](std::size_t first) {
        return height_of(units, first, units.size()) > room(units[first]) - less;
    };
    while (!units.empty() && overflows(starts.back()) && starts.back() + 1 < units.size()) {
        std::size_t first = starts.back() + 1;
        while (first + 1 < units.size() && overflows(first)) ++first;
        starts.push_back(first);
    }
    return starts;
}

Blocks page_blocks(const std::vector<Unit>& units, std::size_t first, std::size_t end) {
    Blocks blocks;
    for (std::size_t i = first; i < end; ++i) {
        if (i > first && units[i].gap != 0) blocks.push_back({Space{units[i].gap, 0, units[i].least_gap, {}}});
        blocks.push_back(units[i].block);
    }
    return blocks;
}

Paging paginate(const Blocks& zone, double width, const ZoneHeight& height, const Setting& setting) {
    Paging paging;
    const Paged* paged = find(zone);
    if (!paged) return paging;
    paging.found = true;
    auto units = units_of(paged->blocks, paged->gap, width, setting);
    if (units.empty()) return paging;
    const auto zone_of = [&](const Unit& first) { return height(first.standing ? &*first.standing : nullptr); };
    const bool breaks =
        std::any_of(units.begin() + 1, units.end(), [](const Unit& unit) { return unit.new_page == NewPage::yes; });
    const auto alone = [&](const Unit& first) { return zone_of(first) - beside(zone, width, setting, 0, 1); };
    if (!breaks) spare_pages(units, alone);
    if (!breaks && height_of(units, 0, units.size()) <= alone(units[0])) {
        paging.blocks = page_blocks(units, 0, units.size());
        paging.standing = units[0].standing;
        return paging;
    }
    const bool keys = std::any_of(units.begin(), units.end(), [](const Unit& unit) { return unit.is_key; });
    const double after = keys ? under_last_key : 0;
    const double other = beside(zone, width, setting, 0, 2), last = beside(zone, width, setting, 1, 2);
    const auto room = [&](const Unit& first) { return zone_of(first) - other - after; };
    part_too_high(units, width, setting, room);
    spare_pages(units, room);
    const auto starts = page_starts(units, room, last - other);
    paging.pages = static_cast<int>(starts.size());
    paging.page = std::clamp(paged->page, 0, paging.pages - 1);
    const bool is_last = paging.page + 1 == paging.pages;
    const std::size_t first = starts[static_cast<std::size_t>(paging.page)];
    const std::size_t end = is_last ? units.size() : starts[static_cast<std::size_t>(paging.page) + 1];
    paging.standing = standing_of(units, first, setting.way);
    paging.height = zone_of(units[first]) - (is_last ? last : other);
    paging.blocks = page_blocks(units, first, end);
    paging.too_high = any_too_high(units, starts, room, last - other);
    return paging;
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
