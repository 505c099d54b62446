// SPDX-License-Identifier: Apache-2.0
#include "window/display_lost.hpp"

#include <X11/Xlib.h>

#include <atomic>

namespace kiosk::window {

namespace {

std::function<void()>& last_act() {
    static std::function<void()> act;
    return act;
}

std::atomic<bool> is_refused = false;

int lost(Display*) {
    last_act()();
    return 0;
}

}  // namespace

void outlive_refusals() {
    XSetErrorHandler([](Display*, XErrorEvent*) {
        is_refused = true;
        return 0;
    });
}

bool was_refused() {
    return is_refused.exchange(false);
}

void when_display_is_lost(std::function<void()> last) {
    last_act() = std::move(last);
    XSetIOErrorHandler(lost);
}

}  // namespace kiosk::window
