// SPDX-License-Identifier: Apache-2.0
// All figures of one program, taken the same way for each.
#pragma once

#include "programs.hpp"
#include "x_screen.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kiosk::measure {

/// Times in ms, `wakeups` a second, `pss` in MB. Empty: the program does no such thing.
struct Figures {
    std::optional<double> start, tick, tick_p99, screen, screen_p99, cpu_percent, wakeups, pss, processes, pdf, sound,
        sound_p99;
};

/// Where the fingers go, the same for all programs: from welcome to the first question, and there.
struct Way {
    std::vector<Point> to_question;
    std::vector<Point> ticks;    ///< two boxes on, two boxes off
    std::vector<Point> screens;  ///< to the screen before, and on again
};

/// Its command is there.
bool installed(const Program&);
/// One line, as the program itself says it.
std::string version(const Program&);
/// Of the program on this display; what it says goes to `log`. Throws where it cannot be measured.
Figures figures(const play::XScreen&, const Program&, const std::string& log, const Way&);

}  // namespace kiosk::measure
