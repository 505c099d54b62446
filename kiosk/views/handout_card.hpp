// SPDX-License-Identifier: Apache-2.0
// One handout as a card of the library: its drawing, its title, and what this person may do with it.
#pragma once

#include "views/sketch.hpp"

#include <vector>

namespace kiosk::views {

/// Two columns in portrait, three in landscape.
page::Blocks handout_cards(Sketch&, const std::vector<content::HandoutId>&);

/// Its card lets this person choose it for printing.
bool has_choose_key(const Sketch&, content::HandoutId);

}  // namespace kiosk::views
