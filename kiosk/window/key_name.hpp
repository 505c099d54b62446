// SPDX-License-Identifier: Apache-2.0
// What keys of keyboards and keypads are called: as X calls them, with what is held down before it: "Right", "F13",
// "Shift+Tab".
#pragma once

#include <optional>
#include <string>

namespace kiosk::window {

/// A name as people write it ("Page_Up", "shift+tab" with its modifiers in any case and order) as Typed tells it
/// ("Prior", "Shift+Tab"). Nothing: X knows no such key.
std::optional<std::string> key_name(const std::string& written);

}  // namespace kiosk::window
