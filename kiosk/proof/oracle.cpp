// SPDX-License-Identifier: Apache-2.0
#include "proof/oracle.hpp"

#include <algorithm>

namespace kiosk::proof {

namespace {

bool says_yes(const content::Question& question, const Answer& answer, SignId sign) {
    if (answer.reply == Reply::no) return false;
    if (answer.reply != Reply::yes || question.kind == Kind::yes_no) return true;
    return std::find(answer.ticked.begin(), answer.ticked.end(), sign) != answer.ticked.end();
}

bool any_possible(const Topic& topic, const Answers& answers, const std::vector<content::Caution>& cautions) {
    for (const auto& caution : cautions)
        for (const auto sign : caution.signs)
            if (said_yes(topic, answers, sign) || !is_answered(topic, answers, sign)) return true;
    return false;
}

}  // namespace

bool said_yes(const Topic& topic, const Answers& answers, SignId sign) {
    const auto id = topic[sign].question;
    const auto* answer = answers.now(id);
    return answer && says_yes(topic[id], *answer, sign);
}

bool is_answered(const Topic& topic, const Answers& answers, SignId sign) {
    return answers.now(topic[sign].question) != nullptr;
}

Urgency least_urgency(const Topic& topic, const Answers& answers) {
    auto most = Urgency::none;
    std::vector<bool> yes(topic.signs.size());
    for (std::size_t i = 0; i < topic.questions.size(); ++i) {
        const auto* answer = answers.now({i});
        if (!answer || answer->reply == Reply::no) continue;
        for (const auto sign : topic.questions[i].signs)
            if (says_yes(topic.questions[i], *answer, sign)) {
                yes[sign.index] = true;
                most = std::max(most, topic[sign].urgency);
            }
        if (answer->reply != Reply::yes) most = std::max(most, topic.questions[i].urgency);
        if (answer->reply == Reply::tell_staff) most = std::max(most, Urgency::today);
    }
    const auto is_yes = [&](SignId s) { return yes[s.index]; };
    for (const auto& rule : topic.together)
        if (rule.urgency > most && std::all_of(rule.all.begin(), rule.all.end(), is_yes) &&
            (rule.any.empty() || std::any_of(rule.any.begin(), rule.any.end(), is_yes)))
            most = rule.urgency;
    return most;
}

bool check_is_finished(const Topic& topic, const Answers& answers) {
    for (std::size_t i = 0; i < topic.questions.size(); ++i) {
        const auto* answer = answers.now({i});
        if (!answer) return false;
        if (topic.questions[i].ends_check && answer->reply != Reply::no) return true;
    }
    return true;
}

bool is_withheld(const Topic& topic, const Answers& answers, HandoutId id) {
    return any_possible(topic, answers, topic[id].withhold);
}

bool asks_first(const Topic& topic, const Answers& answers, HandoutId id) {
    return any_possible(topic, answers, topic[id].ask_first);
}

std::string why_closed(const Topic& topic, const Visit& visit, HandoutId id) {
    const auto urgency = least_urgency(topic, visit.answers);
    if (!check_is_finished(topic, visit.answers)) return "a handout was open before the check was finished";
    if (urgency == Urgency::emergency) return "a handout was open in an emergency";
    if (is_withheld(topic, visit.answers, id)) return "a withheld handout was open";
    const bool amber = urgency >= Urgency::today || visit.amber_at;
    if (amber && visit.release == Release::none && !topic[id].always_open)
        return "a handout was open before staff released it";
    return {};
}

}  // namespace kiosk::proof
