// SPDX-License-Identifier: Apache-2.0
// Other kiosks of the clinic over HTTP: each shows its key, says what it has to say, and hears.
#pragma once

#include "desk/desk.hpp"
#include "desk/kiosk_keys.hpp"

#include <httplib.h>

#include <optional>
#include <string>

namespace kiosk::desk {

inline constexpr const char* intake_path = "/kiosk";

/// Whose key the request shows; nothing: nobody's.
std::optional<std::string> kiosk_of(KioskKeys*, const httplib::Request&);
void answer_kiosk(Desk&, KioskKeys*, const httplib::Request&, httplib::Response&);

}  // namespace kiosk::desk
