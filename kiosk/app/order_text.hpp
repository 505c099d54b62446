// SPDX-License-Identifier: Apache-2.0
// A print order as lines of text, for the mailbox between the two processes. Names, not indices: a service with other
// content refuses it instead of printing something else.
#pragma once

#include "base/result.hpp"
#include "content/content.hpp"
#include "visit/effect.hpp"

#include <string>

namespace kiosk::app {

std::string write_order(const content::Content&, const visit::PrintOrder&);
/// The fingerprint of the content it was written with; empty where it does not say.
std::string content_of(const std::string& order);
/// Fails where the content is not the one it was written with, or the answers do not open these handouts.
Result<visit::PrintOrder> read_order(const content::Content&, const std::string&);

}  // namespace kiosk::app
