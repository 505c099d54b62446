// SPDX-License-Identifier: Apache-2.0
// The hidden way of staff to their PIN: the two top corners of the glass touched in turn, four touches within five
// seconds, beginning on the left. Pure: told when, asks no clock.
#pragma once

#include "base/geometry.hpp"
#include "base/instant.hpp"

#include <optional>

namespace kiosk::app {

class StaffGesture {
public:
    /// A finger came down here on glass of this size. True with the last touch.
    bool touch(Point at, Size glass, Instant now);

private:
    int m_touches = 0;
    Instant m_begun{};
};

}  // namespace kiosk::app
