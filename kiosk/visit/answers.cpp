// SPDX-License-Identifier: Apache-2.0
#include "visit/answers.hpp"

#include <algorithm>

namespace kiosk::visit {

const Answer* Answers::now(content::QuestionId question) const {
    const auto last =
        std::find_if(given.rbegin(), given.rend(), [&](const Given& g) { return g.question == question; });
    return last == given.rend() || !last->answer ? nullptr : &*last->answer;
}

const Answer* Answers::before(content::QuestionId question) const {
    const Answer* counts = now(question);
    const auto other = std::find_if(given.rbegin(), given.rend(), [&](const Given& g) {
        return g.question == question && g.answer && (!counts || *g.answer != *counts);
    });
    return other == given.rend() ? nullptr : &*other->answer;
}

}  // namespace kiosk::visit
