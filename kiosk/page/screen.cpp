// SPDX-License-Identifier: Apache-2.0
// A Page on a surface: header, read zone, sheet, dock, panel.
#include "page/check.hpp"
#include "page/lowered.hpp"
#include "page/paging.hpp"
#include "page/piece.hpp"
#include "page/read_zone.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace kiosk::page {
namespace {

constexpr double over_sheet_rise = 152, after_over_sheet = 40;
constexpr double panel_above = 52, panel_below = 40, panel_radius = 56, highest_panel = 40;
constexpr double logo_size = 56, logo_radius = 16;
constexpr double most_squeezed = 96;

struct ToneColours {
    Colour ground, name, section, logo, logo_line;
};

ToneColours tone_colours(Tone tone, Palette palette) {
    const bool contrast = palette == Palette::high_contrast;
    switch (tone) {
        case Tone::red:
            return {Colour::red, Colour::on_red, Colour::on_red, Colour::red_dark,
                    contrast ? Colour::red : Colour::on_red};
        case Tone::amber:
            return {Colour::amber, Colour::on_amber, Colour::on_amber, Colour::on_amber,
                    contrast ? Colour::amber : Colour::white};
        case Tone::calm:
            break;
    }
    return {Colour::linen, Colour::ink, Colour::ink_soft, Colour::petrol, Colour::on_primary};
}

class Screen {
public:
    Screen(const Page& page, Size size, const Style& style)
        : m_page(page),
          m_size(size),
          m_zones(zones(size, page)),
          m_setting{style,           Medium::glass, way_of(size),      page.palette,
                    page.text_scale, page.language, page.right_to_left},
          m_colours(tone_colours(page.tone, page.palette)) {
        m_page.read = shown(page.read, m_setting.way);
        m_page.sheet = shown(page.sheet, m_setting.way);
        m_page.over_sheet = shown(page.over_sheet, m_setting.way);
        m_page.help = shown(page.help, m_setting.way);
        if (page.panel) m_page.panel->blocks = shown(page.panel->blocks, m_setting.way);
        m_lowered = page.lowered && m_setting.way == Way::portrait;
        m_marks.scale = m_zones.scale;
        m_marks.offset = m_zones.offset;
        m_marks.ground = m_setting.ink(m_colours.ground);
    }

    Sheet lay_out() {
        plan();
        fill(m_zones.read_background, {}, m_colours.ground);
        place_picture_mark();
        place_header();
        append(m_marks, m_read.words);
        divide("sheet");
        const std::size_t sheet_items = place_sheet();
        check_page(sheet_items);
        if (m_page.panel) place_panel();
        place_dock();
        check_sizes(m_marks, 0);
        if (m_page.right_to_left) mirror(m_marks, {0, 0, m_zones.design.width, m_zones.design.height}, 0, 0);
        return finished();
    }

private:
    bool moves_words_down() const { return m_lowered && m_page.tone == Tone::calm; }
    bool is_portrait() const { return m_setting.way == Way::portrait; }

    void fill(const Box& box, Corners corners, Colour colour) {
        m_marks.marks.push_back(Patch{box, corners, m_setting.ink(colour), {}, 0, false});
    }
    /// A zone's ground; in high contrast its edge is a white line.
    void fill_edged(Box box, Corners corners, Colour colour) {
        if (m_setting.high_contrast()) {
            fill(box, corners, Colour::ink);
            box.y += 4;
        }
        fill(box, corners, colour);
    }
    void divide(std::string name) {
        Item item;
        item.kind = ItemKind::divider;
        item.text = std::move(name);
        m_marks.items.push_back(std::move(item));
    }

    /// The blocks of the sheet, with the space above them.
    Blocks sheet_blocks() const {
        if (moves_words_down()) return lowered_blocks(m_page);
        Blocks blocks;
        const bool over = !m_page.over_sheet.empty();
        if (!over || !is_portrait()) {
            const double pad = is_portrait() ? m_page.sheet_pad : m_page.landscape_sheet_pad;
            blocks.push_back({Space{pad, 0, std::min(pad, 20.0), {}}});
        }
        blocks.insert(blocks.end(), m_page.over_sheet.begin(), m_page.over_sheet.end());
        if (over) blocks.push_back({Space{after_over_sheet, 0, 20}});
        blocks.insert(blocks.end(), m_page.sheet.begin(), m_page.sheet.end());
        return blocks;
    }
    Box sheet_room(const Zones& at) const {
        Box room = at.sheet;
        if (is_portrait() && !m_page.over_sheet.empty() && !moves_words_down()) {
            room.y -= over_sheet_rise;
            room.height += over_sheet_rise;
        }
        return room;
    }
    bool sheet_fits(const Zones& at) const {
        const Box room = sheet_room(at);
        return m_paging.found || cut(sheet_blocks(), 0, room.width, m_setting)->height({}) <= room.height;
    }
    bool is_largest() const { return m_setting.text_scale >= m_setting.style.theme.largest - 0.001; }

