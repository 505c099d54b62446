// SPDX-License-Identifier: Apache-2.0
// The same screens in Qt Quick, for the benchmark: same words in the same sizes and places, same keys, same drawings,
// all screens in one window as the web page has them in one document; everything else as Qt Quick does it.
#pragma once

#include "screens.hpp"

#include <string>
#include <vector>

namespace kiosk::measure {

/// All screens in one window, the first one shown.
std::string qt_visit(const std::vector<Screen>&);

}  // namespace kiosk::measure
