// SPDX-License-Identifier: Apache-2.0
// What is counted of a visit, and the totals of a week, as text for the mailbox between the two processes.
#pragma once

#include "content/content.hpp"
#include "desk/usage.hpp"
#include "visit/effect.hpp"

#include <optional>
#include <string>

namespace kiosk::app {

std::string write_tally(const content::Content&, const visit::Counted&);
/// Nothing where it is no such text.
std::optional<desk::Tally> read_tally(const std::string&);

std::string write_week(const desk::Week&);
std::optional<desk::Week> read_week(const std::string&);

}  // namespace kiosk::app