    /// The page with the picture of one part of it; at the largest step there is none to make room for.
    Page part(const Standing* standing) const {
        Page page = m_page;
        if (!standing || is_largest()) return page;
        page.picture = standing->picture;
        page.sheet_top = standing->sheet_top;
        return page;
    }
    double above_sheet() const { return is_portrait() && !m_page.over_sheet.empty() ? over_sheet_rise : 0; }
    ReadZone fit(const Page& page, Zones& at) const {
        ReadZone read =
            fit_read(page, at, m_setting, above_sheet(), [this](const Zones& here) { return sheet_fits(here); });
        if (!is_portrait()) return read;
        if (read.picture && (m_raise > 0 || lack(at, {1, 1}) > 0)) {
            Page bare = page;
            bare.picture.reset();
            at = zones(m_size, bare);
            read = fit_read(bare, at, m_setting, above_sheet(), {});
        }
        if (!read.picture) raise_sheet(at, read, std::max(m_raise, lack(at, {1, 0})));
        if (!read.picture) squeeze_read(page, at, read);
        return read;
    }
    /// The spaces between the texts above give what the sheet still lacks, where they can.
    void squeeze_read(const Page& page, Zones& at, ReadZone& read) const {
        const double by = m_raise > 0 ? most_squeezed : std::min(lack(at, {1, 1}), most_squeezed);
        for (double less = by; less > 0; less -= 8) {
            Zones tight = at;
            move_sheet(tight, at.sheet_background.y - less);
            ReadZone tried = lay_read(page, tight, m_setting, {});
            if (tried.bottom > tight.read.y + tight.read.height - above_sheet()) continue;
            at = tight;
            read = std::move(tried);
            return;
        }
    }
    /// How much the sheet's blocks lack, squeezed so far.
    double lack(const Zones& at, Squeeze squeeze) const {
        const Box room = sheet_room(at);
        return m_paging.found ? 0 : cut(sheet_blocks(), 0, room.width, m_setting)->height(squeeze) - room.height;
    }
    /// Where the texts above leave room, a full sheet may have it.
    void raise_sheet(Zones& at, const ReadZone& read, double by) const {
        const double spare = at.read.y + at.read.height - above_sheet() - read.bottom;
        if (by > 0 && spare > 0) move_sheet(at, at.sheet_background.y - std::min(by, spare));
    }

    /// Which page of the Paged is shown decides the picture, and that where the sheet begins.
    void paginate_sheet() {
        m_paging = paged(0);
        if (m_paging.too_high) m_paging = paged(m_zones.design.height);
        if (!m_paging.standing) return;
        m_page = part(&*m_paging.standing);
        m_zones = zones(m_size, m_page);
    }
    /// `raise`: how far the sheet may rise where its texts above leave room.
    Paging paged(double raise) {
        m_raise = raise;
        m_paging.found = true;
        std::map<std::pair<std::string, double>, double> known;
        const auto height = [&](const Standing* standing) {
            const auto key =
                standing ? std::pair{standing->picture.name, standing->sheet_top} : std::pair{std::string(), -1.0};
            const auto [at, is_new] = known.try_emplace(key);
            if (is_new) {
                const Page page = part(standing);
                Zones here = zones(m_size, page);
                fit(page, here);
                at->second = sheet_room(here).height;
            }
            return at->second;
        };
        return paginate(sheet_blocks(), m_zones.sheet.width, height, m_setting);
    }

    void plan() {
        if (moves_words_down()) {
            m_setting.lowered = true;
            move_sheet(m_zones, lowered_top(sheet_blocks(), m_zones, m_setting));
            const double room = m_zones.sheet.height;
            m_paging = paginate(
                sheet_blocks(), m_zones.sheet.width, [room](const Standing*) { return room; }, m_setting);
            if (m_paging.standing) m_page = part(&*m_paging.standing);
            m_read.picture = lowered_picture(m_page, m_zones, m_setting);
            return;
        }
        if (m_lowered) m_page.sheet_top = std::max(m_page.sheet_top, 944.0);
        m_zones = zones(m_size, m_page);
        paginate_sheet();
        m_read = fit(m_page, m_zones);
    }

    void place_picture_mark() {
        if (!m_read.picture) return;
        const Box& box = *m_read.picture;
        const bool low = moves_words_down();
        const double wide = m_page.picture->circle * (is_portrait() ? 1 : box.width / m_page.picture->size.width);
        const double radius = m_page.picture->circle > 0 && low ? lowered_circle(box) : wide;
        const double share = m_page.picture->centred ? 0.42 : is_portrait() ? 0.57 : 0.36;
        const double up = low ? 40 : radius * share;
        Marks picture;
        place_picture(*m_page.picture, box, radius, {box.x + box.width / 2, box.bottom() - up}, m_page.tone, m_setting,
                      picture);
        append(m_marks, picture);
    }

