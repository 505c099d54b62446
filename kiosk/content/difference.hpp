// SPDX-License-Identifier: Apache-2.0
// What differs between two contents, for those who review a change: every text by its place, and in sentences every
// question, choice, rule, handout, source and setting that came, went or changed. Things are matched by their ids.
// Where answers now lead elsewhere is no matter of words: visit/outcomes.hpp.
#pragma once

#include "content/load.hpp"

#include <string>
#include <vector>

namespace kiosk::content {

/// One text and where it stands: `question "chest": the question`.
struct PlacedText {
    std::string place;
    Text text;
    bool operator==(const PlacedText&) const = default;
};
/// Every text that a patient or staff may read, in the order of the files; empty ones left out.
std::vector<PlacedText> texts(const Content&);

struct ChangedText {
    std::string place, language;  ///< language: its code
    std::string before, after;    ///< empty: there was, there is none
    bool operator==(const ChangedText&) const = default;
};
/// Of the languages both have.
std::vector<ChangedText> changed_texts(const Content& before, const Content& after);
/// Of the languages that were listed in both, and patients were not offered in both: what was changed meanwhile would
/// be seen by nobody. Translations of a text that itself was changed have no `before`.
std::vector<ChangedText> changed_unseen(const Loaded& before, const Loaded& after);

/// A sentence each, without the texts.
std::vector<std::string> changed_facts(const Content& before, const Content& after);

/// A piece of a text; `changed`: the other text has it not.
struct Piece {
    std::string words;
    bool changed = false;
    bool operator==(const Piece&) const = default;
};
/// Both texts in pieces, word by word; of long texts without a common word all is changed.
struct Marked {
    std::vector<Piece> before, after;
};
Marked marked(const std::string& before, const std::string& after);

}  // namespace kiosk::content
