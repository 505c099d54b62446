// SPDX-License-Identifier: Apache-2.0
#include "content/question_reader.hpp"

#include "content/values.hpp"

namespace kiosk::content {

namespace {

constexpr std::array<std::pair<std::string_view, Kind>, 2> kind_words = {
    {{"yes-no", Kind::yes_no}, {"any-of", Kind::any_of}}};
constexpr std::array<std::pair<std::string_view, Urgency>, 4> urgency_words = {{{"emergency", Urgency::emergency},
                                                                                {"today", Urgency::today},
                                                                                {"mention", Urgency::mention},
                                                                                {"none", Urgency::none}}};

std::string shown(const Question& question) {
    return "question \"" + question.id + '"';
}

/// The words with which a private answer is told; the others say what was answered.
void check_words(const Element& e, const Question& question, Sign& sign, Report& report) {
    const std::string which = sign.id == question.id ? shown(question) : "choice \"" + sign.id + '"';
    if (question.is_private && sign.note.empty()) sign.note = question.private_note;
    if (sign.note.empty() && !question.is_private)
        report.error(e.line, which + " has no note", "write how the note for staff says it");
    const bool on_amber = sign.urgency >= Urgency::today && !question.is_private;
    if (sign.told.empty() && on_amber)
        report.error(e.line, which + " has no told", "write how the page for the patient says it");
}

Sign read_choice(const Element& e, const Question& question, Report& report) {
    Sign sign;
    sign.line = e.line;
    sign.id = may(e, "id");
    sign.label = words(e, {"id", "evidence", "urgency", "lowered", "note", "told"}, report);
    sign.note = attribute_words(e, "note", report);
    sign.told = attribute_words(e, "told", report);
    sign.urgency = one_of(e, "urgency", urgency_words, question.urgency, report);
    sign.evidence_rows = list(e, "evidence");
    if (attribute(e, "lowered")) sign.lowered = need(e, "lowered", report);
    check_words(e, question, sign, report);
    return sign;
}

Sign read_yes(const Element& e, const Question& question, Report& report) {
    Sign sign;
    sign.line = e.line;
    sign.id = question.id;
    sign.note = may_words(e, "note", report);
    sign.told = may_words(e, "told", report);
    sign.urgency = question.urgency;
    sign.evidence_rows = list(e, "evidence");
    if (attribute(e, "lowered")) sign.lowered = need(e, "lowered", report);
    check_words(e, question, sign, report);
    return sign;
}

void add_signs(const Element& e, Question& question, Topic& topic, Report& report) {
    const auto add = [&](Sign sign) {
        sign.question = {topic.questions.size()};
        question.signs.push_back({topic.signs.size()});
        topic.signs.push_back(std::move(sign));
    };
    if (question.kind == Kind::yes_no) return add(read_yes(e, question, report));
    for (const auto* choice : all(e, "choice")) add(read_choice(*choice, question, report));
}

/// "None of these" and "I'm not sure" take a row each, and "I'd rather tell staff" one where private.
void check_choices(const Question& question, Report& report) {
    if (question.kind == Kind::yes_no) return;
    const std::size_t room = most_rows - (question.is_private ? 3 : 2);
    if (question.signs.empty())
        report.error(question.line, shown(question) + " has no choices",
                     "write <choice id=\"...\" note=\"...\">...</choice>");
    if (question.signs.size() > room)
        report.error(question.line,
                     shown(question) + " has " + std::to_string(question.signs.size()) +
                         " choices, the glass has room for " + std::to_string(room),
                     "split it into two questions");
}

void check_privacy(const Question& question, Report& report) {
    if (question.is_private && question.private_note.empty())
        report.error(question.line, shown(question) + " is private and has no <private-note>",
                     "write general words for the note, as in: infection risk");
    if (!question.is_private && !question.private_note.empty())
        report.error(question.line, shown(question) + " has a <private-note> and is not private",
                     "write private=\"yes\"");
}

/// Else a check could end early and hand out handouts with questions left unasked.
void check_end(const Question& question, const Topic& topic, Report& report) {
    if (!question.ends_check) return;
    bool blocks = question.urgency >= Urgency::today;
    for (const auto sign : question.signs) blocks = blocks && topic[sign].urgency >= Urgency::today;
    if (!blocks)
        report.error(question.line, shown(question) + " ends the check without sending to staff",
                     "write urgency=\"today\"");
}

void check_names(const Element& e, const Question& question, Report& report) {
    Names attributes = {"id", "kind", "urgency", "sources", "picture", "alt", "private", "ends-check"};
    Names children = {"ask", "hint", "short-hint", "why", "private-note", "in-short"};
    if (question.kind == Kind::yes_no) attributes.insert(attributes.end(), {"evidence", "lowered"});
    if (question.kind == Kind::yes_no) children.insert(children.end(), {"note", "told"});
    if (question.kind == Kind::any_of) children.push_back("choice");
    only(e, attributes, children, report);
}

Question read_words(const Element& e, TopicReading& reading) {
    auto& report = reading.report;
    Question question;
    question.id = need_id(e, "id", report);
    question.line = e.line;
    question.kind = need_one_of(e, "kind", kind_words, is_any_of(e) ? Kind::any_of : Kind::yes_no, report);
    check_names(e, question, report);
    question.urgency = need_urgency(e, "urgency", report);
    question.is_private = yes(e, "private", report);
    question.ends_check = yes(e, "ends-check", report);
    question.ask = need_words(e, "ask", report);
    question.hint = may_words(e, "hint", report);
    question.short_hint = may_words(e, "short-hint", report);
    question.in_short = may_words(e, "in-short", report);
    question.why = all_words(e, "why", report);
    question.private_note = may_words(e, "private-note", report);
    question.picture = reading.pictures.picture(e, "picture", report);
    question.sources = reading.ids.sources.ids(e, "sources", report);
    return question;
}

}  // namespace

bool is_any_of(const Element& e) {
    const auto kind = may(e, "kind");
    return kind == "any-of" || (kind != "yes-no" && !all(e, "choice").empty());
}

Urgency need_urgency(const Element& e, std::string_view name, Report& report) {
    return need_one_of(e, name, urgency_words, Urgency::emergency, report);
}

void read_question(const Element& e, TopicReading& reading, Topic& topic) {
    Question question = read_words(e, reading);
    add_signs(e, question, topic, reading.report);
    check_choices(question, reading.report);
    check_privacy(question, reading.report);
    check_end(question, topic, reading.report);
    topic.questions.push_back(std::move(question));
}

}  // namespace kiosk::content
