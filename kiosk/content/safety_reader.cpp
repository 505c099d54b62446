// SPDX-License-Identifier: Apache-2.0
#include "content/safety_reader.hpp"

#include "content/question_reader.hpp"
#include "content/values.hpp"

#include <algorithm>

namespace kiosk::content {

namespace {

/// The order in which people are asked: what cannot wait first, who may not go on next, about you last.
enum class Turn { emergency, ends_check, today, about_you };

Turn turn(const Question& question, const Topic& topic) {
    if (question.ends_check) return Turn::ends_check;
    Urgency most = question.urgency;
    for (const auto sign : question.signs) most = std::max(most, topic[sign].urgency);
    if (most == Urgency::emergency) return Turn::emergency;
    return most == Urgency::today ? Turn::today : Turn::about_you;
}

const char* in_words(Turn turn) {
    switch (turn) {
        case Turn::emergency:
            return "an emergency question";
        case Turn::ends_check:
            return "a question that ends the check";
        case Turn::today:
            return "a question for today";
        case Turn::about_you:
            break;
    }
    return "a question about the person";
}

void check_order(const Topic& topic, Report& report) {
    const Question* latest = nullptr;
    for (const auto& question : topic.questions) {
        if (latest && turn(question, topic) < turn(*latest, topic))
            report.error(question.line,
                         std::string(in_words(turn(question, topic))) + " comes after " +
                             in_words(turn(*latest, topic)) + " (\"" + latest->id + "\")",
                         "move \"" + question.id + "\" before it");
        else
            latest = &question;
    }
}

Together read_together(const Element& e, const TopicReading& reading) {
    auto& report = reading.report;
    only(e, {"all", "any", "urgency", "note"}, {}, report);
    Together together;
    together.all = reading.ids.signs.ids(e, "all", report);
    together.any = reading.ids.signs.ids(e, "any", report);
    together.urgency = need_urgency(e, "urgency", report);
    together.note = plain_text(need(e, "note", report));
    const auto conditions = list(e, "all").size() + (list(e, "any").empty() ? 0 : 1);
    if (conditions < 2)
        report.error(e.line, conditions == 0 ? "<together> of nothing" : "<together> of one thing alone",
                     "write all=\"two or more signs\", or all=\"...\" and any=\"...\"");
    return together;
}

NotAsked read_not_asked(const Element& e, Report& report) {
    return {need(e, "row", report), words(e, {"row"}, report)(LanguageId{0}), e.line};
}

}  // namespace

void collect_signs(const Element& safety_check, TopicReading& reading) {
    auto& [report, pictures, ids] = reading;
    for (const auto* e : all(safety_check, "question")) {
        const std::string id = may(*e, "id");
        if (!is_any_of(*e)) {
            ids.signs.add(id, e->line, report);
            continue;
        }
        std::string choices;
        for (const auto* choice : all(*e, "choice")) choices += (choices.empty() ? "" : " ") + may(*choice, "id");
        ids.signs.reserve(id, e->line, "it is a question, name its choices: " + choices, report);
        for (const auto* choice : all(*e, "choice"))
            ids.signs.add(need_id(*choice, "id", report), choice->line, report);
    }
}

void read_safety(const Element& e, TopicReading& reading, Topic& topic) {
    auto& report = reading.report;
    const int before = report.count();
    topic.check_line = e.line;
    only(e, {}, {"question", "together", "not-asked"}, report);
    for (const auto* question : all(e, "question")) read_question(*question, reading, topic);
    for (const auto* together : all(e, "together")) topic.together.push_back(read_together(*together, reading));
    for (const auto* row : all(e, "not-asked")) topic.not_asked.push_back(read_not_asked(*row, report));
    if (topic.questions.empty()) report.error(e.line, "<safety-check> asks nothing", "write <question>");
    if (report.count() == before) check_order(topic, report);
}

}  // namespace kiosk::content
