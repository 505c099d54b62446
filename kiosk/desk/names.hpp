// SPDX-License-Identifier: Apache-2.0
// What the values of a call are called wherever they leave this program.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <stdexcept>
#include <string>

namespace kiosk::desk {

inline constexpr std::array kinds{"call", "today", "stopped", "test"};
inline constexpr std::array levels{"routine", "today", "emergency"};
inline constexpr std::array stages{"taken", "shown", "coming", "closed"};

template <std::size_t N>
const char* name(const std::array<const char*, N>& names, auto value) {
    return names.at(static_cast<std::size_t>(value));
}

/// Throws std::invalid_argument where nothing is called so.
template <class Enum, std::size_t N>
Enum named(const std::array<const char*, N>& names, const std::string& given) {
    const auto at = std::find(names.begin(), names.end(), given);
    if (at == names.end()) throw std::invalid_argument(given);
    return static_cast<Enum>(at - names.begin());
}

}  // namespace kiosk::desk
