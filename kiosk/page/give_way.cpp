// SPDX-License-Identifier: Apache-2.0
// What a page gives up where it does not fit, the least first: in landscape the place where the sheet begins, then the
// size of its titles, which are large already, and last, as a misfit, that of all its letters.
#include "page/screen.hpp"
#include "page/zones.hpp"

#include <algorithm>
#include <optional>

namespace kiosk::page {
namespace {

constexpr double moves[] = {48, -48, 96, -96, 144, -144};  ///< of the sheet's edge in landscape
constexpr double least_read = 600, most_read = 1008;

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
        const Sheet other = screen(turned(page, i), size, style);
        if (!other.misfits.empty()) return other.misfits.front();
    }
    return {};
}

std::vector<Page> with_sheet_moved(const Page& page, Size size) {
    std::vector<Page> all{page};
    if (way_of(size) == Way::portrait) return all;
    for (const double by : moves) {
        const double read = page.landscape_read + by;
        if (read < least_read || read > most_read) continue;
        all.push_back(page);
        all.back().landscape_read = read;
    }
    return all;
}

/// The page as it asks, and what it may be instead.
std::vector<Page> ways(const Page& page, Size size, const Style& style) {
    std::vector<Page> all = with_sheet_moved(page, size);
    for (const double scale : {style.theme.large, 1.0}) {
        if (scale >= page.text_scale - 0.001) continue;
        Page smaller = page;
        smaller.title_scale = scale;
        const auto more = with_sheet_moved(smaller, size);
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

/// In normal letters a page answers for itself alone: where its pages differ, so may the sheet's edge.
std::optional<Misfit> wrong_with(const Page& page, Size size, const Style& style, const Sheet& sheet) {
    if (page.text_scale > 1) return worst(page, size, style, sheet);
    return sheet.misfits.empty() ? std::nullopt : std::optional(sheet.misfits.front());
}

}  // namespace

Sheet lay_out(const Page& page, Size size, const Style& style) {
    Sheet asked = screen(page, size, style);
    const auto wrong = wrong_with(page, size, style, asked);
    if (!wrong) return asked;
    const auto all = ways(page, size, style);
    for (auto way = all.begin() + 1; way != all.end(); ++way) {
        Sheet sheet = screen(*way, size, style);
        if (!wrong_with(*way, size, style, sheet)) return sheet;
    }
    // Larger letters are no help where they push a key off the glass.
    for (double scale = page.text_scale - 0.1; scale > 0.95; scale -= 0.1) {
        Page smaller = page;
        smaller.text_scale = std::max(1.0, scale);
        Sheet sheet = screen(smaller, size, style);
        if (worst(smaller, size, style, sheet)) continue;
        sheet.misfits.push_back(
            {"does not fit in letters of this size, so they are smaller: " + wrong->what, wrong->text, wrong->of});
        return sheet;
    }
    if (asked.misfits.empty()) asked.misfits.push_back(*wrong);
    return asked;
}

}  // namespace kiosk::page
