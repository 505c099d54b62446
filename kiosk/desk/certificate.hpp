// SPDX-License-Identifier: Apache-2.0
// How long the certificate of the desk page holds, so that staff hear of its end before browsers do.
#pragma once

#include "desk/usage.hpp"

#include <optional>
#include <string>

namespace kiosk::desk {

/// The last day (UTC) of the first certificate in this PEM file; nothing: there is none, or it cannot be read.
std::optional<Day> last_day(const std::string& pem_file);

/// On `today`: staff must put a new one in its place soon, or have missed it.
enum class Lasts { long_enough, not_long, is_over };
Lasts how_long(Day last, Day today);

}  // namespace kiosk::desk
