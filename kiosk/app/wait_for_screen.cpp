// SPDX-License-Identifier: Apache-2.0
#include "app/wait_for_screen.hpp"

#include "app/clock.hpp"

#include <poll.h>

#include <array>

namespace kiosk::app {

bool wait_for_screen(window::Watch& watch, const StopSignals& signals, Supervisor& supervisor) {
    while (watch.screen().width < 1) {
        supervisor.ready();  // or it would be given up on as one that does not start
        supervisor.turned(now());
        if (watch.seen().screen_changed) continue;
        std::array<pollfd, 2> on{{{watch.descriptor(), POLLIN, 0}, {signals.descriptor(), POLLIN, 0}}};
        poll(on.data(), on.size(), static_cast<int>(supervisor.rest().count()));
        if (signals.asked() != 0) return false;
    }
    return true;
}

}  // namespace kiosk::app
