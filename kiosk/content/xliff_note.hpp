// SPDX-License-Identifier: Apache-2.0
// Notes of ours beside a unit of XLIFF 2.0, known by their category; those of others are theirs.
#pragma once

#include "content/xliff_tree.hpp"

#include <string>

namespace kiosk::content::xliff {

/// One note of this category; without words there is none. Whether anything had to be changed.
bool set_note(xmlNode* unit, const char* category, const std::string& words);

}  // namespace kiosk::content::xliff
