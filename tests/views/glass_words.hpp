// SPDX-License-Identifier: Apache-2.0
// The words that describe() finds on a screen, for the tests that look for them elsewhere.
#pragma once

#include <cctype>
#include <cstddef>
#include <string>

namespace glass {

/// Letters alone: line ends, spaces and marks of direction are not spoken.
inline std::string letters(const std::string& text) {
    std::string only;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_mark = text.compare(i, 2, "\xe2\x81") == 0 && i + 2 < text.size() && text[i + 2] >= '\xa6' &&
                             text[i + 2] <= '\xa9';
        if (is_mark || text.compare(i, 3, "\u200f") == 0) {
            i += 2;
            continue;
        }
        // A number to dial is said with its groups apart.
        if (std::isspace(static_cast<unsigned char>(text[i])) == 0 && text[i] != '-' && text[i] != ',') only += text[i];
    }
    return only;
}

/// The words of a line of describe(), without its marks; empty: a value or the edge of a part.
inline std::string words_of(std::string line) {
    if (line.starts_with("{") || line.starts_with("-- ")) return {};
    for (const std::string mark : {"(disabled) ", "[x] ", "=== ", "== ", "= ", "- ", "(picture: ", "["})
        if (line.starts_with(mark)) {
            line.erase(0, mark.size());
            if (mark == "[" || mark == "(picture: ") line.pop_back();
            if (mark != "(disabled) ") break;
        }
    return line;
}

}  // namespace glass
