// SPDX-License-Identifier: Apache-2.0
// What answers lead to, as lists by name, so that two versions of a topic can be held against each other. Used by diff,
// map and book. Complete for single answers, for "not sure" and for every combination that a rule names.
#pragma once

#include "visit/triage.hpp"

#include <string>
#include <vector>

namespace kiosk::proof {

/// What was said to one question; names as the author wrote them.
struct Said {
    std::string question;
    visit::Reply reply = visit::Reply::no;
    std::vector<std::string> signs;  ///< any-of with yes: what was ticked
    auto operator<=>(const Said&) const = default;
};

/// Answers to some questions; "no" to all others.
struct Case {
    std::vector<Said> said;  ///< in the order asked; empty: no to everything
    auto operator<=>(const Case&) const = default;
};

struct HandoutOutcome {
    std::string handout;
    visit::Standing standing = visit::Standing::after_staff;  ///< as the patient finds it
    visit::Standing released = visit::Standing::after_staff;  ///< after staff released today's flags
    std::vector<std::size_t> parts;                           ///< those this person may read, by index
    bool operator==(const HandoutOutcome&) const = default;
};

struct Outcome {
    content::Urgency urgency = content::Urgency::none;
    std::string ended_at;  ///< the question after which nothing more is asked (emergency, under 18); empty: none
    std::vector<HandoutOutcome> handouts;
    bool operator==(const Outcome&) const = default;
};

/// No to everything; each sign alone; "not sure" and "tell staff" at each question; each combination of a together
/// rule.
std::vector<Case> cases(const content::Topic&);

/// Of these, the combinations of together rules.
std::vector<Case> combined(const content::Topic&);

/// The answers of a case in this topic; nothing where it has no such question or sign.
std::optional<visit::Answers> answers(const content::Topic&, const Case&);

Outcome outcome(const content::Topic&, const visit::Answers&);

}  // namespace kiosk::proof
