// SPDX-License-Identifier: Apache-2.0
#include "proof/space.hpp"

#include <algorithm>
#include <unordered_set>

namespace kiosk::proof {

namespace {

using content::Kind, content::QuestionId, content::SignId, content::Topic, content::Urgency;
using visit::Answer, visit::Reply;

Raised level(Urgency urgency) {
    switch (urgency) {
        case Urgency::none:
            return 0;
        case Urgency::mention:
            return raised::mention;
        case Urgency::today:
            return raised::mention | raised::today;
        case Urgency::emergency:
            break;
    }
    return raised::mention | raised::today | raised::emergency;
}

void add_once(std::vector<AnswerClass>& classes, AnswerClass added) {
    const auto same = [&](const AnswerClass& known) { return known.raised == added.raised; };
    if (std::none_of(classes.begin(), classes.end(), same)) classes.push_back(std::move(added));
}

}  // namespace

Space::Space(const Topic& topic, const std::vector<std::vector<SignId>>& watched)
    : m_topic(topic), m_of_sign(topic.signs.size()) {
    for (std::size_t i = 0; i < topic.signs.size(); ++i) m_of_sign[i] = level(topic.signs[i].urgency);
    add_rules();
    add_watched(watched);
    if (!m_fits) return;
    m_classes.resize(topic.questions.size());
    for (std::size_t i = 0; i < topic.questions.size(); ++i) add_classes({i});
}

Raised Space::next_bit() {
    if (m_bits == 64) {
        m_fits = false;
        return 0;
    }
    return Raised{1} << m_bits++;
}

void Space::add_rules() {
    for (const auto& from : m_topic.together) {
        if (from.all.empty() && from.any.empty()) continue;
        Rule rule;
        rule.level = level(from.urgency);
        for (const auto sign : from.all) {
            const auto bit = next_bit();
            rule.all |= bit;
            m_of_sign[sign.index] |= bit;
        }
        if (!from.any.empty()) rule.any = next_bit();
        for (const auto sign : from.any) m_of_sign[sign.index] |= rule.any;
        m_rules.push_back(rule);
    }
}

void Space::add_watched(const std::vector<std::vector<SignId>>& watched) {
    for (const auto& signs : watched) {
        const auto bit = next_bit();
        for (const auto sign : signs) m_of_sign[sign.index] |= bit;
    }
}

Raised Space::raised_by(QuestionId id, const Answer& answer) const {
    const auto& question = m_topic[id];
    if (answer.reply == Reply::no) return 0;
    Raised raised = question.ends_check ? raised::ends : 0;
    const bool ticked = answer.reply == Reply::yes && question.kind == Kind::any_of;
    for (const auto sign : ticked ? answer.ticked : question.signs) raised |= m_of_sign[sign.index];
    if (!ticked) raised |= level(question.urgency);
    if (answer.reply == Reply::tell_staff) raised |= level(Urgency::today);
    return normal(raised);
}

Raised Space::normal(Raised raised) const {
    for (const auto& rule : m_rules)
        if ((raised & rule.all) == rule.all && (rule.any == 0 || (raised & rule.any) != 0)) raised |= rule.level;
    if ((raised & raised::emergency) != 0) return level(Urgency::emergency);
    for (const auto& rule : m_rules)
        if ((raised & rule.level) == rule.level) raised &= ~(rule.all | rule.any);
    return raised;
}

void Space::add_classes(QuestionId id) {
    auto& classes = m_classes[id.index];
    const auto& question = m_topic[id];
    classes.push_back({Answer{}, 0});
    if (question.kind == Kind::yes_no) {
        add_once(classes, {{Reply::yes, {}}, raised_by(id, {Reply::yes, {}})});
    } else {
        // Every set of choices, as far as sets differ: each choice is put to each set known before it.
        std::vector<AnswerClass> sets{{Answer{Reply::yes, {}}, 0}};
        for (const auto sign : question.signs)
            for (std::size_t i = 0, known = sets.size(); i < known; ++i) {
                auto more = sets[i].answer;
                more.ticked.insert(std::lower_bound(more.ticked.begin(), more.ticked.end(), sign), sign);
                const auto raised = raised_by(id, more);
                add_once(sets, {std::move(more), raised});
            }
        for (std::size_t i = 1; i < sets.size(); ++i) add_once(classes, std::move(sets[i]));
    }
    for (const auto reply : {Reply::not_sure, Reply::tell_staff})
        if (reply == Reply::not_sure || question.is_private)
            add_once(classes, {{reply, {}}, raised_by(id, {reply, {}})});
}

std::vector<Combination> Space::combinations(std::optional<QuestionId> without) const {
    std::vector<Combination> ended, going{{}};
    for (std::size_t i = 0; i < m_topic.questions.size(); ++i) {
        if (without && without->index == i) continue;
        std::vector<Combination> next;
        std::unordered_set<Raised> known;
        for (const auto& so_far : going)
            for (std::size_t c = 0; c < m_classes[i].size(); ++c) {
                const auto raised = normal(so_far.raised | m_classes[i][c].raised);
                if (!known.insert(raised).second) continue;
                auto said = so_far.said;
                said.push_back(c);
                const bool ends = (raised & (raised::emergency | raised::ends)) != 0;
                (ends ? ended : next).push_back({raised, std::move(said)});
            }
        going = std::move(next);
    }
    ended.insert(ended.end(), going.begin(), going.end());
    return ended;
}

visit::Answers Space::answers(const Combination& combination, std::optional<QuestionId> without) const {
    visit::Answers answers;
    std::size_t question = 0;
    for (const auto said : combination.said) {
        if (without && without->index == question) ++question;
        answers.given.push_back({{question}, m_classes[question][said].answer, {}});
        ++question;
    }
    return answers;
}

}  // namespace kiosk::proof
