// SPDX-License-Identifier: Apache-2.0
// What a handout says about itself on paper: how sure we are, where it comes from, who wrote and checked it and when,
// the way to the clinic's page. Used by the handout.
#pragma once

#include "views/paper_blocks.hpp"

namespace kiosk::views::paper {

/// The bars stay with the first paragraph.
page::Blocks how_sure(const Print&, const content::Handout&);
/// Sources, dates, what the paper cannot do; the QR code beside them where the handout has a web page.
page::Blocks about(const Print&, const content::Topic&, const content::Handout&);
/// How sure, who says so, who approved it, what it cannot do: a line each, for plain text.
page::Blocks about_in_short(const Print&, const content::Topic&, const content::Handout&);

}  // namespace kiosk::views::paper
