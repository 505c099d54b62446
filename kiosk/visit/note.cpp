// SPDX-License-Identifier: Apache-2.0
#include "visit/note.hpp"

#include <algorithm>

namespace kiosk::visit {

namespace {

using content::Kind, content::QuestionId, content::SignId, content::Topic, content::Urgency;

/// All that was ever answered to one question, oldest first, and what of it stands on the note.
struct History {
    const Topic& topic;
    const Answers& answers;
    QuestionId id;
    std::vector<const Answer*> all;
    const Answer* counts;

    History(const Topic& t, const Answers& a, QuestionId q) : topic(t), answers(a), id(q), counts(a.now(q)) {
        for (const auto& given : a.given)
            if (given.question == q && given.answer) all.push_back(&*given.answer);
    }

    const Answer& shown() const { return counts ? *counts : *all.back(); }
    const content::Question& question() const { return topic[id]; }

    bool ever_ticked() const {
        return std::any_of(all.begin(), all.end(), [](const Answer* a) { return !a->ticked.empty(); });
    }

    /// One line for each sign, or one for the whole question. Which choice was ticked is never lost, whatever was said
    /// after it.
    bool by_sign() const {
        if (question().is_private) return false;
        const auto reply = shown().reply;
        if (question().kind == Kind::yes_no) return reply == Reply::yes || reply == Reply::no;
        return ever_ticked();
    }

    Reply reply(const Answer& answer, std::optional<SignId> sign) const {
        if (!sign || question().kind == Kind::yes_no || answer.reply != Reply::yes) return answer.reply;
        const auto& ticked = answer.ticked;
        return std::find(ticked.begin(), ticked.end(), *sign) == ticked.end() ? Reply::no : Reply::yes;
    }

    NoteLine line(std::optional<SignId> sign) const {
        NoteLine line{id, sign, reply(shown(), sign), {}, !counts};
        for (const auto* answer : all)
            if (const auto said = reply(*answer, sign); !line.before && said != line.reply) line.before = said;
        return line;
    }
};

std::optional<Urgency> weight(const Topic& topic, const Answers& answers, const NoteLine& line) {
    return line.sign ? raised_urgency(topic, answers, *line.sign) : raised_urgency(topic, answers, line.question);
}

void put(Note& note, const Topic& topic, const Answers& answers, const NoteLine& line) {
    const auto raised = weight(topic, answers, line);
    const bool touched_by_mistake = line.taken_back && line.reply != Reply::no;
    if (touched_by_mistake || raised >= Urgency::today)
        note.flagged.push_back(line);
    else if (raised)
        note.mentioned.push_back(line);
    else
        note.no.push_back(line);
}

void put(Note& note, const History& history) {
    if (history.all.empty()) return note.not_asked.push_back(history.id);
    if (!history.by_sign()) return put(note, history.topic, history.answers, history.line({}));
    for (const auto sign : history.question().signs) put(note, history.topic, history.answers, history.line(sign));
}

/// The same answers, where only a plain yes counts.
Answers said_only(Answers answers) {
    for (auto& given : answers.given)
        if (given.answer && given.answer->reply != Reply::yes) given.answer = Answer{Reply::no, {}};
    return answers;
}

std::vector<TogetherLine> together_lines(const Topic& topic, const Answers& answers) {
    const auto said = said_only(answers);
    std::vector<TogetherLine> lines;
    for (std::size_t i = 0; i < topic.together.size(); ++i) {
        if (!holds(topic, answers, topic.together[i])) continue;
        lines.push_back({i, holds(topic, said, topic.together[i]) ? Certainty::said : Certainty::not_sure});
    }
    return lines;
}

}  // namespace

Note note(const Topic& topic, const Record& record) {
    Note note;
    note.level = record.help_key ? Urgency::emergency : urgency(topic, record.answers);
    for (std::size_t i = 0; i < topic.questions.size(); ++i) put(note, History(topic, record.answers, {i}));
    std::stable_sort(note.flagged.begin(), note.flagged.end(), [&](const NoteLine& a, const NoteLine& b) {
        return weight(topic, record.answers, a) > weight(topic, record.answers, b);
    });
    note.together = together_lines(topic, record.answers);
    return note;
}

}  // namespace kiosk::visit
