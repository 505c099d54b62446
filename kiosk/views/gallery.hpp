// SPDX-License-Identifier: Apache-2.0
// Visits that together show every screen in every state, each walked to by the real step. Used by `kiosk render` and by
// the tests that lay out everything.
#pragma once

#include "content/content.hpp"
#include "visit/visit.hpp"

#include <string>
#include <vector>

namespace kiosk::views {

struct Shown {
    std::string name;  ///< "04-question-chest", "05a-calling", ...: sorts in the order of a visit; a file's name
    visit::Visit visit;
    Instant now;
};

/// Pages of long screens are visits of their own, more than there may be: "-page-2" may look like the one before.
std::vector<Shown> gallery(const content::Content&);

}  // namespace kiosk::views
