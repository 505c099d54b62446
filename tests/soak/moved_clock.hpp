// SPDX-License-Identifier: Apache-2.0
// The clocks of a soaked kiosk, as its test moves them: somebody sets the time, or the machine sleeps. Both processes
// of the kiosk see it at once. Only CLOCK_REALTIME may go back.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

namespace kiosk::soak {

struct MovedBy {
    std::atomic<std::int64_t> wall_ms{0};   ///< CLOCK_REALTIME
    std::atomic<std::int64_t> slept_ms{0};  ///< CLOCK_BOOTTIME
};

/// Names the file that both share, to the kiosk.
inline constexpr const char* moved_clock_variable = "KIOSK_SOAK_CLOCK";
/// Maps it, made where it is not there. Stays for the life of the process.
MovedBy& map_moved_clock(const std::string& file);

}  // namespace kiosk::soak
