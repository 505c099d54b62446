// SPDX-License-Identifier: Apache-2.0
// The X server dies under the kiosk: Xlib then ends the process from within whatever call notices it, and offers no way
// back. Or it refuses one request.
#pragma once

#include <functional>

namespace kiosk::window {

/// Runs `last`, once, in place of Xlib's own exit(1). It ends the process, and asks nothing of the display any more.
void when_display_is_lost(std::function<void()> last);

/// One request that the display refuses no longer ends the process, as Xlib would have it: Mesa without a GPU sends a
/// picture of the old size to a window that has just become smaller.
void outlive_refusals();
/// Whether one was refused since this was asked last.
bool was_refused();

}  // namespace kiosk::window
