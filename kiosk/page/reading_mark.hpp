// SPDX-License-Identifier: Apache-2.0
// What is being read aloud, marked on the glass (12d): a band behind a sentence, a frame around a key or a picture.
#pragma once

#include "page/sentences.hpp"
#include "page/stops.hpp"

#include <cstddef>

namespace kiosk::page {

/// The same sheet with a mark at this stretch of the stop's words; `said`: which of Stop::words.
Sheet marked(const Sheet&, const Stop&, std::size_t said, Stretch);

/// Boxes of the band, px of the surface; empty for a key and a picture. What marked() paints.
std::vector<Box> band(const Sheet&, const Stop&, std::size_t said, Stretch);

}  // namespace kiosk::page
