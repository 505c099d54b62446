// SPDX-License-Identifier: Apache-2.0
// Who approved what is on the glass, as the screen tells it to the service: no words, for who reads it has its own.
#pragma once

#include "content/content.hpp"

#include <optional>
#include <string>

namespace kiosk::app {

/// Three lines; empty: nobody did.
std::string write_sign_off(const std::optional<content::SignOff>&);
std::optional<content::SignOff> read_sign_off(const std::string&);

}  // namespace kiosk::app
