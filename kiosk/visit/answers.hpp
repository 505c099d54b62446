// SPDX-License-Identifier: Apache-2.0
// What a person has answered, in the order it happened. Nothing is overwritten: the note shows changes of mind.
#pragma once

#include "base/instant.hpp"
#include "content/content.hpp"

#include <optional>
#include <vector>

namespace kiosk::visit {

enum class Who { me, someone_with_me };

/// For a yes-no question: the key touched. For an any-of: yes = some choices, no = "None of these".
enum class Reply { yes, no, not_sure, tell_staff };

struct Answer {
    Reply reply = Reply::no;
    std::vector<content::SignId> ticked;  ///< any-of with yes: ascending, at least one; else empty
    bool operator==(const Answer&) const = default;
};

struct Given {
    content::QuestionId question;
    std::optional<Answer> answer;  ///< nothing = taken back ("I touched this by mistake")
    Instant at;
    bool operator==(const Given&) const = default;
};

/// All answers of one visit, oldest first.
struct Answers {
    std::vector<Given> given;
    /// How many of `given` stood when the amber page was first shown; from then on nothing raised is ever lowered.
    std::optional<std::size_t> amber_after;

    bool operator==(const Answers&) const = default;
    /// The answer that counts now; nullptr if not asked or taken back.
    const Answer* now(content::QuestionId) const;
    /// The answer before the one that counts now, where it differed; nullptr if there was none.
    const Answer* before(content::QuestionId) const;
};

}  // namespace kiosk::visit
