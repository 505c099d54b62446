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

}  // namespace

Ink Setting::ink(Colour colour) const {
    const std::uint32_t rgb = style.theme.colours(palette)[static_cast<std::size_t>(colour)];
    return {rgb, colour == Colour::none ? 0.0 : 1.0};
}

TypeSize Setting::type(Role role) const {
    return scaled(style.theme.type(lowered ? lower(role) : role, way == Way::landscape));
}

TypeSize Setting::scaled(TypeSize type) const {
    if (medium == Medium::paper) return {type.size * text_scale, type.line * text_scale, type.bold};
    const double size = text_scale == 1 ? type.size : even(type.size * text_scale);
    const double line = type.size > 0 ? std::round(type.line * size / type.size) : type.line;
    return {size, std::max(line, std::ceil(size * least_line(language))), type.bold};
}

TextStyle Setting::text(TypeSize type, const std::string& other) const {
    const std::string& tag = other.empty() ? language : other;
    if (!other.empty()) type.line = std::max(type.line, std::ceil(type.size * least_line(other)));
    return {type, tag, other.empty() ? right_to_left : is_right_to_left(other), &style.theme.colours(palette)};
}

}  // namespace kiosk::page
