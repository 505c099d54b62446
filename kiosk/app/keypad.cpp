// SPDX-License-Identifier: Apache-2.0
#include "app/keypad.hpp"

#include "window/key_name.hpp"

#include <sstream>

namespace kiosk::app {

namespace {

const std::map<std::string, KeypadKey>& names() {
    static const std::map<std::string, KeypadKey> keys{
        {"previous", KeypadKey::previous}, {"next", KeypadKey::next},     {"ok", KeypadKey::ok},
        {"back", KeypadKey::back},         {"repeat", KeypadKey::repeat}, {"help", KeypadKey::help}};
    return keys;
}

Failure wrong(const std::string& what) {
    return {what + "; write previous, next, ok, back, repeat or help, and the X names of the keys that send it: " +
            "\"next=F13 previous=F14 ok=F15,Return\" (xev shows a key's name)"};
}

}  // namespace

std::optional<KeypadKey> keypad_key(const std::string& name) {
    const auto at = names().find(name);
    return at == names().end() ? std::nullopt : std::optional(at->second);
}

Keypad::Keypad()
    : m_keys{{"Right", KeypadKey::next},     {"Down", KeypadKey::next},    {"Tab", KeypadKey::next},
             {"Left", KeypadKey::previous},  {"Up", KeypadKey::previous},  {"Shift+Tab", KeypadKey::previous},
             {"KP_Right", KeypadKey::next},  {"KP_Down", KeypadKey::next}, {"KP_Left", KeypadKey::previous},
             {"KP_Up", KeypadKey::previous}, {"Return", KeypadKey::ok},    {"KP_Enter", KeypadKey::ok},
             {"space", KeypadKey::ok},       {"Escape", KeypadKey::back},  {"BackSpace", KeypadKey::back},
             {"F5", KeypadKey::repeat},      {"F1", KeypadKey::help}} {}

Result<Keypad> Keypad::read(const std::string& text, const Senders& senders) {
    Keypad keypad;
    std::map<std::string, std::string> meanings;  // of what is told: the word that said so
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        const auto equals = word.find('=');
        const auto meant = keypad_key(word.substr(0, equals));
        if (!meant || equals == std::string::npos) return wrong("'" + word + "' names none of the six keys");
        std::istringstream keys(word.substr(equals + 1));
        bool any = false;
        for (std::string key; std::getline(keys, key, ',');) {
            const auto name = window::key_name(key);
            if (!name) return wrong("there is no key '" + key + "'");
            const auto told = senders ? senders(*name) : std::set{*name};
            if (told.empty()) return wrong("no key of this machine sends '" + key + "'");
            for (const auto& one : told) {
                const auto& other = meanings.try_emplace(one, word.substr(0, equals)).first->second;
                if (keypad_key(other) != meant)
                    return wrong("'" + key + "' would mean both " + other + " and " + word.substr(0, equals));
                keypad.m_keys[one] = *meant;
            }
            any = true;
        }
        if (!any) return wrong("'" + word + "' names no key");
    }
    return keypad;
}

std::optional<KeypadKey> Keypad::key(const std::string& typed) const {
    const auto at = m_keys.find(typed);
    return at == m_keys.end() ? std::nullopt : std::optional(at->second);
}

}  // namespace kiosk::app
