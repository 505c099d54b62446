// SPDX-License-Identifier: Apache-2.0
// Ids that cannot be mixed up: an index into the list of the thing it names.
#pragma once

#include <compare>
#include <cstddef>
#include <functional>

namespace kiosk {

template <class Tag>
struct Id {
    std::size_t index = 0;
    auto operator<=>(const Id&) const = default;
};

}  // namespace kiosk

template <class Tag>
struct std::hash<kiosk::Id<Tag>> {
    std::size_t operator()(kiosk::Id<Tag> id) const noexcept { return id.index; }
};
