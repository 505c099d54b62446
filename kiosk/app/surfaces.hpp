// SPDX-License-Identifier: Apache-2.0
// Everything of a content that can be laid out, in every way it is shown: what fit looks at.
#pragma once

#include "page/sheet.hpp"
#include "views/gallery.hpp"

#include <functional>
#include <string>
#include <vector>

namespace kiosk::app {

/// A screen in one look, with all its pages; or a document on one paper.
struct Surface {
    std::string name;  ///< for a person: "04-question-chest (landscape, largest letters)"
    std::string file;  ///< the topic it is about, and where in it: for what is wrong with the page as a whole
    int line = 1;
    std::function<std::vector<page::Misfit>(const page::Style&)> misfits;
};

/// Of a content that outlives them.
std::vector<Surface> surfaces(const content::Content&);

}  // namespace kiosk::app
