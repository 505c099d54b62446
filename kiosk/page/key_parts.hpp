// SPDX-License-Identifier: Apache-2.0
// The parts that keys are drawn of: lip and face, icon, tick box, the hand of the help key.
#pragma once

#include "page/key_look.hpp"

#include <string>

namespace kiosk::page {

/// Lip, edge, fill. `face` where it stands now (a pressed one has moved down).
void place_key_body(const Box& face, double radius, const KeyLook&, Marks&);
/// `name` without "icons/".
void place_icon(const std::string& name, const Box&, Ink, const Setting&, Marks&);
void place_tick_box(const Box&, bool ticked, const KeyColours&, const Setting&, Marks&);
void place_hand(const Box& disc, const Setting&, Marks&);

}  // namespace kiosk::page
