// SPDX-License-Identifier: Apache-2.0
// Does everything fit: each screen in each text size on both shapes of panel and lowered, each sheet on both papers.
#pragma once

#include "app/side_by_side.hpp"
#include "base/problem.hpp"
#include "content/content.hpp"
#include "content/written.hpp"

namespace kiosk::app {

/// One problem a line of a file, told with the first place where it shows. Ended early, what was found so far.
Problems check_fit(
    const content::Content&, const content::WrittenTexts&, const GoOn& go_on = [] { return true; });

}  // namespace kiosk::app
