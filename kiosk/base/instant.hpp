// SPDX-License-Identifier: Apache-2.0
// A moment on the machine's steady clock (CLOCK_BOOTTIME): never jumps, the same in both processes,
// means nothing after a restart of the machine. The pure rooms are handed instants; they read no clock.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>

namespace kiosk {

using Duration = std::chrono::milliseconds;

struct Instant {
    std::int64_t ms = 0;
    auto operator<=>(const Instant&) const = default;

    friend Instant operator+(Instant a, Duration d) { return {a.ms + d.count()}; }
    friend Instant operator-(Instant a, Duration d) { return {a.ms - d.count()}; }
    friend Duration operator-(Instant a, Instant b) { return Duration{a.ms - b.ms}; }
};

}  // namespace kiosk
