// SPDX-License-Identifier: Apache-2.0
// How hard each text is to read, by what is sound for its language: Flesch-Kincaid and SMOG for English, INFLESZ for
// Spanish (Barrio-Cantalejo 2008), else the length of its sentences. Used by check and by the sign-off book.
#pragma once

#include "content/passages.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

/// How long a sentence of a language may be, and in what it is counted.
struct SentenceLimit {
    const char *language, *of;
    std::size_t most;
};
const SentenceLimit& sentence_limit(std::string_view language);
std::size_t length_of(const std::string& sentence, const SentenceLimit&);
/// Parted at the marks that end one, in any script; without them.
std::vector<std::string> sentences_in(const std::string& text);

struct Reading {
    std::string language, unit, file;  ///< as of its first passage
    int line = 0;
    int sentences = 0, words = 0;  ///< words of an alphabet, characters of Chinese
    std::string measure;           ///< "school grade 3.4, SMOG 6.1", "INFLESZ 78", "9 words a sentence, the longest 17"
    double inflesz = 0;            ///< Spanish alone
    std::string hardest;           ///< its sentence that is hardest to read; empty where all are very short
    bool operator==(const Reading&) const = default;
};
using Readings = std::vector<Reading>;

/// Language by language and unit by unit, in the order of the passages; before its units, each language as a whole
/// (unit "all texts").
Readings readings(const Passages&);

}  // namespace kiosk::content
