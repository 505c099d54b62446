// SPDX-License-Identifier: Apache-2.0
// What a drill found, in the clinic's language: rows for the glass, one line for the log.
#pragma once

#include "content/content.hpp"
#include "visit/effect.hpp"

#include <string>
#include <utility>
#include <vector>

namespace kiosk::views {

std::vector<std::pair<std::string, std::string>> drill_rows(const content::Content&, const visit::DrillLine&);
/// "Passed. Test call: answered after 3.4 s. …"
std::string drill_words(const content::Content&, const visit::DrillLine&);

}  // namespace kiosk::views
