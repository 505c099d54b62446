// SPDX-License-Identifier: Apache-2.0
#include "proof/faults.hpp"

#include <algorithm>
#include <functional>
#include <optional>

namespace kiosk::proof {

namespace {

using content::Content, content::Handout, content::Question, content::Sign, content::SignId, content::Topic,
    content::Urgency;

/// False: this topic has nothing to plant it in.
using Plant = std::function<bool(Topic&)>;

template <class List, class Is>
auto find(List& list, const Is& is) {
    const auto at = std::find_if(list.begin(), list.end(), is);
    return at == list.end() ? nullptr : &*at;
}

bool is_emergency(const Sign& sign) {
    return sign.urgency == Urgency::emergency;
}
bool soften_sign(Topic& topic, Urgency from, Urgency to) {
    auto* sign = find(topic.signs, [&](const Sign& s) { return s.urgency == from && !s.evidence_rows.empty(); });
    if (sign) sign->urgency = to;
    return sign;
}

bool drop_together(Topic& topic) {
    return std::erase_if(topic.together, [](const auto& rule) { return rule.urgency == Urgency::emergency; }) > 0;
}

bool weaken_together(Topic& topic) {
    for (auto& rule : topic.together)
        if (rule.urgency == Urgency::emergency) rule.urgency = Urgency::mention;
    return !topic.together.empty();
}

bool two_emergencies_together(Topic& topic) {
    const auto* first = find(topic.signs, is_emergency);
    if (!first) return false;
    const auto* second =
        find(topic.signs, [&](const Sign& s) { return is_emergency(s) && s.question != first->question; });
    if (!second) return false;
    const auto id = [&](const Sign* sign) { return SignId{static_cast<std::size_t>(sign - topic.signs.data())}; };
    topic.together.push_back({{id(first), id(second)}, {}, Urgency::emergency, {}});
    return true;
}

bool ends_nowhere(Topic& topic) {
    auto* question = find(topic.questions, [](const Question& q) { return q.ends_check; });
    if (question) question->ends_check = false;
    return question;
}

bool ends_elsewhere(Topic& topic, const std::function<bool(const Question&)>& is) {
    auto* from = find(topic.questions, [](const Question& q) { return q.ends_check; });
    auto* to = find(topic.questions, [&](const Question& q) { return !q.ends_check && is(q); });
    if (!from || !to) return false;
    from->ends_check = false;
    return to->ends_check = true;
}

bool ends_at_today(Topic& topic) {
    return ends_elsewhere(topic, [](const Question& q) { return q.urgency == Urgency::today; });
}

bool ends_at_emergency(Topic& topic) {
    return ends_elsewhere(topic, [](const Question& q) { return q.urgency == Urgency::emergency; });
}

/// Both ways: the signs know their question by its number.
bool swap_questions(Topic& topic, std::size_t one, std::size_t other) {
    std::swap(topic.questions[one], topic.questions[other]);
    for (std::size_t i = 0; i < topic.questions.size(); ++i)
        for (const auto sign : topic.questions[i].signs) topic.signs[sign.index].question = {i};
    return one != other;
}

bool emergency_asked_last(Topic& topic) {
    return swap_questions(topic, 0, topic.questions.size() - 1);
}

bool unreachable_part(Topic& topic) {
    auto* handout = find(topic.handouts, [](const Handout& h) { return !h.withhold.empty() && !h.parts.empty(); });
    if (!handout) return false;
    handout->parts.front().only_if = handout->withhold.front().signs;
    return true;
}

bool contradicting_part(Topic& topic) {
    auto* handout = find(topic.handouts, [](const Handout& h) {
        return find(h.parts, [](const auto& p) { return !p.only_if.empty(); });
    });
    if (!handout) return false;
    for (auto& part : handout->parts)
        if (!part.only_if.empty()) part.withhold = part.only_if;
    return true;
}

/// A handout's rules about these answers are lost, and every other's too.
bool nothing_looks_at(Topic& topic) {
    auto* sign = find(topic.signs, [](const Sign& s) { return s.urgency == Urgency::none; });
    if (!sign) return false;
    const SignId id{static_cast<std::size_t>(sign - topic.signs.data())};
    for (auto& handout : topic.handouts) {
        for (auto* list : {&handout.withhold, &handout.ask_first})
            for (auto& caution : *list) std::erase(caution.signs, id);
        for (auto& part : handout.parts) {
            std::erase(part.withhold, id);
            std::erase(part.only_if, id);
        }
    }
    return true;
}

bool forget_reason(Topic& topic) {
    if (topic.not_asked.empty()) return false;
    topic.not_asked.pop_back();
    return true;
}

/// Of a row that no other choice asks.
bool forget_evidence(Topic& topic) {
    const auto askers = [&](const std::string& row) {
        return std::count_if(topic.signs.begin(), topic.signs.end(), [&](const Sign& s) {
            return std::find(s.evidence_rows.begin(), s.evidence_rows.end(), row) != s.evidence_rows.end();
        });
    };
    auto* sign = find(topic.signs,
                      [&](const Sign& s) { return !s.evidence_rows.empty() && askers(s.evidence_rows.front()) == 1; });
    if (sign) sign->evidence_rows.clear();
    return sign;
}

bool no_stop_if(Topic& topic) {
    if (topic.handouts.empty()) return false;
    topic.handouts.front().stop_if.clear();
    return true;
}

}  // namespace

std::vector<Fault> faults(const Content& content) {
    const std::vector<std::pair<std::string, Plant>> all{
        {"an emergency choice made harmless",
         [](Topic& t) { return soften_sign(t, Urgency::emergency, Urgency::none); }},
        {"an emergency choice made a flag for today",
         [](Topic& t) { return soften_sign(t, Urgency::emergency, Urgency::today); }},
        {"a flag for today made a mere mention",
         [](Topic& t) { return soften_sign(t, Urgency::today, Urgency::mention); }},
        {"the emergencies of answers together left out", drop_together},
        {"the emergencies of answers together weakened", weaken_together},
        {"answers together that no visit can give", two_emergencies_together},
        {"a child is asked on", ends_nowhere},
        {"the check ends at the wrong question", ends_at_today},
        {"the check ends at an emergency", ends_at_emergency},
        {"an emergency asked last", emergency_asked_last},
        {"a part for those from whom the handout is withheld", unreachable_part},
        {"a part held back from those it is for", contradicting_part},
        {"an answer that nothing looks at", nothing_looks_at},
        {"a reason for not asking left out", forget_reason},
        {"a choice that no longer says which evidence it asks", forget_evidence},
        {"a handout that does not say when to stop", no_stop_if},
    };
    std::vector<Fault> planted;
    for (const auto& [about, plant] : all) {
        Fault fault{about, content};
        if (plant(fault.content.topics.front())) planted.push_back(std::move(fault));
    }
    return planted;
}

}  // namespace kiosk::proof
