// SPDX-License-Identifier: Apache-2.0
// What a patient reads, as one gathers it to judge how hard it is. Used by sentence_check and reading.
#pragma once

#include "content/content.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

/// Texts that are read together: a question with its choices, a handout.
struct Prose {
    std::string what;  ///< as problems call it
    int line = 0;
    std::vector<const Text*> texts;
};

/// All of a topic; points into it.
std::vector<Prose> prose(const Topic&);

/// Of the clinic's own language: at . ! ? : ; and at the end. Words are parted by spaces.
std::vector<std::vector<std::string>> sentences(const Text&);

/// By vowels and the silent e of English; at least 1.
int syllables(std::string_view word);
/// Flesch and Kincaid: years of school to read it, for English. 0 where there are no words.
double school_grade(const std::vector<const Text*>&);
/// SMOG: years of school to understand all of it, for English. 0 below 30 sentences, which it needs.
double smog_grade(const std::vector<const Text*>&);
/// One digit after the point, never less than it is.
std::string in_tenths(double grade);
/// The sentence that is hardest to read, in its own words; empty where all are very short.
std::string hardest_sentence(const std::vector<const Text*>&);

}  // namespace kiosk::content
