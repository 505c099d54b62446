// SPDX-License-Identifier: Apache-2.0
// Moments of a visit as times of day. Instants are steady and know no clock on the wall; a Stamp holds one moment both
// ways, and every other moment is counted from it. Used by the note for staff.
#pragma once

#include "views/views.hpp"

#include <optional>
#include <string>

namespace kiosk::views {

struct TimeOfDay {
    std::string words;  ///< "10:42", to the minute
    int days_ago = 0;   ///< 1: the day before the stamp's date; negative: after it
    bool operator==(const TimeOfDay&) const = default;
};

/// Nothing where the stamp's time is no "hh:mm". The stamp is taken as the middle of its minute, so the answer is less
/// than a minute off whichever second it was.
std::optional<TimeOfDay> time_of_day(Instant then, const Stamp&);

}  // namespace kiosk::views
