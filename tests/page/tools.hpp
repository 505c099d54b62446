// SPDX-License-Identifier: Apache-2.0
// Other programs, given a file and asked what is in it.
#pragma once

#include <string>

namespace kiosk::page {

/// Output of `command FILE -` (or `command FILE` where `to_stdout` is empty), FILE holding `bytes`. Throws where the
/// program is missing or fails.
std::string run(const std::string& command, const std::string& bytes, const std::string& to_stdout = "-");

}  // namespace kiosk::page
