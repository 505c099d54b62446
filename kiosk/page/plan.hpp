// SPDX-License-Identifier: Apache-2.0
// What a screen shows and where its zones come to stand, before anything is drawn: how far texts push the sheet down,
// what a full sheet gives up, which page of a Paged is shown, whether there is room for the picture.
#pragma once

#include "page/paging.hpp"
#include "page/read_zone.hpp"

namespace kiosk::page {

struct Plan {
    Page page;  ///< as drawn in this way of hanging, with the picture of the part that is shown
    Setting setting;
    Zones zones;
    ReadZone read;
    Paging paging;                  ///< of the sheet
    Blocks sheet;                   ///< with the space above them
    Box sheet_room;                 ///< for these blocks
    bool words_moved_down = false;  ///< lowered: the texts stand in the sheet
};

Plan plan(const Page&, Size, const Style&);

}  // namespace kiosk::page