    void place_header() {
        const Box square{m_zones.logo.x, m_zones.logo.y, logo_size, logo_size};
        fill(square, Corners::all(logo_radius), m_colours.logo);
        m_marks.marks.push_back(
            Art{"icons/ribbon", square, {m_page.palette, m_setting.ink(m_colours.logo_line).rgb}, false});
        Setting plain = m_setting;
        plain.text_scale = 1;
        const auto line = [&](const std::string& text, Role role, double width) {
            return shape(m_setting.style.fonts, {{text, false}}, plain.text(plain.type(role)), width);
        };
        const auto section = line(m_page.section, Role::header_right, m_zones.section.width);
        const double until =
            m_page.section.empty() ? m_zones.section.right() : m_zones.section.right() - section->width - 24;
        const auto name = line(m_page.clinic, Role::header, until - m_zones.name.x);
        const double up = std::floor(name->type.line * static_cast<double>(name->lines.size() - 1) / 2);
        place_words(name, {m_zones.name.x, m_zones.name.y - up, until - m_zones.name.x, 0}, Align::start,
                    m_setting.ink(m_colours.name), Tag::artifact, m_marks);
        const Box end{m_zones.section.right() - section->width, m_zones.section.y, section->width, 0};
        place_words(section, end, Align::end, m_setting.ink(m_colours.section), Tag::artifact, m_marks);
    }

    /// The first item of the sheet.
    std::size_t place_sheet() {
        fill_edged(m_zones.sheet_background, m_zones.sheet_corners, Colour::white);
        const std::size_t first = m_marks.items.size();
        const Box room = sheet_room(m_zones);
        place_stack(sheet_blocks(), room, m_paging);
        return first;
    }
    void place_stack(const Blocks& blocks, const Box& room, const Paging& paging) {
        if (paging.too_high) m_marks.misfit("a block is higher than its page");
        if (paging.found) {
            m_page_now = paging.page;
            m_pages = paging.pages;
        }
        const PiecePtr stack = cut(blocks, 0, room.width, with(m_setting, paging));
        const Squeeze squeeze = fitted(*stack, room.height);
        const double over = stack->height(squeeze) - room.height;
        if (over > 0.5) m_marks.misfit("too much for the page by " + std::to_string(std::lround(over)) + " px");
        stack->place(room, squeeze, m_marks);
    }

    void check_page(std::size_t sheet_items) {
        Marks all = m_marks;
        check_places(all, 0, {0, 0, m_zones.design.width, m_zones.dock});
        const Box room = sheet_room(m_zones);
        for (std::size_t i = sheet_items; i < m_marks.items.size(); ++i) {
            if (m_marks.items[i].box.y < room.y) all.misfit("above its zone: \"" + m_marks.items[i].text + "\"");
        }
        const double lowest = is_portrait() ? m_zones.sheet_background.y : m_zones.dock;
        for (const Item& item : m_read.words.items) {
            if (item.box.bottom() > lowest) all.misfit("runs into the sheet: \"" + item.text + "\"");
        }
        m_marks.misfits = all.misfits;
    }

    void place_panel() {
        for (Item& item : m_marks.items) item.covered = true;
        Ink scrim = m_setting.ink(Colour::scrim);
        scrim.alpha = m_setting.style.theme.scrim_opacity;
        const Box& all = m_zones.all;
        m_marks.marks.push_back(Patch{{all.x, all.y, all.width, m_zones.dock - all.y}, {}, scrim, {}, 0, false});
        divide("panel");
        const std::size_t first = m_marks.items.size(), known = m_marks.misfits.size();
        place_panel_blocks();
        Marks own;
        own.items.assign(m_marks.items.begin() + static_cast<long>(first), m_marks.items.end());
        check_places(own, 0, {0, 0, m_zones.design.width, m_zones.dock});
        m_marks.misfits.insert(m_marks.misfits.begin() + static_cast<long>(known), own.misfits.begin(),
                               own.misfits.end());
    }
    void place_panel_blocks() {
        const OverPanel& panel = *m_page.panel;
        const double asked = is_portrait() && panel.top > 0 ? panel.top : m_zones.dock;
        const double most = m_zones.dock - highest_panel - panel_above - panel_below;
        const bool wide = panel.wide && !is_portrait();
        const double left = wide ? m_zones.help.x : m_zones.sheet.x, width = m_zones.sheet.right() - left;
        const Paging paging = paginate(
            panel.blocks, width, [most](const Standing*) { return most; }, m_setting);
        const double natural = cut(panel.blocks, 0, width, with(m_setting, paging))->height({});
        const double top = std::max(highest_panel, std::min(asked, m_zones.dock - natural - panel_above - panel_below));
        const Box ground = is_portrait() || wide ? Box{m_zones.all.x, top, m_zones.all.width, m_zones.dock - top}
                                                 : Box{m_page.landscape_read, top,
                                                       m_zones.all.right() - m_page.landscape_read, m_zones.dock - top};
        fill_edged(ground, {panel_radius, panel_radius, 0, 0}, Colour::white);
        place_stack(panel.blocks, {left, top + panel_above, width, m_zones.dock - panel_below - top - panel_above},
                    paging);
    }

