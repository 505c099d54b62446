// SPDX-License-Identifier: Apache-2.0
// The X server dies under the kiosk: Xlib then ends the process from within whatever call notices it, and offers no way
// back.
#pragma once

#include <functional>

namespace kiosk::window {

/// Runs `last`, once, in place of Xlib's own exit(1). It ends the process, and asks nothing of the display any more.
void when_display_is_lost(std::function<void()> last);

}  // namespace kiosk::window
