// SPDX-License-Identifier: Apache-2.0
// The clinic of questions alone, and every way through them: what walk_questions walks. Handed out so that tests can
// send visitors through it that answer as they like, and see that none of them leaves what was walked.
#pragma once

#include "proof/space.hpp"
#include "proof/walk.hpp"

namespace kiosk::proof {

struct QuestionsGround {
    /// Of the first topic, without its handouts.
    QuestionsGround(const content::Content&, std::size_t most_states);
    QuestionsGround(const QuestionsGround&) = delete;
    QuestionsGround& operator=(const QuestionsGround&) = delete;

    content::Content content;
    Space space;    ///< where it does not fit, the ground is not to be walked
    Ground ground;  ///< looks at both
};

}  // namespace kiosk::proof
