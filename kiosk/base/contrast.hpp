// SPDX-License-Identifier: Apache-2.0
// How far apart two colours are to the eye. Used where colours are checked: as they are named, and as they came to
// stand.
#pragma once

#include <cstdint>
#include <string>

namespace kiosk {

inline constexpr double least_text_contrast = 7;  ///< to 1; the design guide, and WCAG 2.2, 1.4.6
inline constexpr double least_edge_contrast = 3;  ///< to 1; of what shows where a key is: WCAG 2.2, 1.4.11

/// WCAG 2.2 contrast ratio of two colours 0xRRGGBB, 1 to 21.
double contrast(std::uint32_t a, std::uint32_t b);

/// "6.9": cut, not rounded, so that 6.98 does not read as 7.
std::string in_tenths(double);

}  // namespace kiosk
