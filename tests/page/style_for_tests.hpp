// SPDX-License-Identifier: Apache-2.0
// The design guide's colours and type, and the product's own pictures, for the tests of this room: they must not depend
// on what staff have written into theme.xml.
#pragma once

#include "page/sheet.hpp"

#include <string>

namespace kiosk::page {

const Theme& theme_for_tests();
const Style& style_for_tests();
/// A whole file of the source tree; throws where it is missing.
std::string source_file(const std::string& path);

}  // namespace kiosk::page
