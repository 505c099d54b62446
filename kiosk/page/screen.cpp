// SPDX-License-Identifier: Apache-2.0
#include "page/screen.hpp"

#include "page/check.hpp"
#include "page/lowered.hpp"
#include "page/piece.hpp"
#include "page/plan.hpp"
#include "page/surround.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk::page {
namespace {

constexpr double panel_above = 52, panel_below = 40, panel_radius = 56, highest_panel = 40;

class Screen {
public:
    Screen(const Page& page, Size size, const Style& style)
        : m_size(size),
          m_plan(plan(page, size, style)),
          m_page(m_plan.page),
          m_zones(m_plan.zones),
          m_setting(m_plan.setting) {
        m_marks.scale = m_zones.scale;
        m_marks.offset = m_zones.offset;
        m_marks.ground = ground_of(m_page, m_setting);
        m_marks.reading = m_setting.ink(Colour::mist_deep);
        m_marks.reading_edge = m_setting.ink(Colour::petrol);
        m_marks.ring_gap = m_setting.ink(Colour::focus_inner);
        m_marks.ring = m_setting.ink(Colour::focus_outer);
    }

    Sheet lay_out() {
        m_marks.marks.push_back(Patch{m_zones.read_background, {}, m_marks.ground, {}, 0, false});
        place_picture_mark();
        place_header(m_page, m_zones, m_setting, m_marks);
        append(m_marks, m_plan.read.words);
        divide("sheet", m_marks);
        const std::size_t sheet_items = place_sheet();
        check_page(sheet_items);
        if (m_page.panel) place_panel();
        place_dock(m_page, m_zones, m_setting, m_marks);
        check_sizes(m_marks, 0);
        check_contrast(m_marks);
        if (m_page.right_to_left) mirror(m_marks, {0, 0, m_zones.design.width, m_zones.design.height}, 0, 0);
        return finished();
    }

private:
    bool is_portrait() const { return m_setting.way == Way::portrait; }

    void fill(const Box& box, Corners corners, Colour colour, Marks& marks) {
        marks.marks.push_back(Patch{box, corners, m_setting.ink(colour), {}, 0, false});
    }
    /// A zone's ground; in high contrast its edge is a white line.
    void fill_edged(Box box, Corners corners, Colour colour, Marks& marks) {
        if (m_setting.high_contrast()) {
            fill(box, corners, Colour::ink, marks);
            box.y += 4;
        }
        fill(box, corners, colour, marks);
    }

    void place_picture_mark() {
        if (!m_plan.read.picture) return;
        const Box& box = *m_plan.read.picture;
        const bool low = m_plan.words_moved_down;
        const double wide = m_page.picture->circle * box.width / m_page.picture->size.width;
        const double radius = m_page.picture->circle > 0 && low ? lowered_circle(box) : wide;
        const double share = m_page.picture->centred ? 0.42 : is_portrait() ? 0.57 : 0.36;
        const double up = low ? 40 : radius * share;
        Marks picture;
        place_picture(*m_page.picture, box, radius, {box.x + box.width / 2, box.bottom() - up}, m_page.tone, m_setting,
                      picture);
        append(m_marks, picture);
    }

    /// The first item of the sheet.
    std::size_t place_sheet() {
        fill_edged(m_zones.sheet_background, m_zones.sheet_corners, Colour::white, m_marks);
        const std::size_t first = m_marks.items.size();
        place_stack(m_plan.sheet, m_plan.sheet_room, m_plan.paging, m_marks);
        return first;
    }
    void place_stack(const Blocks& blocks, const Box& room, const Paging& paging, Marks& marks) {
        if (paging.too_high) marks.misfit("a block is higher than its page");
        if (paging.found) {
            m_page_now = paging.page;
            m_pages = paging.pages;
        }
        const PiecePtr stack = cut(blocks, 0, room.width, with(m_setting, paging));
        const Squeeze squeeze = fitted(*stack, room.height);
        const double over = stack->height(squeeze) - room.height;
        if (over > 0.5) marks.misfit("too much for the page by " + std::to_string(std::lround(over)) + " px");
        stack->place(room, squeeze, marks);
    }

