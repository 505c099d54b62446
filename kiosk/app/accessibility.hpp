// SPDX-License-Identifier: Apache-2.0
// How this content on this machine meets the accessibility standards, clause by clause: what was measured on the
// screens themselves, what the program has, what only hardware can bring. Nothing here is a pass by itself: each row
// asks the ground it stands on.
#pragma once

#include "app/accessibility_facts.hpp"
#include "app/fit.hpp"
#include "app/letters.hpp"
#include "app/options.hpp"
#include "content/content.hpp"

#include <string>
#include <vector>

namespace kiosk::app {

/// All that a row may ask.
struct Ground {
    const content::Content& content;
    const Machine& machine;
    const Fit& fit;
    const Eye& eye;
    const std::vector<RoleLetters>& roles;
    const BuiltFacts& built;
};

enum class Meets { yes, no, not_built, needs_hardware, does_not_apply };
/// "met", "not met", ...
std::string name_of(Meets);

struct Finding {
    Meets meets;
    std::string how;    ///< what meets it, or what is missing
    std::string value;  ///< as measured; empty: nothing is measured
};

struct Criterion {
    const char *standard, *clause, *title;
    Finding (*judge)(const Ground&);
};

/// EN 301 549 v3.2.1, clauses 5 and 8.
std::vector<Criterion> en_301_549();
/// Revised Section 508, 402 and 407.
std::vector<Criterion> section_508();
/// WCAG 2.2, what of it applies to a kiosk, which is closed to assistive technology.
std::vector<Criterion> wcag();

/// "Words", and on which screen, in which language and mode: as a Least tells it.
std::string in_words(const page::Least&);

/// Rows that several standards have in common.
namespace judge {
Finding text_contrast(const Ground&);
Finding edge_contrast(const Ground&);
Finding letters(const Ground&);
Finding key_size(const Ground&);
Finding time_to_answer(const Ground&);
Finding timed_response(const Ground&);
Finding fits(const Ground&);
Finding stillness(const Ground&);
Finding one_finger(const Ground&);
Finding speech(const Ground&);
Finding speech_control(const Ground&);
Finding private_listening(const Ground&);
Finding keys(const Ground&);
Finding key_repeat(const Ground&);
Finding focus(const Ground&);
Finding languages(const Ground&);
}  // namespace judge

}  // namespace kiosk::app
