// SPDX-License-Identifier: Apache-2.0
// Where answers lead under one content and under another, and which lead elsewhere now. Only the least sets of answers
// are walked: each answer alone, and each set that a together rule of either content needs. That is all: what is raised
// is the most of what its parts raise, and a handout is held back by any one sign, so where all least sets lead the
// same way, every set does. Used by `kiosk diff` and by the proof.
#pragma once

#include "visit/triage.hpp"

#include <string>
#include <vector>

namespace kiosk::visit {

/// One answer by id, so that it means the same in both contents.
struct Reached {
    std::string sign;      ///< its id; empty: the reply is about the whole question
    std::string question;  ///< its id
    Reply reply = Reply::yes;
    auto operator<=>(const Reached&) const = default;
};
/// These answers, and No to everything else that is asked.
using Case = std::vector<Reached>;

/// What one case comes to in one content.
struct Outcome {
    content::Urgency urgency = content::Urgency::none;
    bool ended_early = false;  ///< by ends-check
    /// By handout id: how it stands once staff have released what is only flagged.
    std::vector<std::pair<std::string, Standing>> handouts;
    /// By "handout id/part number": left out of what may be read.
    std::vector<std::string> parts_left_out;
    bool operator==(const Outcome&) const = default;
};

/// Of both topics' answers and rules, each once: single answers first.
std::vector<Case> least_cases(const content::Topic& before, const content::Topic& after);
/// The least sets that this rule needs.
std::vector<Case> least_cases(const content::Topic&, const content::Together&);
/// The answers to all that is asked, up to the one that ends the check; nothing where one of the case is not asked.
std::optional<Answers> answers(const content::Topic&, const Case&);
/// Nothing where the topic does not ask for one of the answers.
std::optional<Outcome> outcome(const content::Topic&, const Case&);

}  // namespace kiosk::visit