    void place_dock() {
        Box line = m_zones.dock_background;
        fill(line, {}, Colour::sand_edge);
        line.y += m_setting.high_contrast() ? 4 : 2;
        fill(line, {}, Colour::sand);
        divide("dock");
        const std::size_t first = m_marks.items.size();
        place_help();
        for (std::size_t i = 0; i < m_page.access.size(); ++i) {
            const int place = i < m_page.access_place.size() ? m_page.access_place[i] : static_cast<int>(i);
            if (place < 0 || place >= m_zones.access_places) continue;
            const Box& box = m_zones.access[static_cast<std::size_t>(place)];
            cut(m_page.access[i], box.width, m_setting)->place(box, {}, m_marks);
        }
        Marks own;
        own.items.assign(m_marks.items.begin() + static_cast<long>(first), m_marks.items.end());
        check_places(own, 0, {0, m_zones.dock, m_zones.design.width, m_zones.design.height - m_zones.dock});
        m_marks.misfits.insert(m_marks.misfits.end(), own.misfits.begin(), own.misfits.end());
    }
    /// The key fills its place; a text stands in its middle, no larger than the dock lets it.
    void place_help() {
        Box box = m_zones.help;
        if (m_page.help.size() == 1 && std::holds_alternative<Key>(m_page.help.front().is)) {
            cut(m_page.help.front(), box.width, m_setting)->place(box, {}, m_marks);
            return;
        }
        const double room = 2 * (box.y + box.height / 2 - m_zones.dock) - 16;
        Setting setting = m_setting;
        PiecePtr help = cut(m_page.help, 0, box.width, setting);
        for (const double scale : {m_setting.style.theme.large, 1.0}) {
            if (help->height({}) <= room) break;
            setting.text_scale = std::min(setting.text_scale, scale);
            help = cut(m_page.help, 0, box.width, setting);
        }
        box.y += std::floor((box.height - help->height({})) / 2);
        box.height = help->height({});
        help->place(box, {}, m_marks);
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

    Page m_page;  ///< with the picture and the sheet of the part that is shown
    Size m_size;
    Zones m_zones;
    Setting m_setting;
    ToneColours m_colours;
    Marks m_marks;
    ReadZone m_read;
    Paging m_paging;
    double m_raise = 0;
    bool m_lowered = false;
    int m_page_now = 0, m_pages = 1;
};

Page turned(Page page, int to) {
    const auto turn = [to](Blocks& blocks) {
        for (Block& block : blocks) {
            if (auto* paged = std::get_if<Paged>(&block.is)) paged->page = to;
            if (auto* only = std::get_if<OnlyIn>(&block.is)) {
                for (Block& inner : only->blocks) {
                    if (auto* paged = std::get_if<Paged>(&inner.is)) paged->page = to;
                }
            }
        }
    };
    turn(page.sheet);
    if (page.panel) turn(page.panel->blocks);
    return page;
}

/// What is wrong on this page or on those it is turned to: all pages of a text must have letters of one size, or a part
/// of it would be on none of them.
std::optional<Misfit> worst(const Page& page, Size size, const Style& style, const Sheet& sheet) {
    if (!sheet.misfits.empty()) return sheet.misfits.front();
    for (int i = 0; i < sheet.pages; ++i) {
        if (i == sheet.page) continue;
        const Sheet other = Screen(turned(page, i), size, style).lay_out();
        if (!other.misfits.empty()) return other.misfits.front();
    }
    return {};
}

}  // namespace

Sheet lay_out(const Page& page, Size size, const Style& style) {
    Sheet asked = Screen(page, size, style).lay_out();
    if (page.text_scale <= 1) return asked;
    const auto wrong = worst(page, size, style, asked);
    if (!wrong) return asked;
    // Larger letters are no help where they push a key off the glass.
    for (double scale = page.text_scale - 0.1; scale > 0.95; scale -= 0.1) {
        Page smaller = page;
        smaller.text_scale = std::max(1.0, scale);
        Sheet sheet = Screen(smaller, size, style).lay_out();
        if (worst(smaller, size, style, sheet)) continue;
        sheet.misfits.push_back({"does not fit in letters of this size, so they are smaller: " + wrong->what});
        return sheet;
    }
    return asked;
}

}  // namespace kiosk::page
