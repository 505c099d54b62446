// SPDX-License-Identifier: Apache-2.0
// The texts at the top of a screen and the picture that stands on the sheet beside them: text never runs over it.
#pragma once

#include "page/zones.hpp"

#include <functional>

namespace kiosk::page {

struct ReadZone {
    Marks words;
    double bottom = 0;           ///< of the lowest block
    bool collides = false;       ///< a text runs over the drawing
    std::optional<Box> picture;  ///< empty: dropped
};

/// The texts as they stand with the picture (or without).
ReadZone lay_read(const Page&, const Zones&, const Setting&, const std::optional<Box>& picture);
/// Where the picture stands for zones as they are, in this share of its size.
Box picture_box(const Page&, const Zones&, const Setting&, double share = 1);
/// Moves the sheet down (portrait), in normal letters makes the picture smaller, or drops it, where the texts need it.
/// `fits` tells whether the sheet's own blocks still fit at their natural sizes.
ReadZone fit_read(const Page&, Zones&, const Setting&, double above_sheet,
                  const std::function<bool(const Zones&)>& fits);
/// Circle and drawing.
void place_picture(const ReadPicture&, const Box&, double circle, Point centre, Tone, const Setting&, Marks&);

}  // namespace kiosk::page
