// SPDX-License-Identifier: Apache-2.0
// What cage might take from a keyboard before the kiosk has it.
#include "app/clock.hpp"
#include "app/keypad_reader.hpp"
#include "panel.hpp"
#include "room.hpp"

#include <doctest/doctest.h>

#include <linux/input-event-codes.h>

using namespace kiosk;
using namespace kiosk::test;

TEST_CASE("under cage no key and no chord leaves the kiosk, or changes anything on it") {
    Panel panel;
    fine(panel, panel.see());
    const int control = KEY_LEFTCTRL, alt = KEY_LEFTALT, super = KEY_LEFTMETA;
    panel.press({alt, KEY_ESC});  // ends a cage that was built for its makers
    panel.press({alt, KEY_F4});
    panel.press({alt, KEY_TAB});
    panel.press({control, alt, KEY_F2});  // another console
    panel.press({control, alt, KEY_BACKSPACE});
    panel.press({control, alt, KEY_DELETE});
    panel.press({alt, KEY_SYSRQ, KEY_B});
    panel.press({super, KEY_D});
    panel.press({control, KEY_C});
    for (const int key : {KEY_POWER, KEY_SLEEP, KEY_SYSRQ, KEY_F11, KEY_COMPOSE, KEY_Q}) panel.press({key});
    // What was typed before is read before. That this is seen shows that all of it came.
    panel.press({KEY_RIGHT});
    app::KeypadReader keys(shipped().clinic.timing);
    const auto& painter = panel.painter();
    const app::OnGlass on{painter.screen(), painter.stops(), painter.focused(),
                          app::is_unheard(shipped(), panel.visit())};
    for (const auto& event : keys.read(app::KeypadKey::next, on, app::now())) panel.happens(event);
    fine(panel, panel.see());
    CHECK_FALSE(panel.is_over());
}
