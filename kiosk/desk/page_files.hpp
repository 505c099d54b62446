// SPDX-License-Identifier: Apache-2.0
// The files of kiosk/desk/page, inside the program (CMakeLists.txt, embed).
#pragma once

#include <string_view>

namespace kiosk::desk {

extern const std::string_view page_html, page_css, page_js;

}  // namespace kiosk::desk
