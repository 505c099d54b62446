// SPDX-License-Identifier: Apache-2.0
// One table of all programs, as Markdown that stays readable on a terminal: of each other program, its figure and the
// kiosk's share of it.
#pragma once

#include "figures.hpp"

#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace kiosk::measure {

struct Column {
    std::string name;
    std::optional<Figures> figures;  ///< empty: not installed
};

/// The first column is the kiosk's.
void print(std::ostream&, const std::vector<Column>&);

}  // namespace kiosk::measure
