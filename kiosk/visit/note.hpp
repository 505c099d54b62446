// SPDX-License-Identifier: Apache-2.0
// What the note for staff says, as lists; glass, paper and desk show the same.
#pragma once

#include "visit/effect.hpp"

#include <vector>

namespace kiosk::visit {

struct NoteLine {
    content::QuestionId question;
    std::optional<content::SignId> sign;  ///< nothing: the whole question ("None of these", "not sure", "tell staff", private)
    Reply reply = Reply::no;              ///< the answer that counts now
    std::optional<Reply> before;          ///< a change of mind: the first answer that differed
    bool taken_back = false;              ///< "I touched this by mistake", not answered since; reply is what was taken back
    bool operator==(const NoteLine&) const = default;
};

/// "Not sure" and "I'd rather tell staff" make a rule hold too, but prove nothing.
enum class Certainty { said, not_sure };

struct TogetherLine {
    std::size_t rule = 0;  ///< index into Topic::together
    Certainty certainty = Certainty::said;
    bool operator==(const TogetherLine&) const = default;
};

struct Note {
    content::Urgency level = content::Urgency::none;  ///< emergency too where the help key was touched
    std::vector<NoteLine> flagged;       ///< yes, not sure, tell staff; most urgent first
    std::vector<NoteLine> mentioned;     ///< raised with urgency none or mention ("about you")
    std::vector<NoteLine> no;
    std::vector<content::QuestionId> not_asked;
    std::vector<TogetherLine> together;  ///< those that hold
    bool operator==(const Note&) const = default;
};

/// Where Record::emergency_at is set and the level is lower, the red page was left as touched by mistake.
Note note(const content::Topic&, const Record&);

}  // namespace kiosk::visit
