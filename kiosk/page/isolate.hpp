// SPDX-License-Identifier: Apache-2.0
// Telephone numbers, doses, ranges and dates in right-to-left text: without marks around them 555-0142 is shown as
// 0142-555. Used where text is shaped, so that glass and paper cannot differ and no translator has to think of it.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::page {

/// Each stretch of digits and Latin letters in marks of its own direction (U+2066, U+2069). Whole numbers alone and
/// whole words alone stay as they are: they read right by themselves.
std::string isolated(std::string_view text);

}  // namespace kiosk::page
