// SPDX-License-Identifier: Apache-2.0
#include "window/keyboard.hpp"

#include "window/key_name.hpp"

#include <X11/Xutil.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace kiosk::window {

namespace {

struct Modifier {
    std::string_view name;
    unsigned mask;
};
constexpr std::array modifiers{Modifier{"Control", ControlMask}, Modifier{"Alt", Mod1Mask}, Modifier{"Super", Mod4Mask},
                               Modifier{"Shift", ShiftMask}};

std::string with_modifiers(unsigned state, const std::string& key) {
    std::string name;
    for (const auto& modifier : modifiers)
        if ((state & modifier.mask) != 0) name.append(modifier.name).append("+");
    return name + key;
}

/// Of the written modifier; 0 where there is no such.
unsigned mask_of(const std::string& written) {
    const auto same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    };
    for (const auto& [name, mask] : modifiers)
        if (std::equal(name.begin(), name.end(), written.begin(), written.end(), same)) return mask;
    return 0;
}

struct Written {
    unsigned state;
    KeySym symbol;  ///< that has a name
};

std::optional<Written> read(const std::string& written) {
    unsigned state = 0;
    std::string key = written;
    for (auto plus = key.find('+'); plus != std::string::npos; plus = key.find('+')) {
        const unsigned mask = mask_of(key.substr(0, plus));
        if (mask == 0) return {};
        state |= mask;
        key.erase(0, plus + 1);
    }
    const KeySym symbol = XStringToKeysym(key.c_str());
    if (symbol == NoSymbol || XKeysymToString(symbol) == nullptr) return {};
    return Written{state, symbol};
}

/// What a key sends with nothing held.
KeySym symbol_of(Display* display, unsigned code) {
    return XkbKeycodeToKeysym(display, static_cast<KeyCode>(code), 0, 0);
}

/// What leads to this level of a key: nothing, or modifiers, in one or more ways.
std::set<unsigned> ways_to(const XkbKeyTypeRec& type, int level) {
    if (level == 0) return {0};
    std::set<unsigned> ways;
    for (int i = 0; i < type.map_count; ++i)
        if (type.map[i].active && type.map[i].level == level) ways.insert(type.map[i].mods.mask);
    return ways;
}

/// What is held or locked while this key sends this symbol; empty: it never does.
std::set<unsigned> held_for(XkbDescPtr map, unsigned code, KeySym symbol) {
    for (int group = 0; group < XkbKeyNumGroups(map, code); ++group)
        for (int level = 0; level < XkbKeyGroupWidth(map, code, group); ++level)
            if (XkbKeySymEntry(map, code, level, group) == symbol)
                return ways_to(*XkbKeyKeyType(map, code, group), level);
    return {};
}

}  // namespace

std::optional<std::string> key_name(const std::string& written) {
    const auto meant = read(written);
    if (!meant) return {};
    return with_modifiers(meant->state, XKeysymToString(meant->symbol));
}

Keyboard::Keyboard(Display* display)
    : m_display(display), m_map(XkbGetMap(display, XkbAllClientInfoMask, XkbUseCoreKbd)) {
    XkbSetDetectableAutoRepeat(display, True, nullptr);
    if (m_map != nullptr) XkbGetNames(display, XkbKeyNamesMask, m_map);
}

Keyboard::~Keyboard() {
    if (m_map != nullptr) XkbFreeKeyboard(m_map, XkbAllComponentsMask, True);
}

/// Of a function key: "F13"; empty: it is none.
std::string Keyboard::place_of(unsigned code) const {
    if (m_map == nullptr || m_map->names == nullptr || m_map->names->keys == nullptr) return {};
    if (code < m_map->min_key_code || code > m_map->max_key_code) return {};
    const auto& key = m_map->names->keys[code];
    const std::string place(key.name, strnlen(key.name, XkbKeyNameLength));
    if (place.size() != 4 || !place.starts_with("FK")) return {};
    return "F" + std::to_string(std::atoi(place.c_str() + 2));
}

/// A function key by where it is: layouts call those beyond F12 by what they do on a laptop ("XF86Tools").
std::string Keyboard::name_of(unsigned code) const {
    if (auto place = place_of(code); !place.empty()) return place;
    const char* name = XKeysymToString(symbol_of(m_display, code));
    return name == nullptr ? std::string() : name;
}

std::set<std::string> Keyboard::sending(const std::string& written) const {
    std::set<std::string> names;
    const auto meant = read(written);
    if (!meant) return names;
    const std::string place = XKeysymToString(meant->symbol);
    if (m_map == nullptr) return {with_modifiers(meant->state, place)};  // nobody knows better
    for (unsigned code = m_map->min_key_code; code <= m_map->max_key_code; ++code) {
        const auto name = name_of(code);
        if (name.empty() || IsModifierKey(symbol_of(m_display, code))) continue;
        if (name == place)
            names.insert(with_modifiers(meant->state, name));
        else
            for (const unsigned held : held_for(m_map, code, meant->symbol))
                names.insert(with_modifiers(meant->state | held, name));
    }
    return names;
}

std::optional<std::string> Keyboard::pressed(XKeyEvent& event) {
    if (!m_down.insert(event.keycode).second || IsModifierKey(symbol_of(m_display, event.keycode))) return {};
    const auto name = name_of(event.keycode);
    if (name.empty()) return {};
    return with_modifiers(event.state, name);
}

void Keyboard::released(const XKeyEvent& event) {
    m_down.erase(event.keycode);
}

}  // namespace kiosk::window
