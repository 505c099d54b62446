// SPDX-License-Identifier: Apache-2.0
#include "content/findings.hpp"

#include <algorithm>

namespace kiosk::content {

namespace {

void check_questions(const Findings& found) {
    const auto& questions = found.topic.questions;
    const auto asks = [&](auto what) { return std::any_of(questions.begin(), questions.end(), what); };
    if (!asks([](const Question& q) { return q.urgency == Urgency::emergency; }))
        found.error(found.topic.line, "no question of this topic is an emergency", "ask for what cannot wait");
    if (!asks([](const Question& q) { return q.ends_check; }))
        found.error(found.topic.line, "no question ends the check",
                    "ask whether the person is under 18, with ends-check=\"yes\"");
    for (const auto& question : questions)
        if (question.why.empty())
            found.error(question.line, "question \"" + question.id + "\" does not say why it is asked", "write <why>");
}

}  // namespace

Problems check(const Content& content, const std::string& today) {
    Problems problems;
    for (const auto& topic : content.topics) {
        const Findings found{topic, problems};
        check_questions(found);
        check_evidence(found);
        check_urgency(found);
        check_choices(found, content);
        check_sources(found);
        check_handouts(found);
        check_dates(found, today);
        check_sentences(found, content.languages.front());
    }
    check_contrast(content, problems);
    sort(problems);
    return problems;
}

}  // namespace kiosk::content
