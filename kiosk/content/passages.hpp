// SPDX-License-Identifier: Apache-2.0
// What patients read, passage by passage and language by language, with the line at which it can be changed; and what
// check says about its words. Whatever is said of a word is told once, where it first stands.
#pragma once

#include "content/load.hpp"
#include "content/word_list.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

struct Passage {
    std::string language;  ///< its code
    std::string unit;      ///< where patients read it: `question "chest"`, `handout "walking"`, `interface "key"`
    std::string file;
    int line = 0;
    std::string text;
    std::string source;  ///< what it translates; empty: it is the clinic's own
    bool operator==(const Passage&) const = default;
};
using Passages = std::vector<Passage>;

/// All that patients read in the clinic's own language, then every translation of it.
Passages passages(const Content&, const WrittenTexts&, const TranslatedTexts&);

/// The words of a text, without places, numbers and marks.
std::vector<std::string> words_in(const std::string& text);

/// One language's dictionary. The room reads no files, so it is given in.
struct Speller {
    std::function<bool(const std::string& word)> knows;
    std::function<std::vector<std::string>(const std::string& word)> near;
};
/// nullptr where there is no dictionary of that language.
using Spellers = std::function<const Speller*(const std::string& language)>;

/// Texts that say nothing; translations that are none: errors.
Problems check_language(const Passages&);
/// Words in no dictionary and no list: warnings. Names of the clinic count as words.
Problems check_spelling(const Content&, const Passages&, const WordList&, const Spellers&);
/// Jargon, promises, words in capitals: warnings.
Problems check_words_to_avoid(const Passages&, const WordList&);
/// Numbers and what they count, held against the text they translate: errors in questions and doses, else warnings.
Problems check_numbers(const Content&, const Passages&, const WordList&);
/// Translations: sentences of a length that can be followed; Spanish by the INFLESZ scale.
Problems check_translated_prose(const Passages&);

}  // namespace kiosk::content
