// SPDX-License-Identifier: Apache-2.0
// The pages of a handout on the glass, as blocks of a Paged. Used by the screen for reading.
#pragma once

#include "views/sketch.hpp"

namespace kiosk::views {

/// Every part this person may read, then what to do and not to do, then the evidence and whom to tell.
page::Blocks reading_pages(const Sketch&, content::HandoutId);

}  // namespace kiosk::views
