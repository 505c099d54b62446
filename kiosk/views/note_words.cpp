// SPDX-License-Identifier: Apache-2.0
#include "views/note_words.hpp"

#include <utility>

namespace kiosk::views {
namespace {

using visit::Reply;

const content::Question& question_of(const Sketch& sketch, const visit::NoteLine& line) {
    return sketch.topic()[line.question];
}

/// The sign's own words where there is one sign to speak of; the question where it was answered as a whole.
std::string words_of(const Sketch& sketch, const visit::NoteLine& line) {
    const auto& question = question_of(sketch, line);
    const bool one_sign = question.kind == content::Kind::yes_no && question.signs.size() == 1;
    const auto sign = line.sign ? line.sign : one_sign ? std::optional{question.signs.front()} : std::nullopt;
    if (!sign) return sketch.in(question.ask);
    const auto& told = sketch.topic()[*sign].told;
    return sketch.in(told.empty() ? question.ask : told);
}

std::string reply_words(const Sketch& sketch, Reply reply) {
    switch (reply) {
        case Reply::yes:
            return sketch.say("told.yes");
        case Reply::no:
            return sketch.say("told.no");
        case Reply::not_sure:
            return sketch.say("told.not-sure");
        case Reply::tell_staff:
            return sketch.say("told.tell-staff");
    }
    return {};
}

std::string answer_words(const Sketch& sketch, const visit::NoteLine& line) {
    if (line.taken_back) return sketch.say("told.taken-back");
    const auto now = reply_words(sketch, line.reply);
    if (!line.before) return now;
    return sketch.say("told.changed", {{"first", reply_words(sketch, *line.before)}, {"now", now}});
}

/// What a screen of choices asked, where it was answered as a whole.
std::string choices(const Sketch& sketch, const visit::NoteLine& line) {
    const auto& question = question_of(sketch, line);
    if (line.sign || question.kind != content::Kind::any_of) return {};
    if (!question.in_short.empty()) return sketch.in(question.in_short);
    std::vector<std::string> labels;
    for (const auto sign : question.signs) labels.push_back(sketch.in(sketch.topic()[sign].label));
    return listed(labels, punctuation(sketch.content, sketch.language()));
}

/// The answer that a list is about needs no more words; a change of mind shows both.
std::string under(const Sketch& sketch, const visit::NoteLine& line, Reply expected) {
    const bool is_plain = line.reply == expected && !line.before && !line.taken_back;
    return is_plain ? std::string{} : answer_words(sketch, line);
}

}  // namespace

void add_private(std::vector<ToldLine>& lines, const Sketch& sketch, std::size_t hidden, const std::string& name) {
    if (hidden == 1) lines.push_back({sketch.say(name + "-one"), ""});
    if (hidden > 1) lines.push_back({sketch.say(name + "-many", {{"n", std::to_string(hidden)}}), ""});
}

std::vector<ToldLine> told_lines(const Sketch& sketch, const visit::Note& note) {
    std::vector<ToldLine> lines;
    std::size_t hidden = 0;
    for (const auto& line : note.flagged) {
        if (question_of(sketch, line).is_private) {
            ++hidden;
        } else {
            lines.push_back({words_of(sketch, line), under(sketch, line, Reply::yes)});
        }
    }
    add_private(lines, sketch, hidden, "told.private");
    return lines;
}

std::vector<ToldLine> note_lines(const Sketch& sketch, const std::vector<visit::NoteLine>& of, Reply expected) {
    std::vector<ToldLine> lines;
    std::size_t hidden = 0;
    for (const auto& line : of) {
        if (question_of(sketch, line).is_private) {
            ++hidden;
            continue;
        }
        const auto said = under(sketch, line, expected), asked = choices(sketch, line);
        lines.push_back({words_of(sketch, line), said.empty() || asked.empty() ? said + asked : said + ": " + asked});
    }
    add_private(lines, sketch, hidden, expected == Reply::no ? "told.private-question" : "told.private");
    return lines;
}

}  // namespace kiosk::views
