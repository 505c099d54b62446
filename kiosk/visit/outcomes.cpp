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

std::optional<SignId> find_sign(const Topic& topic, const Reached& of) {
    for (std::size_t i = 0; i < topic.signs.size(); ++i)
        if (topic.signs[i].id == of.sign && topic[topic.signs[i].question].id == of.question) return SignId{i};
    return {};
}

/// By question; nothing where one of them is not asked.
std::optional<std::vector<Answer>> replies(const Topic& topic, const Case& of) {
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

std::set<Case> of_rule(const Topic& topic, const content::Together& rule) {
    Case all;
    for (const auto id : rule.all) all.push_back(reached(topic, id));
    std::vector<Case> cases;
    if (rule.any.empty()) cases.push_back(all);
    for (const auto id : rule.any) {
        cases.push_back(all);
        cases.back().push_back(reached(topic, id));
    }
    for (auto& one : cases) {
        std::sort(one.begin(), one.end());
        one.erase(std::unique(one.begin(), one.end()), one.end());
    }
    return {cases.begin(), cases.end()};
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
        for (const auto& rule : topic->together) cases.merge(of_rule(*topic, rule));
    }
    std::vector<Case> all(cases.begin(), cases.end());
    std::stable_sort(all.begin(), all.end(), [](const Case& a, const Case& b) { return a.size() < b.size(); });
    return all;
}

std::vector<Case> least_cases(const Topic& topic, const content::Together& rule) {
    const auto cases = of_rule(topic, rule);
    return {cases.begin(), cases.end()};
}

std::optional<Answers> answers(const Topic& topic, const Case& of) {
    const auto said = replies(topic, of);
    if (!said) return {};
    Answers answers;
    for (std::size_t i = 0; i < topic.questions.size(); ++i) {
        answers.given.push_back({{i}, (*said)[i], {}});
        if (topic.questions[i].ends_check && (*said)[i].reply != Reply::no) break;
    }
    return answers;
}

std::optional<Outcome> outcome(const Topic& topic, const Case& of) {
    const auto given = answers(topic, of);
    if (!given) return {};
    Outcome outcome;
    outcome.urgency = urgency(topic, *given);
    outcome.ended_early =
        outcome.urgency != content::Urgency::emergency && given->given.size() < topic.questions.size();
    for (std::size_t i = 0; i < topic.handouts.size(); ++i) {
        outcome.handouts.push_back({topic.handouts[i].id, standing(topic, *given, Release::by_staff, {i})});
        add_parts(topic, *given, {i}, outcome);
    }
    return outcome;
}

}  // namespace kiosk::visit
