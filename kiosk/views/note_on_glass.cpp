// SPDX-License-Identifier: Apache-2.0
#include "views/glass_blocks.hpp"
#include "views/note_words.hpp"
#include "views/screens.hpp"

#include <utility>

namespace kiosk::views {
namespace {

using namespace glass;

/// Reads note.together, note.flagged, ... as the lists of the paper, under the same names.
struct List {
    std::string name;
    std::vector<ToldLine> lines;
};

std::vector<ToldLine> together_lines(const Sketch& sketch, const visit::Note& note) {
    std::vector<ToldLine> lines;
    for (const auto& line : note.together) {
        const bool is_sure = line.certainty == visit::Certainty::said;
        lines.push_back(
            {sketch.in(sketch.topic().together[line.rule].note), is_sure ? "" : sketch.say("told.maybe")});
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

page::Block line_block(const ToldLine& line, bool is_flagged) {
    if (is_flagged) return flag(line.words, line.under);
    page::Blocks words{text(line.words, Role::fact)};
    if (!line.under.empty()) words.push_back(bold(line.under, Role::smallest, Colour::ink_soft));
    return row({column({page::space(20), {page::Bullet{14}}}), column(std::move(words))}, {14, -1}, 20);
}

/// A list's heading never stands alone at the foot of a page.
page::Blocks list_blocks(const Sketch& sketch, const List& list) {
    page::Blocks blocks;
    for (const auto& line : list.lines) {
        auto block = line_block(line, list.name == "glass-note.flagged");
        if (blocks.empty()) {
            auto title = heading(sketch.say(list.name), Role::subhead, page::Tag::heading2);
            blocks.push_back(column({std::move(title), std::move(block)}, 12));
        } else {
            blocks.push_back(std::move(block));
        }
    }
    return blocks;
}

std::string level_words(const Sketch& sketch, content::Urgency level) {
    const bool emergency = level == content::Urgency::emergency;
    return sketch.say(emergency                          ? "glass-note.emergency"
                      : level == content::Urgency::today ? "glass-note.today"
                                                         : "glass-note.none");
}

page::Blocks note_blocks(const Sketch& sketch) {
    const auto note = visit::note(sketch.topic(), visit::record(sketch.visit));
    page::Blocks blocks{bold(level_words(sketch, note.level), Role::subhead)};
    for (const auto& list : lists(sketch, note)) add(blocks, list_blocks(sketch, list));
    blocks.push_back(fact("person", sketch.in(sketch.topic().tell_clinician)));
    blocks.push_back(text(sketch.say("glass-note.no-diagnosis"), Role::fact, Colour::ink_soft));
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
    page.sheet = {{page::Paged{note_blocks(sketch), 16, at.page}},
                  gap(20),
                  page_row(sketch, at.page, "page.count", false, 96),
                  gap(least_gap),
                  last_keys(sketch)};
}

}  // namespace kiosk::views
