// SPDX-License-Identifier: Apache-2.0
// screens/words.txt: the words that are right here though no dictionary has them, and the words not to use, with what
// to write instead. Staff extend it. Used by check alone; patients never see it.
#pragma once

#include "base/problem.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace kiosk::content {

struct ToAvoid {
    std::string words, instead;
    bool operator==(const ToAvoid&) const = default;
};

/// A thing that is counted, by the words for it in each language.
using CountedThing = std::map<std::string, std::vector<std::string>>;

/// By language code as the file writes it: "en", "es".
struct WordList {
    std::map<std::string, std::set<std::string>> right;
    std::map<std::string, std::vector<ToAvoid>> avoid;
    std::vector<CountedThing> units;
    Problems problems;  ///< what is wrong with the file itself
};

inline constexpr const char* words_file = "screens/words.txt";

WordList read_word_list(const std::string& text);

/// "zh" and "zh-Hans" for zh-Hans: a list for a language counts for all its kinds.
bool is_for(const std::string& listed, const std::string& language);

}  // namespace kiosk::content
