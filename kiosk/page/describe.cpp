// SPDX-License-Identifier: Apache-2.0
// The sheet as text, for tests.
#include "page/marks.hpp"

#include <cmath>

namespace kiosk::page {
namespace {

/// A text of several lines stays on one.
std::string on_one_line(std::string text) {
    for (char& c : text) {
        if (c == '\n') c = ' ';
    }
    return text;
}

std::string words_of(const Item& item) {
    const std::string text = on_one_line(item.text);
    switch (item.tag) {
        case Tag::heading1:
            return "= " + text;
        case Tag::heading2:
            return "== " + text;
        case Tag::heading3:
            return "=== " + text;
        case Tag::list_item:
            return "- " + text;
        default:
            return text;
    }
}

std::string line_of(const Item& item) {
    switch (item.kind) {
        case ItemKind::key:
            return std::string(item.disabled ? "(disabled) " : "") + (item.ticked ? "[x] " : "[") +
                   on_one_line(item.text) + (item.ticked ? "" : "]");
        case ItemKind::picture:
            return "(picture: " + on_one_line(item.text) + ")";
        case ItemKind::value:
            return "{" + item.text + "}";
        case ItemKind::divider:
            return "-- " + item.text;
        case ItemKind::words:
            break;
    }
    return words_of(item);
}

std::string place_of(const Box& box) {
    const auto px = [](double value) { return std::to_string(std::lround(value)); };
    return "  @ " + px(box.x) + "," + px(box.y) + " " + px(box.width) + "x" + px(box.height);
}

}  // namespace

std::string describe(const Sheet& sheet, bool places) {
    std::string text;
    for (const Item& item : sheet.marks->items) {
        if (item.covered) continue;
        if (item.focused) text += "> ";
        text += line_of(item);
        if (places && item.kind != ItemKind::divider) text += place_of(item.box);
        text += '\n';
    }
    return text;
}

}  // namespace kiosk::page
