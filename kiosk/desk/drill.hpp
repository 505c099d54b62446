// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desk/call.hpp"

#include <cstdint>
#include <string>

namespace kiosk::desk {

/// What staff tried out at a kiosk and what came of it, in one line for whoever inspects.
struct Drill {
    std::uint64_t ticket = 0;  ///< of the staff's own visit at the glass
    WallTime at;
    bool passed = false;
    std::string line;  ///< in the clinic's language
    bool operator==(const Drill&) const = default;
};

}  // namespace kiosk::desk
