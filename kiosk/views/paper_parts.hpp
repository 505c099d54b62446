// SPDX-License-Identifier: Apache-2.0
// The parts of a handout on paper: exercises beside their pictures, sections, boxed warnings, and the cautions that
// stand before them. Used by the handout. An exercise and a box are one block each: they never split over pages.
#pragma once

#include "views/paper_blocks.hpp"
#include "visit/effect.hpp"

#include <vector>

namespace kiosk::views::paper {

/// What is printed, for whom.
struct Reader {
    const content::Topic& topic;
    const content::Handout& handout;
    content::HandoutId id;
    const visit::Answers* answers;  ///< nullptr: nobody was asked; everything shown, every caution said
};

/// The parts this reader may have, in order.
std::vector<const content::Part*> parts(const Reader&);
void add_parts(page::Blocks& flow, const Print&, const Reader&, double gap);
/// "One part was left out because of your answers. Ask staff."; nothing where none was.
page::Blocks left_out(const Print&, const Reader&);
/// "Ask first" for what this reader answered, or "Not for you if" and "Ask first if" for anyone.
page::Blocks caution_boxes(const Print&, const Reader&);

}  // namespace kiosk::views::paper
