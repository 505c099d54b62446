// SPDX-License-Identifier: Apache-2.0
// Where the parts of a screen stand: the numbers of the design guide, section 4, for both ways of hanging the panel.
#pragma once

#include "page/setting.hpp"

#include <array>

namespace kiosk::page {

struct Zones {
    Size design;  ///< 1080x1920 or 1920x1080
    Box all;      ///< the whole surface in the design's px: more than the design where its shape differs
    double scale = 1;
    Point offset;

    Box read;         ///< texts of the read zone: x, first y, width, lowest y
    Box sheet;        ///< blocks of the sheet: from its top edge down to the lowest key
    double dock = 0;  ///< y of its top
    Box help;
    Box help_of_all;  ///< in the largest letters, with the word of every language
    std::array<Box, 5> access{};
    int access_places = 5;
    Point logo, name;
    Box section;  ///< right-aligned in it

    Box bar;  ///< behind the header, where staff are meant
    Box read_background, sheet_background, dock_background;
    Corners sheet_corners;
};

/// With the sheet where the page asks for it.
Zones zones(Size surface, const Page&);
/// Moves the sheet's top edge (portrait).
void move_sheet(Zones&, double top);
Way way_of(Size surface);

}  // namespace kiosk::page
