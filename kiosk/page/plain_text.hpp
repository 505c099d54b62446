// SPDX-License-Identifier: Apache-2.0
// The words of blocks as plain text, for what can show nothing else: a QR code. What has no words is left out.
#pragma once

#include "page/page.hpp"

#include <string>

namespace kiosk::page {

/// In reading order, a line a text: headings after an empty line, lists with "- " or their number before each line.
std::string plain_text(const Blocks&);

}  // namespace kiosk::page
