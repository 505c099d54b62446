// SPDX-License-Identifier: Apache-2.0
// The pages of a handout on the glass, as blocks of a Paged. Used by the screen for reading.
#pragma once

#include "views/sketch.hpp"

namespace kiosk::views {

/// A drawing as it stands over the words of a part; also over pages that no part begins, where landscape has the room.
page::ReadPicture reading_picture(const Sketch&, const content::Picture&);
/// Every part this person may read, then what to do and not to do, then the evidence and whom to tell.
page::Blocks reading_pages(const Sketch&, content::HandoutId);

}  // namespace kiosk::views
