// SPDX-License-Identifier: Apache-2.0
// What `kiosk check` found, and how it is told: to a person, a line a problem; to editors and CI, as JSON or
// SARIF 2.1.0.
#pragma once

#include "app/options.hpp"
#include "base/problem.hpp"
#include "proof/verdict.hpp"

#include <string>
#include <vector>

namespace kiosk::app {

struct Verdict {
    std::string content;  ///< the content.xml that was checked, as it was named
    Problems problems;    ///< sorted
    command::Check::Depth depth = command::Check::Depth::whole;
    std::vector<proof::Verdict> proofs{};  ///< one a topic
    std::string letters{};                 ///< how large they are, a line a role; empty: not looked at

    Exit exit() const { return has_errors(problems) ? Exit::content_problem : Exit::fine; }
};

/// Every problem on a line of its own.
std::string lines_of(const Problems&);
/// What was proved of each topic; "content.xml: 0 errors, 5 other remarks", and what was left out.
std::string summary_of(const Verdict&);
/// One document, with a line end after it. Text is the lines and the summary.
std::string to_string(const Verdict&, command::Check::Format);

}  // namespace kiosk::app
