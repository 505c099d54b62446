// SPDX-License-Identifier: Apache-2.0
#include "visit/outcomes.hpp"

#include <algorithm>
#include <set>

namespace kiosk::visit {
namespace {

using content::QuestionId, content::SignId, content::Topic;

void add_answers(const Topic& topic, std::set<Case>& cases) {
    for (const auto& question : topic.questions) {
        for (const auto id : question.signs) cases.insert({{topic[id].id, question.id, Reply::yes}});
        cases.insert({{{}, question.id, Reply::not_sure}});
        if (question.is_private) cases.insert({{{}, question.id, Reply::tell_staff}});
    }
}

Reached reached(const Topic& topic, SignId id) {
    return {topic[id].id, topic[topic[id].question].id, Reply::yes};
}

void add_rules(const Topic& topic, std::set<Case>& cases) {
    for (const auto& rule : topic.together) {
        Case all;
        for (const auto id : rule.all) all.push_back(reached(topic, id));
        std::vector<Case> of_rule;
        if (rule.any.empty()) of_rule.push_back(all);
        for (const auto id : rule.any) {
            of_rule.push_back(all);
            of_rule.back().push_back(reached(topic, id));
        }
        for (auto& one : of_rule) {
            std::sort(one.begin(), one.end());
            one.erase(std::unique(one.begin(), one.end()), one.end());
            cases.insert(std::move(one));
        }
    }
}

std::optional<SignId> find_sign(const Topic& topic, const Reached& of) {
    for (std::size_t i = 0; i < topic.signs.size(); ++i)
        if (topic.signs[i].id == of.sign && topic[topic.signs[i].question].id == of.question) return SignId{i};
    return {};
}

/// The answers of a case by question; nothing where one of them is not asked.
std::optional<std::vector<Answer>> answers_of(const Topic& topic, const Case& of) {
    std::vector<Answer> answers(topic.questions.size());
    for (const auto& one : of) {
        const auto at = std::find_if(topic.questions.begin(), topic.questions.end(),
                                     [&](const auto& q) { return q.id == one.question; });
        if (at == topic.questions.end()) return {};
        auto& answer = answers[static_cast<std::size_t>(at - topic.questions.begin())];
        answer.reply = one.reply;
        if (one.sign.empty()) continue;
        const auto sign = find_sign(topic, one);
        if (!sign) return {};
        if (at->kind == content::Kind::any_of) answer.ticked.push_back(*sign);
        std::sort(answer.ticked.begin(), answer.ticked.end());
    }
    return answers;
}

void add_parts(const Topic& topic, const Answers& answers, content::HandoutId id, Outcome& outcome) {
    const auto& handout = topic[id];
    const auto read = parts(topic, answers, id);
    for (std::size_t i = 0; i < handout.parts.size(); ++i)
        if (std::find(read.begin(), read.end(), &handout.parts[i]) == read.end())
            outcome.parts_left_out.push_back(handout.id + "/" + std::to_string(i + 1));
}

}  // namespace

std::vector<Case> least_cases(const Topic& before, const Topic& after) {
    std::set<Case> cases;
    for (const auto* topic : {&before, &after}) {
        add_answers(*topic, cases);
        add_rules(*topic, cases);
    }
    std::vector<Case> all(cases.begin(), cases.end());
    std::stable_sort(all.begin(), all.end(), [](const Case& a, const Case& b) { return a.size() < b.size(); });
    return all;
}

std::optional<Outcome> outcome(const Topic& topic, const Case& of) {
    const auto said = answers_of(topic, of);
    if (!said) return {};
    Answers answers;
    while (const auto question = next_question(topic, answers))
        answers.given.push_back({*question, (*said)[question->index], {}});
    Outcome outcome;
    outcome.urgency = urgency(topic, answers);
    outcome.ended_early =
        outcome.urgency != content::Urgency::emergency && answers.given.size() < topic.questions.size();
    for (std::size_t i = 0; i < topic.handouts.size(); ++i) {
        outcome.handouts.push_back({topic.handouts[i].id, standing(topic, answers, Release::by_staff, {i})});
        add_parts(topic, answers, {i}, outcome);
    }
    return outcome;
}

}  // namespace kiosk::visit
