// SPDX-License-Identifier: Apache-2.0
// How one answer is said on the note for staff: what it means, what was asked, what was answered, in the clinic's
// language, and in the patient's own where that is another. A private answer is never said beyond its general words.
#pragma once

#include "views/paper_blocks.hpp"
#include "visit/note.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kiosk::views {

struct NoteSaid {
    std::string means;   ///< "Fever with back pain"
    std::string asked;   ///< "Asked: Have you had a fever?"; empty where private
    std::string answer;  ///< "Yes", "Not sure", "First said No, then Yes"
    bool operator==(const NoteSaid&) const = default;
};

/// In the language of the print: the clinic's.
NoteSaid note_said(const paper::Print&, const content::Topic&, const visit::NoteLine&);
/// Question and answer as the patient read and touched them, in that language; empty where private.
std::string patients_words(const paper::Print& in_their_language, const content::Topic&, const visit::NoteLine&);

/// One short line for a list: "Diabetes", "Diabetes (Not sure)", "Fever (first said Yes)".
std::string note_short(const paper::Print&, const content::Topic&, const visit::NoteLine&);
/// A whole question in short; its general words where it is private.
std::string note_question(const paper::Print&, const content::Topic&, content::QuestionId);

}  // namespace kiosk::views
