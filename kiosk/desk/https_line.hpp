// SPDX-License-Identifier: Apache-2.0
// The line to a desk of another machine: POST /kiosk, at once when there is something new to say and once a second
// besides, by a thread of its own.
#pragma once

#include "desk/line.hpp"

#include <functional>

namespace kiosk::desk {

struct DeskAddress {
    std::string url;        ///< "https://10.0.0.5:8443", without a path
    std::string key;        ///< what it knows this kiosk by (kiosk desk-key)
    std::string authority;  ///< PEM file: who vouches for it; empty: whom this machine trusts
};

/// What is wrong with the address of a desk; empty: nothing. Plain http is for this machine alone.
std::string desk_trouble(const std::string& url);

/// Failure: what is wrong with the address.
Result<std::unique_ptr<Line>> line_to(DeskAddress, std::function<Instant()> ticks);

}  // namespace kiosk::desk
