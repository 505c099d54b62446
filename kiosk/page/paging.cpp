// SPDX-License-Identifier: Apache-2.0
#include "page/paging.hpp"

#include "page/piece.hpp"

#include <algorithm>

namespace kiosk::page {
namespace {

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

bool starts_page(const std::vector<Unit>& units, std::size_t at, Filling filling, double room, double less) {
    if (units[at].new_page != NewPage::unless_it_fits) return units[at].new_page == NewPage::yes;
    const std::size_t end = part_end(units, at);
    for (std::size_t i = at; i < end; ++i) filling.add(units[i]);
    return filling.used > room - (end == units.size() ? less : 0);
}

}  // namespace

double height_of(const std::vector<Unit>& units, std::size_t first, std::size_t end) {
    Filling filling;
    for (std::size_t i = first; i < end; ++i) filling.add(units[i]);
    return filling.used;
}

std::size_t part_end(const std::vector<Unit>& units, std::size_t first) {
    std::size_t end = first + 1;
    while (end < units.size() && units[end].new_page == NewPage::no) ++end;
    return end;
}

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

}  // namespace kiosk::page
