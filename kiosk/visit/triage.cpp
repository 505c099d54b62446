// SPDX-License-Identifier: Apache-2.0
#include "visit/triage.hpp"

#include <algorithm>

namespace kiosk::visit {

namespace {

using content::Caution, content::HandoutId, content::Kind, content::Part, content::Question, content::QuestionId,
    content::SignId, content::Together, content::Topic, content::Urgency;

bool contains(const std::vector<SignId>& signs, SignId sign) {
    return std::find(signs.begin(), signs.end(), sign) != signs.end();
}

bool raises(const Question& question, const Answer& answer, SignId sign) {
    switch (answer.reply) {
        case Reply::no:
            return false;
        case Reply::yes:
            return question.kind == Kind::yes_no || contains(answer.ticked, sign);
        case Reply::not_sure:
        case Reply::tell_staff:
            return true;
    }
    return true;
}

/// The question's own urgency is raised by an answer that is about the whole question.
Urgency of_whole(const Question& question, const Answer& answer) {
    switch (answer.reply) {
        case Reply::no:
            return Urgency::none;
        case Reply::yes:
            return question.kind == Kind::yes_no ? question.urgency : Urgency::none;
        case Reply::not_sure:
            return question.urgency;
        case Reply::tell_staff:
            return std::max(question.urgency, Urgency::today);
    }
    return Urgency::emergency;
}

/// The most urgent that one answer raises by itself.
Urgency of(const Topic& topic, const Given& given) {
    const auto& question = topic[given.question];
    auto most = of_whole(question, *given.answer);
    for (const auto sign : question.signs)
        if (raises(question, *given.answer, sign)) most = std::max(most, topic[sign].urgency);
    return most;
}

/// Every answer that counts: the last of each question and, once amber was shown, also the one that stood then and all
/// that came after it. What was taken back does not count.
std::vector<const Given*> counting(const Answers& answers) {
    std::vector<const Given*> counts;
    const auto to = [](QuestionId q) { return [q](const Given* g) { return g->question == q; }; };
    for (std::size_t i = 0; i < answers.given.size(); ++i) {
        const auto& given = answers.given[i];
        if (!given.answer) {
            const auto last = std::find_if(counts.rbegin(), counts.rend(), to(given.question));
            if (last != counts.rend()) counts.erase(std::next(last).base());
            continue;
        }
        if (!answers.amber_after || i < *answers.amber_after) std::erase_if(counts, to(given.question));
        counts.push_back(&given);
    }
    return counts;
}

/// What the answers say about every sign, looked up once.
struct Signs {
    std::vector<bool> raised, answered;

    Signs(const Topic& topic, const Answers& answers) : raised(topic.signs.size()), answered(topic.signs.size()) {
        for (const auto* given : counting(answers))
            for (const auto sign : topic[given->question].signs)
                if (raises(topic[given->question], *given->answer, sign)) raised[sign.index] = true;
        for (const auto& given : answers.given)  // the last one counts
            for (const auto sign : topic[given.question].signs) answered[sign.index] = given.answer.has_value();
    }

