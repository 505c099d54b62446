// SPDX-License-Identifier: Apache-2.0
// What tests call a place and an effect.
#pragma once

#include "visit/step.hpp"

namespace kiosk::visit {

const char* name_of(const Place& place);
const char* name_of(const Effect& effect);

}  // namespace kiosk::visit
