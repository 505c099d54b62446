// SPDX-License-Identifier: Apache-2.0
// What went wrong in a layout: found by looking at where things came to stand, not by trusting how they were put there.
#pragma once

#include "page/marks.hpp"

namespace kiosk::page {

/// Notes in `marks` what its items from `first` on do wrong within `room`: outside it, over each other, keys too small
/// or too close.
void check_places(Marks& marks, std::size_t first, const Box& room);
/// Text under the least size for glass, from mark `first` on.
void check_sizes(Marks& marks, std::size_t first);
/// Text that does not stand out from what is under it, as far as it can be seen.
void check_contrast(Marks& marks);

}  // namespace kiosk::page
