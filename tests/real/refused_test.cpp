// SPDX-License-Identifier: Apache-2.0
// One request that a real display refuses, as it refuses a picture of a size that the window no longer has.
#include "child.hpp"
#include "window/display_lost.hpp"

#include <doctest/doctest.h>

#include <X11/Xlib.h>

using namespace kiosk;

TEST_CASE("a request that the display refuses is known of, once, and ends nothing") {
    const test::Folder folder;
    const test::VirtualDisplay glass(400, 300, folder / "display");
    Display* display = XOpenDisplay(nullptr);
    REQUIRE(display != nullptr);
    window::outlive_refusals();
    CHECK_FALSE(window::was_refused());
    XMapWindow(display, 0x7FFFFFF);  // there is none
    XSync(display, False);           // Xlib's own handler ends the process here
    CHECK(window::was_refused());
    CHECK_FALSE(window::was_refused());
    XCloseDisplay(display);
}
