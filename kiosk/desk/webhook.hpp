// SPDX-License-Identifier: Apache-2.0
// One message to a paging system by HTTP POST, signed, over TLS beyond this machine.
#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"
#include "desk/call.hpp"

#include <stop_token>
#include <string>
#include <variant>

namespace kiosk::desk {

struct Receiver {
    std::string url;        ///< may hold a token of the receiver's: not for staff, not for the log
    std::string secret;     ///< what messages are signed with
    std::string authority;  ///< PEM file: who vouches for the receiver; empty: whom this machine trusts
};

/// What is wrong with the address of a webhook; empty: nothing. Plain http is for this machine alone.
std::string webhook_trouble(const std::string& url);

struct Message {
    std::string body;  ///< JSON
    std::string key;   ///< the receiver knows by it what it has already
};

/// Nobody waits longer for a receiver than this.
inline constexpr Duration webhook_patience{2'000};

/// Failure: it is not known to have arrived, and why. Redirects are not followed; a stop ends it within a second.
/// The thread must not take SIGPIPE.
Result<std::monostate> post(const Receiver&, const Message&, WallTime now, const std::stop_token&);

/// "t=1795476153,v1=..." for the header X-Kiosk-Signature: HMAC-SHA256, as hex, over "1795476153." and the body.
std::string signature(const std::string& secret, WallTime now, const std::string& body);

}  // namespace kiosk::desk
