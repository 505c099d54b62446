// SPDX-License-Identifier: Apache-2.0
#include "page/key_look.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk::page {
namespace {

struct Plain {
    KeyKind kind;
    double height, least_height, radius, border, lip, pad, gap, icon;
};
constexpr Plain plain[] = {
    {KeyKind::answer, 176, 160, 24, 4, 10, 60, 40, 64},   {KeyKind::primary, 164, 104, 24, 4, 10, 16, 28, 56},
    {KeyKind::secondary, 116, 80, 24, 3, 7, 16, 20, 44},  {KeyKind::language, 126, 96, 24, 4, 10, 40, 24, 44},
    {KeyKind::topic_card, 304, 304, 24, 4, 10, 16, 0, 0}, {KeyKind::choose, 88, 80, 20, 3, 7, 12, 18, 44},
    {KeyKind::check_row, 88, 80, 20, 4, 8, 40, 18, 56},   {KeyKind::choice, 136, 104, 24, 4, 10, 48, 24, 56},
    {KeyKind::help, 100, 100, 24, 4, 8, 24, 24, 72},      {KeyKind::danger, 164, 104, 24, 4, 10, 16, 28, 56},
    {KeyKind::access, 118, 118, 24, 3, 6, 6, 4, 44},      {KeyKind::listen, 118, 118, 24, 4, 6, 6, 4, 44},
};

TypeSize key_type(const Key& key, const Setting& setting) {
    const auto role = [&](Role r) { return setting.style.theme.type(r, setting.way == Way::landscape); };
    if (key.label_size > 0) return {key.label_size, std::round(key.label_size * 1.22), true};
    switch (key.kind) {
        case KeyKind::answer:
            return role(Role::answer);
        case KeyKind::primary:
        case KeyKind::danger:
            return role(Role::primary);
        case KeyKind::language:
            return role(Role::language_name);
        case KeyKind::topic_card:
            return {38, 46, true};
        case KeyKind::choose:
            return role(Role::card_title);
        case KeyKind::check_row:
            return {role(Role::row).size, role(Role::row).line, true};
        case KeyKind::choice:
            return {48, 59, true};
        case KeyKind::help:
            return role(Role::help);
        case KeyKind::access:
        case KeyKind::listen:
            return {28, 30, true};
        case KeyKind::secondary:
            break;
    }
    return role(Role::secondary);
}

/// Fill, edge, lip, text.
KeyColours kind_colours(KeyKind kind, const Setting& setting) {
    const auto ink = [&](Colour colour) { return setting.ink(colour); };
    const auto of = [&](Colour fill, Colour edge, Colour lip, Colour text) {
        return KeyColours{ink(fill),          ink(edge),           ink(lip),
                          ink(text),          ink(text),           ink(Colour::ink_soft),
                          ink(Colour::white), ink(Colour::petrol), ink(Colour::white)};
    };
    switch (kind) {
        case KeyKind::primary:
        case KeyKind::listen:
            return of(Colour::petrol, Colour::petrol, Colour::petrol_dark, Colour::on_primary);
        case KeyKind::danger:
            // In high contrast the dark red is white: red alone would have 2.2 to 1 on black.
            return of(Colour::red, setting.high_contrast() ? Colour::red_dark : Colour::red, Colour::red_dark,
                      Colour::on_red);
        case KeyKind::help:
            return of(Colour::help_fill, Colour::help_edge, Colour::help_lip, Colour::help_text);
        case KeyKind::access:
            return of(Colour::linen, Colour::control_line, Colour::control_line, Colour::ink);
        case KeyKind::secondary:
        case KeyKind::choose:
            return of(Colour::white, Colour::petrol, Colour::petrol, Colour::petrol);
        case KeyKind::topic_card:
            return of(Colour::white, Colour::petrol, Colour::petrol, Colour::ink);
        case KeyKind::answer:
        case KeyKind::language:
        case KeyKind::check_row:
        case KeyKind::choice:
            break;
    }
    return of(Colour::mist, Colour::petrol, Colour::petrol, Colour::ink);
}

void press(const Key& key, KeyColours& colours, const Setting& setting) {
    switch (key.kind) {
        case KeyKind::primary:
        case KeyKind::listen:
            colours.fill = setting.ink(Colour::petrol_dark);
            break;
        case KeyKind::danger:
            // In high contrast the dark red is white, for lips: the face keeps its red.
            if (!setting.high_contrast()) colours.fill = setting.ink(Colour::red_dark);
            break;
        case KeyKind::help:
            if (!setting.high_contrast()) colours.fill = setting.ink(Colour::help_pressed);
            break;
        case KeyKind::access:
            colours.fill = setting.ink(setting.high_contrast() ? Colour::mist_deep : Colour::sand_edge);
            break;
        case KeyKind::secondary:
        case KeyKind::choose:
            colours.text = colours.icon = setting.ink(Colour::petrol_dark);
            [[fallthrough]];
        default:
            colours.fill = setting.ink(Colour::mist_deep);
            break;
    }
}

void tick(KeyColours& colours, const Setting& setting) {
    const bool contrast = setting.high_contrast();
    colours.box_fill = colours.box_edge = setting.ink(contrast ? Colour::selected_text : Colour::petrol);
    colours.tick = setting.ink(contrast ? Colour::selected_fill : Colour::white);
}

void select(KeyColours& colours, const Setting& setting) {
    colours.fill = setting.ink(Colour::selected_fill);
    colours.edge = colours.lip = setting.ink(Colour::selected_edge);
    colours.text = colours.icon = colours.second = setting.ink(Colour::selected_text);
    tick(colours, setting);
}

void disable(KeyColours& colours, const Setting& setting) {
    colours.fill = setting.ink(Colour::sand);
    colours.edge = setting.ink(Colour::control_line);
    colours.text = colours.icon = colours.second = setting.ink(Colour::ink_soft);
    colours.box_fill = colours.fill;
    colours.box_edge = colours.edge;
}

/// "White on black" looks it, whatever the page's colours.
void invert(KeyColours& colours, const Setting& setting) {
    const Colours& black = setting.style.theme.high_contrast;
    colours.fill = colours.edge = {black[static_cast<std::size_t>(Colour::white)], 1};
    colours.text = colours.icon = colours.second = {black[static_cast<std::size_t>(Colour::ink)], 1};
    colours.lip = setting.ink(Colour::control_line);
}

}  // namespace

