// SPDX-License-Identifier: Apache-2.0
// Everything of a content that can be laid out, in every way it is shown: what fit looks at.
#pragma once

#include "page/measure.hpp"
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
    std::string theme_file;  ///< for what is wrong with its colours; of paper, none is looked for
    /// How it is seen: screens of one kind are measured together. Nobody measures paper.
    enum class Seen { normal, large, largest, white_on_black, by_staff, on_paper } seen = Seen::on_paper;
    struct Looked {
        std::vector<page::Misfit> misfits;
        page::Measures measures;  ///< of its first page
    };
    std::function<Looked(const page::Style&)> look;
};
inline constexpr std::size_t ways_to_see = 6;

/// Of a content that outlives them.
std::vector<Surface> surfaces(const content::Content&);
/// Of these, what says who approved the content, or that nobody has.
std::vector<Surface> surfaces_that_tell_approval(const content::Content&);

}  // namespace kiosk::app
