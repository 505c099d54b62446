// SPDX-License-Identifier: Apache-2.0
// The facts under the lists of the note for staff: whom it is about, language, kiosk, times of day, who opened the
// handouts. Used by the note alone.
#pragma once

#include "views/paper_blocks.hpp"
#include "views/views.hpp"

namespace kiosk::views {

/// Three beside each other. `level` is the note's: a red page with a lower one was left as touched by mistake.
page::Block note_facts(const paper::Print&, const visit::Record&, content::Urgency level, const Stamp&);

}  // namespace kiosk::views
