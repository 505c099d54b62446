// SPDX-License-Identifier: Apache-2.0
// screens/theme.xml: every colour of the three palettes, every type role, the steps of text size, the picture colours.
#pragma once

#include "content/element.hpp"

#include <span>
#include <string_view>

namespace kiosk::content {

Theme read_theme(const Element& root, Report&);

/// What theme.xml calls them, in the order of the enums.
std::span<const std::string_view> colour_names();
std::span<const std::string_view> role_names();

}  // namespace kiosk::content
