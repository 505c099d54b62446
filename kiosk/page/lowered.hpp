// SPDX-License-Identifier: Apache-2.0
// The lowered screen (12h): the picture above, everything to read and press in the lower part, for who sits.
#pragma once

#include "page/zones.hpp"

namespace kiosk::page {

/// Read and sheet as one stack, answers side by side.
Blocks lowered_blocks(const Page&);
/// Where the sheet begins so that its keys stay as low as they can.
double lowered_top(const Blocks&, const Zones&, const Setting&);
/// The picture in what is left above the sheet; empty where it would be too small.
std::optional<Box> lowered_picture(const Page&, const Zones&, const Setting&);
double lowered_circle(const Box& picture);

}  // namespace kiosk::page
