// SPDX-License-Identifier: Apache-2.0
// The six keys by which a visit can be made without touching the glass, and which keys of a keypad or keyboard send
// them on this machine.
#pragma once

#include "base/result.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace kiosk::app {

enum class KeypadKey { previous, next, ok, back, repeat, help };

/// Nothing where there is no such key: "previous", "next", "ok", "back", "repeat", "help".
std::optional<KeypadKey> keypad_key(const std::string& name);

class Keypad {
public:
    /// What a plain keyboard sends: arrows (of its number pad, too) and Tab, Enter and the space bar, Escape and
    /// Backspace, F1, F5.
    Keypad();
    /// How the window tells of the keys that send what has this name; empty: no key of this display does.
    using Senders = std::function<std::set<std::string>(const std::string& name)>;
    /// The same, and what `--keypad` says: "next=F13 previous=F14 ok=F15,Return". A key that is named means that alone.
    /// Fails with a sentence that says what to write. Without a display a name is taken at its word.
    static Result<Keypad> read(const std::string& text, const Senders& senders = {});

    /// Of a key as the window tells it; nothing where it means nothing.
    std::optional<KeypadKey> key(const std::string& typed) const;

private:
    std::map<std::string, KeypadKey> m_keys;
};

}  // namespace kiosk::app