    void check_page(std::size_t sheet_items) {
        Marks all = m_marks;
        check_places(all, 0, {0, 0, m_zones.design.width, m_zones.dock});
        const Box& room = m_plan.sheet_room;
        for (std::size_t i = sheet_items; i < m_marks.items.size(); ++i) {
            if (m_marks.items[i].box.y < room.y) all.misfit_of("above its zone", m_marks.items[i].text);
        }
        const double lowest = is_portrait() ? m_zones.sheet_background.y : m_zones.dock;
        for (const Item& item : m_plan.read.words.items) {
            if (item.box.bottom() > lowest) all.misfit_of("runs into the sheet", item.text);
        }
        const double over = m_plan.read.bottom - lowest;
        if (over > 0.5)
            all.misfit("too much for the texts of the page by " + std::to_string(std::lround(over)) + " px");
        m_marks.misfits = all.misfits;
    }

    void place_panel() {
        for (Item& item : m_marks.items) item.covered = true;
        Ink scrim = m_setting.ink(Colour::scrim);
        scrim.alpha = m_setting.style.theme.scrim_opacity;
        const Box& all = m_zones.all;
        m_marks.marks.push_back(Patch{{all.x, all.y, all.width, m_zones.dock - all.y}, {}, scrim, {}, 0, false});
        divide("panel", m_marks);
        Marks panel = panel_over(Over::sheet);
        if (!is_portrait() && !panel.misfits.empty()) {
            Marks wide = panel_over(Over::all);
            if (wide.misfits.empty()) panel = std::move(wide);
        }
        append(m_marks, panel);
    }
    enum class Over { sheet, all };
    Marks panel_over(Over over) {
        Marks marks;
        place_panel_blocks(over, marks);
        Marks own;
        own.items = marks.items;
        check_places(own, 0, {0, 0, m_zones.design.width, m_zones.dock});
        marks.misfits.insert(marks.misfits.begin(), own.misfits.begin(), own.misfits.end());
        return marks;
    }
    void place_panel_blocks(Over over, Marks& marks) {
        const OverPanel& panel = *m_page.panel;
        const double asked = is_portrait() && panel.top > 0 ? panel.top : m_zones.dock;
        const double most = m_zones.dock - highest_panel - panel_above - panel_below;
        const double left = over == Over::all ? m_zones.help.x : m_zones.sheet.x, width = m_zones.sheet.right() - left;
        const Paging paging = paginate(
            panel.blocks, width, [most](const Standing*) { return most; }, m_setting);
        const double natural = cut(panel.blocks, 0, width, with(m_setting, paging))->height({});
        const double top = std::max(highest_panel, std::min(asked, m_zones.dock - natural - panel_above - panel_below));
        const double begins = is_portrait() || over == Over::all ? m_zones.all.x : m_page.landscape_read;
        fill_edged({begins, top, m_zones.all.right() - begins, m_zones.dock - top}, {panel_radius, panel_radius, 0, 0},
                   Colour::white, marks);
        place_stack(panel.blocks, {left, top + panel_above, width, m_zones.dock - panel_below - top - panel_above},
                    paging, marks);
    }

    /// What does not fit is under the dock, and there the dock's own keys are.
    Box touched(const Item& item) const {
        const double dock = m_zones.dock, s = m_marks.scale;
        double height = item.box.height;
        if (item.box.y < dock && item.box.bottom() > dock) height = dock - item.box.y;
        return {m_marks.offset.x + item.box.x * s, m_marks.offset.y + item.box.y * s, item.box.width * s, height * s};
    }
    bool is_live(const Item& item) const {
        return item.kind == ItemKind::key && !item.covered && !item.disabled && item.key >= 0;
    }

    Sheet finished() {
        Sheet sheet;
        sheet.size = m_size;
        sheet.page = m_page_now;
        sheet.pages = m_pages;
        for (const Item& item : m_marks.items) {
            if (is_live(item)) sheet.targets.push_back({item.key, touched(item), item.text, item.spoken});
        }
        sheet.misfits = m_marks.misfits;
        sheet.marks = std::make_shared<const Marks>(std::move(m_marks));
        return sheet;
    }

    Size m_size;
    Plan m_plan;
    const Page& m_page;
    const Zones& m_zones;
    const Setting& m_setting;
    Marks m_marks;
    int m_page_now = 0, m_pages = 1;
};

}  // namespace

Sheet screen(const Page& page, Size size, const Style& style) {
    return Screen(page, size, style).lay_out();
}

}  // namespace kiosk::page
