// SPDX-License-Identifier: Apache-2.0
// The visit as graphs: the questions in order and where each answer leads, what raises more together, what holds which
// handout back. Read off the same values and the same triage as the visit itself; words are the clinic's own language,
// what stands around them is English for staff. Drawn by Graphviz for `kiosk map -o` and the sign-off book.
#pragma once

#include "content/content.hpp"

#include <string>
#include <vector>

namespace kiosk::views {

/// One graph, about as large as a sheet of paper.
struct MapChart {
    std::string title;   ///< "Questions 1 to 8"
    std::string legend;  ///< how to read it
    std::string dot;     ///< in Graphviz's language; colours are the clinic's theme
    bool operator==(const MapChart&) const = default;
};

/// All of one topic, in order of a visit. The same content gives the same text.
std::vector<MapChart> visit_map(const content::Content&, content::TopicId);

/// How the map and the book call a sign: "3b" is the second choice of the third question, "8" a yes-no question.
std::string sign_number(const content::Topic&, content::SignId);
/// Its words: the choice, or the question itself.
const std::string& sign_words(const content::Topic&, content::SignId);
/// Where an answer leads, in English: "red page at once", "see staff today", "told on the note", "handouts only".
const char* leads_to(content::Urgency);

}  // namespace kiosk::views
