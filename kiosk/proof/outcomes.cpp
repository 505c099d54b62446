// SPDX-License-Identifier: Apache-2.0
#include "proof/outcomes.hpp"

#include <algorithm>
#include <map>

namespace kiosk::proof {

namespace {

using content::HandoutId, content::Kind, content::QuestionId, content::SignId, content::Topic;
using visit::Answer, visit::Answers, visit::Release, visit::Reply;

Case raising(const Topic& topic, const std::vector<SignId>& signs) {
    std::map<std::size_t, Said> by_question;
    for (const auto sign : signs) {
        const auto id = topic[sign].question;
        auto& said = by_question[id.index];
        said.question = topic[id].id;
        said.reply = Reply::yes;
        const auto& name = topic[sign].id;
        const bool listed = std::find(said.signs.begin(), said.signs.end(), name) != said.signs.end();
        if (topic[id].kind == Kind::any_of && !listed) said.signs.push_back(name);
    }
    Case found;
    for (auto& [index, said] : by_question) found.said.push_back(std::move(said));
    return found;
}

void add_together(const Topic& topic, const content::Together& rule, std::vector<Case>& list) {
    if (rule.any.empty()) list.push_back(raising(topic, rule.all));
    for (const auto sign : rule.any) {
        auto signs = rule.all;
        signs.push_back(sign);
        list.push_back(raising(topic, signs));
    }
}

template <class List>
std::optional<std::size_t> find_id(const List& list, const std::string& id) {
    const auto at = std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.id == id; });
    if (at == list.end()) return {};
    return static_cast<std::size_t>(at - list.begin());
}

std::optional<Answer> answer(const Topic& topic, QuestionId question, const Said& said) {
    const bool any_of = topic[question].kind == Kind::any_of;
    if (said.reply == Reply::yes && any_of == said.signs.empty()) return {};
    if (said.reply == Reply::tell_staff && !topic[question].is_private) return {};
    Answer given{said.reply, {}};
    for (const auto& name : said.signs) {
        const auto sign = find_id(topic.signs, name);
        if (!sign || topic.signs[*sign].question != question) return {};
        given.ticked.push_back({*sign});
    }
    std::sort(given.ticked.begin(), given.ticked.end());
    return given;
}

std::string ended_at(const Topic& topic, const Answers& answers) {
    Answers so_far;
    for (const auto& given : answers.given) {
        so_far.given.push_back(given);
        if (given.question.index + 1 < topic.questions.size() && !next_question(topic, so_far))
            return topic[given.question].id;
    }
    return {};
}

}  // namespace

std::vector<Case> cases(const Topic& topic) {
    std::vector<Case> list{Case{}};
    for (std::size_t i = 0; i < topic.signs.size(); ++i) list.push_back(raising(topic, {SignId{i}}));
    for (const auto& question : topic.questions) {
        list.push_back({{{question.id, Reply::not_sure, {}}}});
        if (question.is_private) list.push_back({{{question.id, Reply::tell_staff, {}}}});
    }
    const auto together = combined(topic);
    list.insert(list.end(), together.begin(), together.end());
    return list;
}

std::vector<Case> combined(const Topic& topic) {
    std::vector<Case> list;
    for (const auto& rule : topic.together) add_together(topic, rule, list);
    return list;
}

std::optional<Answers> answers(const Topic& topic, const Case& of) {
    for (const auto& said : of.said)
        if (!find_id(topic.questions, said.question)) return {};
    Answers answers;
    for (std::size_t i = 0; i < topic.questions.size(); ++i) {
        const auto said = std::find_if(of.said.begin(), of.said.end(),
                                       [&](const Said& s) { return s.question == topic.questions[i].id; });
        const auto given = said == of.said.end() ? Answer{} : answer(topic, {i}, *said);
        if (!given) return {};
        answers.given.push_back({{i}, given, {}});
        if (topic.questions[i].ends_check && given->reply != Reply::no) break;
    }
    return answers;
}

Outcome outcome(const Topic& topic, const Answers& answers) {
    Outcome found{urgency(topic, answers), ended_at(topic, answers), {}};
    for (std::size_t i = 0; i < topic.handouts.size(); ++i) {
        const HandoutId id{i};
        HandoutOutcome handout{topic[id].id,
                               standing(topic, answers, Release::none, id),
                               standing(topic, answers, Release::by_staff, id),
                               {}};
        for (const auto* part : parts(topic, answers, id))
            handout.parts.push_back(static_cast<std::size_t>(part - topic[id].parts.data()));
        found.handouts.push_back(std::move(handout));
    }
    return found;
}

}  // namespace kiosk::proof
