// SPDX-License-Identifier: Apache-2.0
// What the values of a call are called wherever they leave this program.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

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

/// A whole number that fits; throws where it is none. JSON's own conversion takes what does not.
template <class Integer, class Json>
Integer whole(const Json& from) {
    if (!from.is_number_integer()) throw std::invalid_argument("no whole number");
    if (from.is_number_unsigned()) {
        const auto number = from.template get<std::uint64_t>();
        if (!std::in_range<Integer>(number)) throw std::invalid_argument("too large");
        return static_cast<Integer>(number);
    }
    const auto number = from.template get<std::int64_t>();
    if (!std::in_range<Integer>(number)) throw std::invalid_argument("too small");
    return static_cast<Integer>(number);
}

}  // namespace kiosk::desk
