// SPDX-License-Identifier: Apache-2.0
// What a language code alone tells. Used by content (which way a language is written) and by page (how text is set).
#pragma once

#include <string>

namespace kiosk {

/// "zh" of "zh-Hans", in small letters.
std::string primary_tag(const std::string& language);
/// By the letters that the language is written in: Arabic, Hebrew.
bool is_right_to_left(const std::string& language);

}  // namespace kiosk
