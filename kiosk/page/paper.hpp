// SPDX-License-Identifier: Apache-2.0
// The measures of a sheet of paper: design guide, section 11.
#pragma once

#include "base/geometry.hpp"

namespace kiosk::page {

constexpr double pt_per_mm = 72 / 25.4;
constexpr double paper_side = 17.8 * pt_per_mm, paper_top = 12.9 * pt_per_mm, paper_bottom = 11.2 * pt_per_mm;

}  // namespace kiosk::page
