// SPDX-License-Identifier: Apache-2.0
// What the proof found about one topic, as a value. Printed by check, shown by the book.
#pragma once

#include "base/problem.hpp"

#include <string>
#include <vector>

namespace kiosk::proof {

/// One screen of the way to a broken rule: its words, what was touched, and where they are written.
struct PathLine {
    std::string words, file;
    int line = 0;
    bool operator==(const PathLine&) const = default;
};

struct Broken {
    std::string rule;  ///< "a withheld handout was open"
    std::vector<PathLine> path;
    std::string file;
    int line = 0;
    bool operator==(const Broken&) const = default;
};

struct Verdict {
    enum class Is { proved, not_proved, broken };
    Is is = Is::proved;
    std::string topic;  ///< its id
    std::string why;    ///< where not proved: what is too much, and what to do
    std::size_t states = 0, steps = 0;
    std::vector<Broken> broken;
    std::string file;
    int line = 0;
    bool operator==(const Verdict&) const = default;
};

/// "upper-back-pain: proved: 5210 states, 120300 steps"
std::string to_string(const Verdict&);
/// One error a broken rule, with its path; one for what was not proved.
Problems problems(const Verdict&);

}  // namespace kiosk::proof
