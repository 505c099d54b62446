// SPDX-License-Identifier: Apache-2.0
// The {places} of a text that the kiosk fills in. Used by the readers of the interface and of translations.
#pragma once

#include <optional>
#include <set>
#include <string>

namespace kiosk::content {

using Placeholders = std::set<std::string>;

/// The names in braces; nothing where a brace stands alone.
std::optional<Placeholders> placeholders_in(const std::string& text);
/// "{page}, {pages}"
std::string in_braces(const Placeholders&);

}  // namespace kiosk::content
