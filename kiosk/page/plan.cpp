// SPDX-License-Identifier: Apache-2.0
#include "page/plan.hpp"

#include "page/lowered.hpp"
#include "page/piece.hpp"

#include <algorithm>
#include <map>

namespace kiosk::page {
namespace {

constexpr double over_sheet_rise = 152, after_over_sheet = 40;
constexpr double most_squeezed = 96;
constexpr double lowered_sheet = 944;

/// The page without what the other way of hanging the panel has.
Page hung(Page page, Way way) {
    page.read = shown(page.read, way);
    page.sheet = shown(page.sheet, way);
    page.over_sheet = shown(page.over_sheet, way);
    page.help = shown(page.help, way);
    if (page.panel) page.panel->blocks = shown(page.panel->blocks, way);
    return page;
}

class Planner {
public:
    Planner(const Page& page, Size size, const Style& style)
        : m_size(size),
          m_setting{style,         Medium::glass,      way_of(size), page.palette,    page.text_scale,
                    page.language, page.right_to_left, false,        page.title_scale},
          m_page(hung(page, m_setting.way)),
          m_zones(zones(size, page)),
          m_low(page.lowered && is_portrait() && page.tone == Tone::calm) {}

    Plan made() {
        m_low ? plan_lowered() : plan_upright();
        return {m_page, m_setting, m_zones, m_read, m_paging, sheet_blocks(), sheet_room(m_zones), m_low};
    }

private:
    bool is_portrait() const { return m_setting.way == Way::portrait; }

    /// The blocks of the sheet, with the space above them.
    Blocks sheet_blocks() const {
        if (m_low) return lowered_blocks(m_page);
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
        if (is_portrait() && !m_page.over_sheet.empty() && !m_low) {
            room.y -= over_sheet_rise;
            room.height += over_sheet_rise;
        }
        return room;
    }
    bool sheet_fits(const Zones& at) const {
        const Box room = sheet_room(at);
        return m_paging.found || cut(sheet_blocks(), 0, room.width, m_setting)->height({}) <= room.height;
    }

    /// The page with the picture of one part of it; at the largest step there is none to make room for.
    Page part(const Standing* standing) const {
        Page page = m_page;
        if (!standing || m_setting.largest()) return page;
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

    void plan_lowered() {
        m_setting.lowered = true;
        move_sheet(m_zones, lowered_top(sheet_blocks(), m_zones, m_setting));
        const double room = m_zones.sheet.height;
        m_paging = paginate(
            sheet_blocks(), m_zones.sheet.width, [room](const Standing*) { return room; }, m_setting);
        if (m_paging.standing) m_page = part(&*m_paging.standing);
        m_read.picture = lowered_picture(m_page, m_zones, m_setting);
    }
    void plan_upright() {
        if (m_page.lowered && is_portrait()) m_page.sheet_top = std::max(m_page.sheet_top, lowered_sheet);
        m_zones = zones(m_size, m_page);
        paginate_sheet();
        m_read = fit(m_page, m_zones);
    }

    Size m_size;
    Setting m_setting;
    Page m_page;
    Zones m_zones;
    bool m_low;
    ReadZone m_read;
    Paging m_paging;
    double m_raise = 0;
};

}  // namespace

Plan plan(const Page& page, Size size, const Style& style) {
    return Planner(page, size, style).made();
}

}  // namespace kiosk::page
