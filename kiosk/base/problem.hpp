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

    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

/// By file, line, severity (errors first), text; equal ones once.
void sort(Problems&);
/// `file:line: error: what (instead)`, one line, no newline at the end.
std::string to_string(const Problem&);
bool has_errors(const Problems&);

}  // namespace kiosk
