// SPDX-License-Identifier: Apache-2.0
// What staff call one of them, or a kiosk.
#pragma once

#include <string>

namespace kiosk::desk {

/// 1 to 40 letters of any script, to be seen by others. Of UTF-8, which is for whoever reads it to see to.
bool is_staff_name(const std::string&);

}  // namespace kiosk::desk
