// SPDX-License-Identifier: Apache-2.0
// Is this text at all: where a file stops being UTF-8, and characters no reader can show. Used by the readers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk::content {

struct Character {
    std::uint32_t code = 0;
    std::size_t length = 0;  ///< bytes; 0 = not UTF-8
};
Character character_at(std::string_view, std::size_t at);

/// The first byte that is not UTF-8 (overlong forms, surrogates and beyond U+10FFFF included); nothing if all is.
std::optional<std::size_t> not_utf8_at(std::string_view);
/// The first character that no text of ours may hold, as "U+0007": controls but tab and line ends, characters of no
/// width and of direction, U+FFFD (left by a program that lost the real letter), noncharacters. Only for UTF-8. Nothing
/// if there is none.
std::optional<std::string> unfit_character(std::string_view);
/// Nothing but white space, or nothing.
bool is_blank(std::string_view);
/// Runs of white space become one space; none at the ends.
std::string folded(std::string_view);
/// From 1.
int line_of(std::string_view text, std::size_t at);

}  // namespace kiosk::content
