// SPDX-License-Identifier: Apache-2.0
// What an author of content got wrong. Collected in one reading, sorted, shown to staff; never thrown.
#pragma once

#include <string>
#include <vector>

namespace kiosk {

enum class Severity { note, todo, warning, error };

struct Problem {
    std::string file;  ///< as the author knows it: relative to the content folder
    int line = 0;      ///< from 1; 0 = the whole file
    Severity severity = Severity::error;
    std::string what;     ///< what is wrong
    std::string instead;  ///< what to write instead; may be empty
    std::string rule;     ///< which check found it: "sources"; told to editors and machines, not in the line

    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

/// Puts `more` at the end; what names no rule is of this one.
void add(Problems&, Problems more, const std::string& rule);
/// By file, line, severity (errors first), text.
bool before(const Problem&, const Problem&);
/// In that order; equal ones once.
void sort(Problems&);
/// `file:line: error: what (instead)`, one line, no newline at the end.
std::string to_string(const Problem&);
const char* name_of(Severity);
bool has_errors(const Problems&);

}  // namespace kiosk
