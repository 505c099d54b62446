// SPDX-License-Identifier: Apache-2.0
#include "views/note_lines.hpp"

#include "views/wording.hpp"

namespace kiosk::views {
namespace {

using paper::Print;

std::string word(const Print& print, const char* name, std::initializer_list<Filling> fillings = {}) {
    return say(print.content, print.language, name, fillings);
}

std::string reply_words(const Print& print, visit::Reply reply) {
    switch (reply) {
        case visit::Reply::yes:
            return word(print, "note.yes");
        case visit::Reply::no:
            return word(print, "note.no");
        case visit::Reply::not_sure:
            return word(print, "note.not-sure");
        case visit::Reply::tell_staff:
            return word(print, "note.tell-staff");
    }
    return {};
}

std::string sign_words(const Print& print, const content::Sign& sign) {
    return (sign.note.empty() ? sign.label : sign.note)(print.language);
}

std::string answer_words(const Print& print, const visit::NoteLine& line) {
    const auto now = reply_words(print, line.reply);
    if (line.taken_back) return word(print, "note.taken-back", {{"answer", now}});
    if (line.before) {
        return word(print, "note.changed", {{"before", reply_words(print, *line.before)}, {"now", now}});
    }
    return now;
}

/// What was on the glass: the question and the choice that was ticked, or all of them where the whole screen is meant.
std::string glass_words(const Print& print, const content::Topic& topic, const visit::NoteLine& line) {
    const auto& question = topic[line.question];
    std::vector<std::string> choices;
    for (const auto sign : line.sign ? std::vector{*line.sign} : question.signs)
        if (const auto& label = topic[sign].label; !label.empty()) choices.push_back(label(print.language));
    const auto ask = question.ask(print.language);
    if (choices.empty()) return ask;
    const auto marks = punctuation(print.content, print.language);
    return ask + " " + ended(listed(choices, marks), marks);
}

/// Every sign of a question, or its general words where it is private.
std::string all_it_asks(const Print& print, const content::Topic& topic, const content::Question& question) {
    if (question.is_private) {
        return question.private_note.empty() ? word(print, "note.private") : question.private_note(print.language);
    }
    std::vector<std::string> signs;
    for (const auto sign : question.signs) signs.push_back(sign_words(print, topic[sign]));
    return listed(signs, punctuation(print.content, print.language));
}

std::string meaning(const Print& print, const content::Topic& topic, const visit::NoteLine& line) {
    const auto& question = topic[line.question];
    const bool plain_no = line.reply == visit::Reply::no && !line.before && !line.taken_back;
    const bool whole = plain_no && question.signs.size() == 1;  // "No better: No" would read as a finding
    if (line.sign && !question.is_private && !whole) return sign_words(print, topic[*line.sign]);
    const bool in_general = question.is_private && !plain_no;
    return in_general ? all_it_asks(print, topic, question) : note_question(print, topic, line.question);
}

}  // namespace

std::string note_question(const Print& print, const content::Topic& topic, content::QuestionId id) {
    const auto& question = topic[id];
    return question.in_short.empty() ? all_it_asks(print, topic, question) : question.in_short(print.language);
}

NoteSaid note_said(const Print& print, const content::Topic& topic, const visit::NoteLine& line) {
    NoteSaid said;
    said.means = meaning(print, topic, line);
    if (!topic[line.question].is_private)
        said.asked = word(print, "note.asked", {{"question", glass_words(print, topic, line)}});
    said.answer = answer_words(print, line);
    return said;
}

std::string patients_words(const Print& print, const content::Topic& topic, const visit::NoteLine& line) {
    if (topic[line.question].is_private) return {};
    return word(print, "note.patients-words",
                {{"question", glass_words(print, topic, line)}, {"answer", reply_words(print, line.reply)}});
}

std::string note_short(const Print& print, const content::Topic& topic, const visit::NoteLine& line) {
    const auto said = note_said(print, topic, line);
    const bool usual = !line.taken_back && (line.reply == visit::Reply::yes || line.reply == visit::Reply::no);
    if (usual && !line.before) return said.means;
    return word(print, "note.with-answer", {{"means", said.means}, {"answer", said.answer}});
}

}  // namespace kiosk::views
