// SPDX-License-Identifier: Apache-2.0
#include "page/check.hpp"

#include "base/contrast.hpp"
#include "page/ground.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace kiosk::page {
namespace {

constexpr double least_touch = 80, least_apart = 16, least_size = 28;
constexpr double tolerance = 0.51;

std::string px(double value) {
    return std::to_string(std::lround(value));
}

bool is_inside(const Box& box, const Box& room) {
    return box.x >= room.x - tolerance && box.y >= room.y - tolerance && box.right() <= room.right() + tolerance &&
           box.bottom() <= room.bottom() + tolerance;
}

Box shrunk(const Box& box) {
    return box.grown(-tolerance);
}

/// Clear space between two boxes, along the axis where they are further apart.
double apart(const Box& a, const Box& b) {
    const double across = std::max(b.x - a.right(), a.x - b.right());
    const double down = std::max(b.y - a.bottom(), a.y - b.bottom());
    return std::max(across, down);
}

void check_pair(Marks& marks, const Item& a, const Item& b) {
    if (a.rim || b.rim) return;
    const bool keys = a.kind == ItemKind::key && b.kind == ItemKind::key;
    if (shrunk(a.box).overlaps(shrunk(b.box))) {
        marks.misfit("\"" + a.text + "\" and \"" + b.text + "\" are over each other", b.text);
    } else if (keys && apart(a.box, b.box) < least_apart - tolerance) {
        marks.misfit(
            "the keys \"" + a.text + "\" and \"" + b.text + "\" are only " + px(apart(a.box, b.box)) + " px apart",
            b.text);
    }
}

}  // namespace

void check_places(Marks& marks, std::size_t first, const Box& room) {
    const std::vector<Item> items(marks.items.begin() + static_cast<long>(first), marks.items.end());
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Item& item = items[i];
        if (item.kind == ItemKind::divider) continue;
        if (!item.rim && !is_inside(item.box, room)) marks.misfit("no room for \"" + item.text + "\"", item.text);
        if (item.kind == ItemKind::key && std::min(item.box.width, item.box.height) < least_touch - tolerance) {
            marks.misfit(
                "the key \"" + item.text + "\" is only " + px(std::min(item.box.width, item.box.height)) + " px",
                item.text);
        }
        for (std::size_t j = i + 1; j < items.size(); ++j) {
            if (items[j].kind != ItemKind::divider) check_pair(marks, item, items[j]);
        }
    }
}

void check_sizes(Marks& marks, std::size_t first) {
    std::vector<std::string> small;
    for (std::size_t i = first; i < marks.marks.size(); ++i) {
        const auto* letters = std::get_if<Letters>(&marks.marks[i]);
        if (letters && letters->line == 0 && letters->text->type.size < least_size - 0.01)
            small.push_back(letters->text->text);
    }
    for (const std::string& text : small) marks.misfit_of("text under 28 px", text);
}

void check_contrast(Marks& marks) {
    const Ground ground(marks);
    std::map<std::string, double> faint;
    for (std::size_t i = 0; i < marks.marks.size(); ++i) {
        const auto* letters = std::get_if<Letters>(&marks.marks[i]);
        const auto ratio = letters ? ground.contrast_of(i, *letters) : std::nullopt;
        if (ratio && *ratio < least_text_contrast) faint[letters->text->text] = *ratio;
    }
    for (const auto& [text, ratio] : faint)
        marks.misfit("a contrast of " + in_tenths(ratio) + " to 1: \"" + text + '"', text, Misfit::Of::colours);
}

}  // namespace kiosk::page
