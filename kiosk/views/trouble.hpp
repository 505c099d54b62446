// SPDX-License-Identifier: Apache-2.0
// What holds the printer up, as the name of its texts: interface "print.<name>.title" and ".line".
#pragma once

#include "visit/event.hpp"

#include <string>

namespace kiosk::views {

/// "attention" where nobody knows.
std::string trouble_name(visit::Trouble);

}  // namespace kiosk::views
