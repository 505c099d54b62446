// SPDX-License-Identifier: Apache-2.0
// A document as a PWG raster stream (PWG 5102.4), for printers without PDF. In memory only.
#pragma once

#include "printer/capabilities.hpp"

#include <string>

namespace kiosk::printer {

/// Empty if it cannot be made.
std::string pwg_raster(const Document&, const Choice&);

}  // namespace kiosk::printer
