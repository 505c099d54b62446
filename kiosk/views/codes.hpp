// SPDX-License-Identifier: Apache-2.0
// A long text as several QR codes, each small enough that a telephone reads it off the glass.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace kiosk::views {

/// What a code of error correction M holds up to version 22 (105 modules, ISO/IEC 18004): with its clear border at
/// least 4 px a module from 452 px on.
constexpr std::size_t code_bytes = 779;

/// Pieces of at most so many bytes of UTF-8, cut between paragraphs, else sentences, else words, else letters: together
/// they are the text. `most` is 4 or more. An empty text is no piece.
std::vector<std::string> pieces(const std::string& text, std::size_t most);

}  // namespace kiosk::views
