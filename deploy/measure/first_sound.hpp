// SPDX-License-Identifier: Apache-2.0
// From asking to hear a screen to the first samples that the device is given. The device is one that goes nowhere: what
// a sound card adds is the machine's.
#pragma once

#include "app/loaded.hpp"

#include <vector>

namespace kiosk::measure {

/// Listen at the first questions of a visit, in turn, `count` times: the touch, the new picture, the voice; in ms.
/// Throws where nothing can be heard.
std::vector<double> time_first_sound(const content::Content&, const app::DrawingBoard&, int count);

}  // namespace kiosk::measure
