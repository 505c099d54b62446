// SPDX-License-Identifier: Apache-2.0
// The one place that asks what time it is.
#pragma once

#include "base/instant.hpp"
#include "views/views.hpp"

#include <string>

namespace kiosk::app {

/// CLOCK_BOOTTIME: the same in both processes, counts through sleep, never jumps.
Instant now();
/// Of day, for paper: local time.
views::Stamp stamp(const std::string& kiosk_name);
/// "2026-11-22", local.
std::string today();
/// "2026-11-22 14:05", local, of milliseconds since 1970.
std::string minute_of(std::int64_t wall_ms);
/// An ISO day that there is.
bool is_day(const std::string&);
/// Milliseconds since 1970, for tickets: larger after every restart.
std::uint64_t wall_milliseconds();

}  // namespace kiosk::app
