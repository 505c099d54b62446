// SPDX-License-Identifier: Apache-2.0
#include "views/glass_blocks.hpp"
#include "views/note_words.hpp"
#include "views/screens.hpp"

#include <utility>

namespace kiosk::views {
namespace {

using namespace glass;

/// Staff read the clinic's language; where that is not the patient's, theirs stands smaller beneath.
struct Readers {
    const Sketch& patient;
    const Sketch& staff;

    bool differ() const { return patient.language() != staff.language(); }
};

struct List {
    std::string name;
    std::vector<ToldLine> lines;
    std::vector<ToldLine> theirs = {};  ///< the same in the patient's words; empty where they read the clinic's
};

std::vector<ToldLine> together_lines(const Sketch& sketch, const visit::Note& note) {
    std::vector<ToldLine> lines;
    for (const auto& line : note.together) {
        const bool is_sure = line.certainty == visit::Certainty::said;
        lines.push_back({sketch.in(sketch.topic().together[line.rule].note), is_sure ? "" : sketch.say("told.maybe")});
    }
    return lines;
}

std::vector<ToldLine> not_asked_lines(const Sketch& sketch, const visit::Note& note) {
    std::vector<ToldLine> lines;
    std::size_t hidden = 0;
    for (const auto id : note.not_asked) {
        const auto& question = sketch.topic()[id];
        if (question.is_private)
            ++hidden;
        else
            lines.push_back({sketch.in(question.ask), ""});
    }
    add_private(lines, sketch, hidden, "told.private-question");
    return lines;
}

std::vector<List> lists(const Sketch& sketch, const visit::Note& note) {
    auto flagged = note_lines(sketch, note.flagged, visit::Reply::yes);
    for (auto& line : together_lines(sketch, note)) flagged.push_back(std::move(line));
    return {{"glass-note.flagged", std::move(flagged)},
            {"glass-note.mentioned", note_lines(sketch, note.mentioned, visit::Reply::yes)},
            {"glass-note.no", note_lines(sketch, note.no, visit::Reply::no)},
            {"glass-note.not-asked", not_asked_lines(sketch, note)}};
}

page::Block for_staff(const Readers& readers, page::Block words) {
    if (readers.differ()) std::get<page::Words>(words.is).language = readers.staff.content.languages.front().code;
    return words;
}

page::Block smaller(std::string words) {
    return bold(std::move(words), Role::smallest, Colour::ink_soft);
}

page::Blocks with_theirs(const Readers& readers, page::Block words, const std::string& theirs) {
    page::Blocks lines{for_staff(readers, std::move(words))};
    if (readers.differ()) lines.push_back(smaller(theirs));
    return lines;
}

/// A text of the interface, for both.
page::Block said(const Readers& readers, const std::string& name, Role role, page::Tag tag, Colour colour) {
    page::Words words{.runs = {{readers.staff.say(name)}}, .role = role, .colour = colour, .tag = tag};
    words.bold = role == Role::subhead;
    return column(with_theirs(readers, {std::move(words)}, readers.patient.say(name)));
}

page::Block line_block(const Readers& readers, const List& list, std::size_t at) {
    const bool is_flagged = list.name == "glass-note.flagged";
    const auto& line = list.lines[at];
    auto meaning = is_flagged ? bold(line.words, Role::row) : text(line.words, Role::fact);
    page::Blocks words{for_staff(readers, std::move(meaning))};
    if (!line.under.empty()) words.push_back(for_staff(readers, smaller(line.under)));
    if (readers.differ()) {
        const auto& theirs = list.theirs[at];
        const auto marks = punctuation(readers.patient.content, readers.patient.language());
        words.push_back(smaller(theirs.under.empty() ? theirs.words : ended(theirs.words, marks) + " " + theirs.under));
    }
    if (is_flagged) return flag(std::move(words));
    return row({column({page::space(20), {page::Bullet{14}}}), column(std::move(words))}, {14, -1}, 20);
}

/// A list's heading never stands alone at the foot of a page.
page::Blocks list_blocks(const Readers& readers, const List& list) {
    page::Blocks blocks;
    for (std::size_t at = 0; at < list.lines.size(); ++at) {
        auto block = line_block(readers, list, at);
        if (blocks.empty()) {
            auto title = said(readers, list.name, Role::subhead, page::Tag::heading2, Colour::ink);
            blocks.push_back(column({std::move(title), std::move(block)}, 12));
        } else {
            blocks.push_back(std::move(block));
        }
    }
    return blocks;
}

std::vector<List> lists(const Readers& readers, const visit::Note& note) {
    auto all = lists(readers.staff, note);
    if (!readers.differ()) return all;
    auto theirs = lists(readers.patient, note);
    for (std::size_t i = 0; i < all.size(); ++i) all[i].theirs = std::move(theirs[i].lines);
    return all;
}

const char* level_name(content::Urgency level) {
    if (level == content::Urgency::emergency) return "glass-note.emergency";
    return level == content::Urgency::today ? "glass-note.today" : "glass-note.none";
}

page::Blocks note_blocks(const Readers& readers) {
    const auto& patient = readers.patient;
    const auto note = visit::note(patient.topic(), visit::record(patient.visit));
    page::Blocks blocks{said(readers, level_name(note.level), Role::subhead, page::Tag::paragraph, Colour::ink)};
    for (const auto& list : lists(readers, note)) add(blocks, list_blocks(readers, list));
    blocks.push_back(fact("person", patient.in(patient.topic().tell_clinician)));
    blocks.push_back(said(readers, "glass-note.no-diagnosis", Role::fact, page::Tag::paragraph, Colour::ink_soft));
    return blocks;
}

page::Block wide(page::Key key) {
    key.height = 112;
    key.landscape_height = 104;
    return {std::move(key)};
}

/// Read through to the end: only the last page has the key that says so.
page::Block last_keys(Sketch& sketch) {
    auto read = sketch.key(page::KeyKind::primary, sketch.say("glass-note.read"), "tick", visit::action::Continue{});
    page::Block read_through{page::IfLastPage{{wide(std::move(read))}, {}}};
    auto back = back_key(sketch, 112, 104);
    if (!sketch.prints()) return row({std::move(back), std::move(read_through)}, {back_width, -1});
    auto print =
        wide(sketch.key(page::KeyKind::secondary, sketch.say("glass-note.print"), "print", visit::action::PrintNote{}));
    return row({std::move(back), std::move(print), std::move(read_through)}, {240, 240, -1});
}

}  // namespace

void note_on_glass(Sketch& sketch, const visit::place::Note& at) {
    auto seen_by_staff = sketch.visit;
    seen_by_staff.look.language = content::LanguageId{0};
    const Sketch staff{sketch.content, seen_by_staff, sketch.now};
    auto& page = sketch.page();
    const bool calm = visit::urgency(sketch.topic(), sketch.visit.answers) < content::Urgency::today;
    page.tone = calm ? page::Tone::calm : page::Tone::amber;
    const auto ink = calm ? Colour::ink : Colour::on_amber;
    page.title = sketch.say("glass-note.title");
    page.section = sketch.say("section.check");
    page.read = {{page::Words{.runs = {{page.title}}, .role = Role::title, .colour = ink, .tag = page::Tag::heading1}},
                 gap(16),
                 text(sketch.say("glass-note.line"), Role::body, ink)};
    page.sheet_top = 376;
    pad_sheet(sketch, 40, 36);
    page.sheet = {{page::Paged{note_blocks({sketch, staff}), 16, at.page}},
                  gap(20),
                  page_row(sketch, at.page, "page.count", false, 96),
                  gap(least_gap),
                  last_keys(sketch)};
}

}  // namespace kiosk::views
