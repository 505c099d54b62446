// SPDX-License-Identifier: Apache-2.0
// What of a content holds on a day: the room itself asks no clock. Used by whoever shows content to patients.
#pragma once

#include "content/content.hpp"

#include <string>

namespace kiosk::content {

/// Handouts past their review-by are marked, an approval past its last day is gone. `today` is ISO; empty: not known,
/// and everything holds. What is always open stays: it says when to get help, and so does the check that never ends.
Content on_day(Content, const std::string& today);

/// The handouts that the kiosk offers at all, in the order written.
std::vector<HandoutId> offered(const Topic&);

}  // namespace kiosk::content
