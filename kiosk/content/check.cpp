// SPDX-License-Identifier: Apache-2.0
#include "content/findings.hpp"

#include <algorithm>
#include <utility>

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
        const auto look = [&](const char* rule, auto check_one) {
            Problems of_rule;
            check_one(Findings{topic, of_rule});
            add(problems, std::move(of_rule), rule);
        };
        look("questions", check_questions);
        look("evidence", check_evidence);
        look("urgency", check_urgency);
        look("gates", check_gates);
        look("choices", [&](const Findings& found) { check_choices(found, content); });
        look("sources", check_sources);
        look("handouts", check_handouts);
        look("dates", [&](const Findings& found) { check_dates(found, today); });
        look("plain-words", [&](const Findings& found) { check_sentences(found, content.languages.front()); });
    }
    Problems contrast;
    check_contrast(content, contrast);
    add(problems, std::move(contrast), "contrast");
    sort(problems);
    return problems;
}

}  // namespace kiosk::content