KeySize key_size(const Key& key, const Setting& setting) {
    const Plain& of = plain[static_cast<std::size_t>(key.kind)];
    const bool fixed = key.kind == KeyKind::access || key.kind == KeyKind::listen;
    KeySize size{of.height, of.least_height, of.radius, of.border, of.lip, of.pad, of.gap, of.icon, {}};
    const bool wide = setting.way == Way::landscape && key.landscape_height > 0;
    if (const double asked = wide ? key.landscape_height : key.height; asked > 0) {
        size.height = asked;
        size.least_height = std::min(asked, of.least_height);
    }
    size.type = key_type(key, setting);
    if (!fixed) {
        const double before = size.type.size;
        size.type = setting.scaled(size.type);
        size.icon = std::round(size.icon * (before > 0 ? size.type.size / before : 1) / 2) * 2;
    }
    if (key.kind == KeyKind::help) size.icon = of.icon;
    return size;
}

bool is_selected(const Key& key) {
    return key.state == KeyState::selected ||
           (key.ticked &&
            (key.kind == KeyKind::choose || key.kind == KeyKind::check_row || key.kind == KeyKind::choice));
}

KeyState shown_state(const Key& key) {
    return key.id < 0 ? KeyState::disabled : key.state;
}

KeyLook key_look(const Key& key, const KeySize& size, const Setting& setting) {
    KeyLook look{kind_colours(key.kind, setting), size.border, size.lip, 0, false};
    const KeyState state = shown_state(key);
    if (state == KeyState::disabled) {
        disable(look.colours, setting);
        look.lip = 0;
        look.dashed = true;
        return look;
    }
    if (key.inverted && !is_selected(key)) invert(look.colours, setting);
    if (is_selected(key)) {
        select(look.colours, setting);
        look.border = 6;
    }
    if (state == KeyState::pressed) {
        if (!is_selected(key) && !key.inverted) press(key, look.colours, setting);
        look.down = size.lip - 2;
        look.lip = 2;
    }
    return look;
}

}  // namespace kiosk::page
