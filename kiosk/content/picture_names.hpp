// SPDX-License-Identifier: Apache-2.0
// The drawings that the program itself places, whatever the topics say: each must be in screens/pictures. The loader
// reports a missing one; views and page draw them by these names.
#pragma once

#include <string_view>

namespace kiosk::content {

// clang-format off
inline constexpr std::string_view program_pictures[] = {
    "front-desk",
    "printer",
    "printer-empty",
    "safety-check",
    "welcome",
    "icons/back",
    "icons/backspace",
    "icons/bell",
    "icons/book",
    "icons/chart",
    "icons/clock",
    "icons/contrast",
    "icons/cross",
    "icons/flag",
    "icons/hand",
    "icons/home",
    "icons/language",
    "icons/leaf",
    "icons/list",
    "icons/listen",
    "icons/lock",
    "icons/logo",
    "icons/loud",
    "icons/lower-screen",
    "icons/next",
    "icons/not-sure",
    "icons/paper",
    "icons/pause",
    "icons/people",
    "icons/person",
    "icons/phone",
    "icons/plus",
    "icons/print",
    "icons/quiet",
    "icons/raise-screen",
    "icons/repeat",
    "icons/ribbon",
    "icons/stop",
    "icons/stop-sign",
    "icons/text-size",
    "icons/tick",
    "icons/up",
    "icons/walk",
    "icons/warn",
    "icons/why",
};
// clang-format on

}  // namespace kiosk::content
