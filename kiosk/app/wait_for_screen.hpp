// SPDX-License-Identifier: Apache-2.0
// A monitor that is off or unplugged. cage then gives Xwayland a screen of no size, on which no window can be opened.
#pragma once

#include "app/signals.hpp"
#include "app/supervisor.hpp"
#include "window/watch.hpp"

namespace kiosk::app {

/// Until the display has a screen. It is alive meanwhile, and says so. False: asked to stop.
bool wait_for_screen(window::Watch&, const StopSignals&, Supervisor&);

}  // namespace kiosk::app
