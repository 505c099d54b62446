// SPDX-License-Identifier: Apache-2.0
// Where a keypad is on the glass. A key is known by what it means, so that it is found again on a page drawn anew;
// views/focus finds it on the sheet.
#pragma once

#include "visit/action.hpp"

#include <variant>

namespace kiosk::visit {

namespace focus {
/// A text of the screen; 0 is the title.
struct Text {
    int number = 0;
    bool operator==(const Text&) const = default;
};
struct Key {
    Action action;
    bool operator==(const Key&) const = default;
};
}  // namespace focus

using Focus = std::variant<focus::Text, focus::Key>;

/// Whether both are meanings of one key: a digit of the PIN goes to another place each time.
bool is_same_key(const Action&, const Action&);

}  // namespace kiosk::visit
