// SPDX-License-Identifier: Apache-2.0
// A message to the front desk as text, for the mailbox between the two processes. It says in words what the visit
// knows, so that a desk needs no content to show it.
#pragma once

#include "base/instant.hpp"
#include "content/content.hpp"
#include "desk/call.hpp"
#include "visit/effect.hpp"

#include <optional>
#include <string>

namespace kiosk::app {

struct CallText {
    desk::Told told;
    Instant at;  ///< when it was raised
    bool operator==(const CallText&) const = default;
};

std::string write_call(const content::Content&, const visit::Record&, Instant at);
/// Nothing where it is no such text.
std::optional<CallText> read_call(const std::string&);

}  // namespace kiosk::app
