// SPDX-License-Identifier: Apache-2.0
// Numbers in texts that are written from right to left. Without a mark of direction the range 2–4 is shown as 4–2 and
// the dose 600 mg as mg 600. Used where translations are taken in, so that glass and paper show the same.
#pragma once

#include <string>

namespace kiosk::content {

/// Ranges, fractions, doses with a Latin unit and the like stand in an isolate from left to right (U+2066 ... U+2069).
/// Plain numbers need none.
std::string with_isolated_numbers(const std::string& text);

}  // namespace kiosk::content
