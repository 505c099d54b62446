// SPDX-License-Identifier: Apache-2.0
// The first look at an XML file, before any parser builds a tree of it: tags closed in order, not too deep, not too
// many, no document type, no entities of its own. Loops, never recurses. Used by xml_reader.
#pragma once

#include "content/report.hpp"

#include <string_view>

namespace kiosk::content {

inline constexpr std::size_t deepest_nesting = 32;
inline constexpr std::size_t most_elements = 50'000;

/// True where the form is sound; else what is wrong stands in the report. Only for UTF-8 without a byte 0.
bool sound_form(std::string_view text, Report&);

}  // namespace kiosk::content
