// SPDX-License-Identifier: Apache-2.0
#include "page/setting.hpp"

#include "base/language.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk::page {
namespace {

double even(double size) {
    return 2 * std::round(size / 2);
}

Role lower(Role role) {
    switch (role) {
        case Role::alert:
        case Role::welcome:
        case Role::refer:
        case Role::title:
            return Role::handout_title;
        default:
            return role;
    }
}

/// Words that are much larger than the text already, so that larger letters are no need of theirs.
bool is_title(Role role) {
    switch (role) {
        case Role::alert:
        case Role::welcome:
        case Role::refer:
        case Role::title:
        case Role::handout_title:
        case Role::panel_title:
            return true;
        default:
            return false;
    }
}

}  // namespace

Ink Setting::ink(Colour colour) const {
    const std::uint32_t rgb = style.theme.colours(palette)[static_cast<std::size_t>(colour)];
    return {rgb, colour == Colour::none ? 0.0 : 1.0};
}

TypeSize Setting::type(Role role) const {
    const Role drawn = lowered ? lower(role) : role;
    const TypeSize plain = style.theme.type(drawn, way == Way::landscape);
    if (title_scale <= 0 || title_scale >= text_scale || !is_title(drawn)) return scaled(plain);
    const TypeSize title = scaled(plain, title_scale);
    // A title stays larger than what stands under it.
    const double least = scaled(style.theme.type(Role::subhead, way == Way::landscape)).size;
    return title.size >= least ? title : scaled(plain, least / plain.size);
}

TypeSize Setting::scaled(TypeSize type, double by) const {
    if (medium == Medium::paper) return {type.size * by, type.line * by, type.bold};
    const double size = by == 1 ? type.size : even(type.size * by);
    const double line = type.size > 0 ? std::round(type.line * size / type.size) : type.line;
    return {size, std::max(line, std::ceil(size * least_line(language))), type.bold};
}

TextStyle Setting::text(TypeSize type, const std::string& other) const {
    const std::string& tag = other.empty() ? language : other;
    if (!other.empty()) type.line = std::max(type.line, std::ceil(type.size * least_line(other)));
    return {type, tag, other.empty() ? right_to_left : is_right_to_left(other), &style.theme.colours(palette)};
}

}  // namespace kiosk::page
