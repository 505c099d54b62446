// SPDX-License-Identifier: Apache-2.0
// What stands around every sheet of paper: the clinic's header, the footer with "Page x of y", size and direction.
// Used by the handout and by the note for staff.
#pragma once

#include "page/page.hpp"
#include "views/paper_blocks.hpp"

#include <string>

namespace kiosk::views::paper {

/// What differs between the kinds of paper.
struct Kind {
    std::string title;             ///< of the document
    std::string name, below_name;  ///< top end corner: "Patient handout", "English"
    std::string footer;            ///< "Warm bath. Version 2026.11"
    std::string approval;          ///< who approved it, after the footer; may be empty
    std::string above_footer;      ///< on every sheet, over the footer's rule; empty = none
};

/// A document without a flow.
page::Document framed(const Print&, Kind);

}  // namespace kiosk::views::paper
