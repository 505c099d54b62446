// SPDX-License-Identifier: Apache-2.0
// A secret that the clinic shares with another program, in a file of its own.
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <string>

namespace kiosk::desk {

/// Its text without the line's end: 16 to 1,024 bytes. Failure: it is not there, others could read it, or it is too
/// short or long. `option`: what names it to staff.
Result<std::string> read_secret(const std::filesystem::path&, const std::string& option);

}  // namespace kiosk::desk
