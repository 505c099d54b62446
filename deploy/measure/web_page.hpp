// SPDX-License-Identifier: Apache-2.0
// The same screens and the same handout as a web page, for the benchmark: same words, same keys in the same places,
// same drawings; everything else as a browser does it.
#pragma once

#include "content/content.hpp"
#include "page/sheet.hpp"

#include <string>
#include <vector>

namespace kiosk::measure {

/// One screen: its title, its picture, and its keys as laid out by the kiosk.
struct WebScreen {
    std::string title, picture_svg;
    std::vector<page::Target> keys;
};

/// All screens in one document; a touch on a check box ticks it, on "next" shows the next screen.
std::string web_visit(const std::vector<WebScreen>&);
std::string web_handout(const content::Content&, const content::Handout&);

}  // namespace kiosk::measure
