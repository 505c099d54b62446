// SPDX-License-Identifier: Apache-2.0
// The same screens and the same handout as a web page, for the benchmark: same words in the same sizes and places, same
// keys, same drawings; everything else as a browser does it.
#pragma once

#include "content/content.hpp"
#include "screens.hpp"

#include <string>
#include <vector>

namespace kiosk::measure {

/// All screens in one document, the first one shown.
std::string web_visit(const content::Content&, const std::vector<Screen>&);
std::string web_handout(const content::Content&, const content::Handout&);

}  // namespace kiosk::measure
