// SPDX-License-Identifier: Apache-2.0
// What the glass says where nothing of the clinic's may be shown, or can be: nobody has approved it, it has errors, or
// the screen keeps failing. Its words and its look stand here, the one exception to the rule: what nobody has approved
// is shown to nobody, and the content may be just what is wrong.
#pragma once

#include "page/page.hpp"

namespace kiosk::views {

enum class Closed { not_in_use_yet, out_of_order };

/// In the languages that the kiosk is shipped with.
page::Page closed(Closed);
/// Enough of a look for it.
const Theme& closed_theme();

}  // namespace kiosk::views
