// SPDX-License-Identifier: Apache-2.0
// From a touch to the pixel that shows what it did. The same for every program on the display: which pixel to watch is
// learned from what the display shows, never from what the program says.
#pragma once

#include "x_screen.hpp"

#include <functional>
#include <vector>

namespace kiosk::measure {

/// One touch, and where its result shows: a pixel that has this colour neither before it nor while the finger is down.
struct Touch {
    Point at, watch;
    std::uint32_t colour = 0;
};

/// Touches these places slowly, one after the other, twice, and finds the lowest such pixel of each. Throws where a
/// touch shows nothing, or where the last does not lead back to where the first began.
std::vector<Touch> learn(const play::XScreen&, const std::vector<Point>& round);

/// Rounds of these touches, finger down and up at once, `pause` after each result; in ms.
std::vector<double> time_touches(const play::XScreen&, const std::vector<Touch>& round, int count, Duration pause);

/// From `launch` to the very picture of `settled`, in ms; the screen showed `blank` before.
double time_start(const play::XScreen&, const Pixels& blank, const Pixels& settled,
                  const std::function<void()>& launch);

}  // namespace kiosk::measure
