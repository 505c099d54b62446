// SPDX-License-Identifier: Apache-2.0
// The numbers that say where a drawing's lines go: what its painting costs is counted in them. Used by svg_reader.
#pragma once

#include <string_view>
#include <vector>

namespace kiosk::content {

/// Every number of a path, a list of points or a transform, without its sign; what is beyond double is infinite.
std::vector<double> numbers_in(std::string_view);
/// How many times larger a transform draws, at most; 1 where it draws smaller or only moves.
double enlargement(std::string_view transform);

}  // namespace kiosk::content
