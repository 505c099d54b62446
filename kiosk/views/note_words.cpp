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

/// A plain yes needs no more words; a change of mind shows both answers.
std::string under(const Sketch& sketch, const visit::NoteLine& line) {
    if (line.taken_back) return sketch.say("told.taken-back");
    if (line.before) {
        const auto now = reply_words(sketch, line.reply), first = reply_words(sketch, *line.before);
        return sketch.say("told.changed", {{"first", first}, {"now", now}});
    }
    return line.reply == Reply::yes ? std::string{} : reply_words(sketch, line.reply);
}

}  // namespace

std::vector<ToldLine> told_lines(const Sketch& sketch, const visit::Note& note) {
    std::vector<ToldLine> lines;
    int hidden = 0;
    for (const auto& line : note.flagged) {
        if (question_of(sketch, line).is_private) {
            ++hidden;
        } else {
            lines.push_back({words_of(sketch, line), under(sketch, line)});
        }
    }
    if (hidden == 1) lines.push_back({sketch.say("told.private-one"), ""});
    if (hidden > 1) lines.push_back({sketch.say("told.private-many", {{"n", std::to_string(hidden)}}), ""});
    return lines;
}

std::vector<ToldLine> note_lines(const Sketch& sketch, const std::vector<visit::NoteLine>& of) {
    std::vector<ToldLine> lines;
    for (const auto& line : of) {
        if (question_of(sketch, line).is_private) {
            lines.push_back({sketch.say("told.private-one"), ""});
        } else {
            lines.push_back({words_of(sketch, line), under(sketch, line)});
        }
    }
    return lines;
}

}  // namespace kiosk::views
