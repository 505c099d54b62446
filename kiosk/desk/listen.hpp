// SPDX-License-Identifier: Apache-2.0
// Where the desk page listens.
#pragma once

#include "base/result.hpp"

#include <string>

namespace kiosk::desk {

struct Listen {
    std::string host = "127.0.0.1";
    int port = 0;  ///< 0: any that is free
    bool operator==(const Listen&) const = default;
};

/// "127.0.0.1:8080", "0.0.0.0:8443", "[::1]:8080"; Failure says what else to write.
Result<Listen> parse_listen(const std::string&);
/// No other machine reaches it.
bool is_of_this_machine(const Listen&);
/// "https://10.0.0.5:8443/"
std::string address_of(const Listen&, bool encrypted);

}  // namespace kiosk::desk
