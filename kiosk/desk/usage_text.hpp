// SPDX-License-Identifier: Apache-2.0
// How much a kiosk is used, as JSON: a list of days.
#pragma once

#include "desk/usage.hpp"

#include <nlohmann/json_fwd.hpp>

namespace kiosk::desk {

nlohmann::json usage_text(const Usage&);
/// Throws std::exception where it is no such text.
Usage read_usage(const nlohmann::json&);

}  // namespace kiosk::desk
