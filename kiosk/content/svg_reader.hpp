// SPDX-License-Identifier: Apache-2.0
// Is this text a drawing that can be shown: SVG with a viewBox, of shapes alone, no script, nothing fetched from
// outside, and nothing that takes long to paint.
#pragma once

#include "content/report.hpp"

#include <string>

namespace kiosk::content {

/// Every reason why not stands in the report.
bool is_drawing(const std::string& svg, Report&);

}  // namespace kiosk::content
