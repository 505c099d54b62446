// SPDX-License-Identifier: Apache-2.0
// What a machine file says that reads well and cannot work. Told by check; the kiosk itself starts all the same, and
// its status says what does not go.
#pragma once

#include "app/options.hpp"

#include <map>
#include <string>

namespace kiosk::app {

/// Of what stands in the machine file alone. `lines`: where it sets an option, by the option's name.
Problems machine_problems(const Machine&, const std::map<std::string, int>& lines);

}  // namespace kiosk::app
