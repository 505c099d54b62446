// SPDX-License-Identifier: Apache-2.0
// What screen and service begin with: the files on the disk where they are what was last found good, or where nothing
// was yet; else the last good copy, until the service has judged the changed files (content_watch).
#pragma once

#include "app/options.hpp"
#include "content/content.hpp"

#include <optional>
#include <string>

namespace kiosk::app {

/// Not yet as it holds today (on_day). Nothing where there is nothing that patients may see: why is on standard error,
/// and so is that a copy must stand in.
std::optional<content::Content> first_content(const Machine&);
/// Patients may see it on this machine.
bool is_allowed(const Machine&, const content::Content&);
/// What to tell staff where it is not.
extern const char* const not_allowed;

}  // namespace kiosk::app
