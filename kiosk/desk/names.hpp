// SPDX-License-Identifier: Apache-2.0
// What the values of a call are called wherever they leave this program.
#pragma once

#include <array>
#include <cstddef>

namespace kiosk::desk {

inline constexpr std::array kinds{"call", "today", "stopped", "test"};
inline constexpr std::array levels{"routine", "today", "emergency"};
inline constexpr std::array stages{"taken", "shown", "coming", "closed"};

template <std::size_t N>
const char* name(const std::array<const char*, N>& names, auto value) {
    return names.at(static_cast<std::size_t>(value));
}

}  // namespace kiosk::desk