    bool any_raised(const std::vector<SignId>& signs) const {
        return std::any_of(signs.begin(), signs.end(), [&](SignId s) { return raised[s.index]; });
    }
    /// Raised, or nobody knows: what was never asked may be so.
    bool any_possible(const std::vector<SignId>& signs) const {
        return std::any_of(signs.begin(), signs.end(), [&](SignId s) { return raised[s.index] || !answered[s.index]; });
    }
    bool any_possible(const std::vector<Caution>& cautions) const {
        return std::any_of(cautions.begin(), cautions.end(), [&](const Caution& c) { return any_possible(c.signs); });
    }
    bool holds(const Together& rule) const {
        if (rule.all.empty() && rule.any.empty()) return false;
        return std::all_of(rule.all.begin(), rule.all.end(), [&](SignId s) { return raised[s.index]; }) &&
               (rule.any.empty() || any_raised(rule.any));
    }
};

bool ends(const Question& question, const Answer& answer) {
    return question.ends_check && answer.reply != Reply::no;
}

}  // namespace

bool raised(const Topic& topic, const Answers& answers, SignId sign) {
    return raised_urgency(topic, answers, sign).has_value();
}

std::optional<Urgency> raised_urgency(const Topic& topic, const Answers& answers, SignId sign) {
    std::optional<Urgency> most;
    const auto& question = topic[topic[sign].question];
    for (const auto* given : counting(answers))
        if (given->question == topic[sign].question && raises(question, *given->answer, sign))
            most = std::max({most.value_or(Urgency::none), of_whole(question, *given->answer), topic[sign].urgency});
    return most;
}

std::optional<Urgency> raised_urgency(const Topic& topic, const Answers& answers, QuestionId id) {
    std::optional<Urgency> most;
    for (const auto* given : counting(answers))
        if (given->question == id && given->answer->reply != Reply::no)
            most = std::max(most.value_or(Urgency::none), of(topic, *given));
    return most;
}

bool holds(const Topic& topic, const Answers& answers, const Together& rule) {
    return Signs(topic, answers).holds(rule);
}

Urgency urgency(const Topic& topic, const Answers& answers) {
    auto most = Urgency::none;
    for (const auto* given : counting(answers)) most = std::max(most, of(topic, *given));
    const Signs signs(topic, answers);
    for (const auto& rule : topic.together)
        if (signs.holds(rule)) most = std::max(most, rule.urgency);
    return most;
}

std::optional<QuestionId> next_question(const Topic& topic, const Answers& answers) {
    if (urgency(topic, answers) == Urgency::emergency) return {};
    for (std::size_t i = 0; i < topic.questions.size(); ++i) {
        const auto* answer = answers.now({i});
        if (!answer) return QuestionId{i};
        if (ends(topic.questions[i], *answer)) return {};
    }
    return {};
}

std::optional<Cleared> clear(const Topic& topic, const Answers& answers, Release release) {
    const auto level = urgency(topic, answers);
    if (level == Urgency::emergency || next_question(topic, answers)) return {};
    if (level < Urgency::today) return Cleared(false);
    if (release == Release::none) return {};
    return Cleared(true);
}

Standing standing(const Topic& topic, const Answers& answers, Release release, HandoutId id) {
    const auto& handout = topic[id];
    if (handout.expired) return Standing::expired;
    if (urgency(topic, answers) == Urgency::emergency) return Standing::withheld;
    if (next_question(topic, answers)) return Standing::after_staff;
    const Signs signs(topic, answers);
    if (signs.any_possible(handout.withhold)) return Standing::withheld;
    const bool ask_first = signs.any_possible(handout.ask_first);
    if (clear(topic, answers, release)) return ask_first ? Standing::ask_first : Standing::open;
    return handout.always_open && !ask_first ? Standing::open : Standing::after_staff;
}

std::vector<const Caution*> cautions(const Topic& topic, const Answers& answers, HandoutId id) {
    const Signs signs(topic, answers);
    std::vector<const Caution*> hold;
    for (const auto* list : {&topic[id].withhold, &topic[id].ask_first})
        for (const auto& caution : *list)
            if (signs.any_raised(caution.signs)) hold.push_back(&caution);
    return hold;
}

std::vector<const Part*> parts(const Topic& topic, const Answers& answers, HandoutId id) {
    const Signs signs(topic, answers);
    std::vector<const Part*> may_read;
    for (const auto& part : topic[id].parts)
        if (!signs.any_possible(part.withhold) && (part.only_if.empty() || signs.any_raised(part.only_if)))
            may_read.push_back(&part);
    return may_read;
}

std::optional<OpenHandout> open(const Topic& topic, const Answers& answers, Release release, HandoutId id) {
    const auto stands = standing(topic, answers, release, id);
    if (stands != Standing::open && stands != Standing::ask_first) return {};
    return OpenHandout(id);
}

}  // namespace kiosk::visit
