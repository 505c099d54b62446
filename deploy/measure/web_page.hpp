// SPDX-License-Identifier: Apache-2.0
// The same screens and the same handout as a web page, for the benchmark: same words in the same sizes and places, same
// keys, same drawings; everything else as a browser does it.
#pragma once

#include "content/content.hpp"
#include "page/sheet.hpp"

#include <string>
#include <vector>

namespace kiosk::measure {

/// What a key of the web page does.
struct WebKey {
    Box touch;
    int shows = -1;  ///< the screen it leads to; -1: stays
    bool ticks = false;
};

struct WebScreen {
    page::Sheet sheet;
    std::vector<WebKey> keys;  ///< those that do anything
};

/// All screens in one document, the first one shown.
std::string web_visit(const content::Content&, const std::vector<WebScreen>&);
std::string web_handout(const content::Content&, const content::Handout&);

}  // namespace kiosk::measure
