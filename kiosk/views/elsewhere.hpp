// SPDX-License-Identifier: Apache-2.0
// Which answers lead elsewhere under a changed content, in sentences for reviewers, with the words on the screen.
// Reckoned by triage over all that matters (visit/outcomes.hpp). Used by `kiosk diff`.
#pragma once

#include "content/content.hpp"

#include <string>
#include <vector>

namespace kiosk::views {

/// Topics are matched by id. Empty: no answer leads elsewhere.
std::vector<std::string> led_elsewhere(const content::Content& before, const content::Content& after);

}  // namespace kiosk::views
