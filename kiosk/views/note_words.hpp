// SPDX-License-Identifier: Apache-2.0
// The lines of a note as this person may see them on the glass: answers to private questions have no words here, only
// that there is one. Used by the amber page and by the note read on the glass.
#pragma once

#include "views/sketch.hpp"
#include "visit/note.hpp"

#include <string>
#include <vector>

namespace kiosk::views {

struct ToldLine {
    std::string words;
    std::string under;  ///< how it was answered, where it was not a plain yes; may be empty
    bool operator==(const ToldLine&) const = default;
};

/// How many were private: interface "<name>-one" or "<name>-many"; nothing for none.
void add_private(std::vector<ToldLine>&, const Sketch&, std::size_t hidden, const std::string& name);
/// What was flagged: the words of each sign, then all private answers as one line.
std::vector<ToldLine> told_lines(const Sketch&, const visit::Note&);
/// Any list of a note, where `expected` goes without saying; private answers are one line: of No, that they were asked.
std::vector<ToldLine> note_lines(const Sketch&, const std::vector<visit::NoteLine>&, visit::Reply expected);

}  // namespace kiosk::views
