// SPDX-License-Identifier: Apache-2.0
// What the page and the desk say to each other, as JSON.
#pragma once

#include "desk/deed.hpp"

#include <optional>
#include <string>

namespace kiosk::desk {

std::string write_board(const Board&);
std::string write_kiosks(const Kiosks&);
/// What staff look up of one kiosk: its drills and its use.
std::string write_records(const About&);

/// Nothing where it is no deed.
std::optional<Deed> read_deed(const std::string&);

}  // namespace kiosk::desk
