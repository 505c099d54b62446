// SPDX-License-Identifier: Apache-2.0
#include "views/note_facts.hpp"
#include "views/note_lines.hpp"
#include "views/paper_frame.hpp"
#include "views/views.hpp"
#include "views/wording.hpp"

#include <utility>

namespace kiosk::views {
namespace {

using paper::Mark, paper::Print;

constexpr double section_gap = 6, list_gap = 4, writing_gap = 16, column_gap = 20, answer_width = 104, flag_size = 17,
                 flag_gap = 9;

/// What the note is made from, and how.
struct Source {
    const Print& print;    ///< in the clinic's language
    const Print& patient;  ///< in the patient's
    const content::Topic& topic;
    const visit::Record& record;
    const visit::Note& note;
    const Stamp& stamp;

    std::string word(const char* name, std::initializer_list<Filling> fillings = {}) const {
        return say(print.content, print.language, name, fillings);
    }
    bool other_language() const { return patient.language != print.language; }
};

struct Level {
    const char *icon, *title, *what_to_do;
};

Level level(content::Urgency urgency) {
    switch (urgency) {
        case content::Urgency::emergency:
            return {"bell", "note.level-emergency", "note.do-emergency"};
        case content::Urgency::today:
            return {"flag", "note.level-today", "note.do-today"};
        case content::Urgency::mention:
        case content::Urgency::none:
            break;
    }
    return {"list", "note.level-routine", "note.do-routine"};
}

page::Block band(const Source& from) {
    const auto shown = level(from.note.level);
    auto words =
        paper::column({paper::text(from.word(shown.title),
                                   {.role = Role::paper_title, .tag = page::Tag::heading1, .colour = Colour::white}),
                       paper::text(from.word(shown.what_to_do), {.colour = Colour::white})});
    page::Block icon{page::Icon{.name = shown.icon, .size = 34, .colour = Colour::white}};
    return {page::Frame{.blocks = {{page::Row{{std::move(icon), std::move(words)}, {34, -1}, 16, page::Align::centre}}},
                        .pad_x = 18,
                        .pad_y = 5,
                        .fill = Colour::ink,
                        .radius = paper::frame_radius}};
}

page::Block line_to_write_on(std::string words) {
    return paper::column({paper::text(std::move(words), {Role::paper_table}),
                          page::space(writing_gap),
                          {page::Rule{paper::frame_border}}});
}

page::Block who_lines(const Source& from) {
    return paper::row({line_to_write_on(from.word("note.name")), line_to_write_on(from.word("note.birth-date"))},
                      {-1.7, -1}, column_gap);
}

/// One row of the table of flags: what it means over what was asked, the answer at the end.
page::Block flag_row(page::Blocks words, std::string answer) {
    page::Block flag = paper::column({page::space(2), {page::Icon{.name = "flag", .size = flag_size}}});
    auto meaning = paper::row({std::move(flag), paper::column(std::move(words))}, {flag_size, -1}, flag_gap);
    auto said = paper::runs({{std::move(answer), true}}, {.role = Role::paper_table, .align = page::Align::centre});
    return paper::table_row({{std::move(meaning)}, {std::move(said), 6}}, {-1, answer_width});
}

page::Block means(std::string words) {
    return paper::runs({{std::move(words), true}}, {.tag = page::Tag::paragraph});
}

page::Block answer_row(const Source& from, const visit::NoteLine& line) {
    const auto said = note_said(from.print, from.topic, line);
    page::Blocks words{means(said.means)};
    if (!said.asked.empty()) words.push_back(paper::text(said.asked, {Role::paper_source}));
    const auto theirs = from.other_language() ? patients_words(from.patient, from.topic, line) : std::string{};
    if (!theirs.empty()) {
        auto block = paper::text(theirs, {Role::paper_source});
        std::get<page::Words>(block.is).language = from.print.content.languages[from.patient.language.index].code;
        words.push_back(std::move(block));
    }
    return flag_row(std::move(words), said.answer);
}

page::Blocks flag_rows(const Source& from) {
    page::Blocks rows;
    if (from.record.help_key) {
        rows.push_back(flag_row(
            {means(from.word("note.help-key")), paper::text(from.word("note.help-key-how"), {Role::paper_source})},
            from.word("note.yes")));
    }
    for (const auto& line : from.note.flagged) rows.push_back(answer_row(from, line));
    for (const auto& line : from.note.together) {
        const bool is_sure = line.certainty == visit::Certainty::said;
        rows.push_back(flag_row({means(from.topic.together[line.rule].note(from.print.language))},
                                from.word(is_sure ? "note.together" : "note.maybe")));
    }
    return rows;
}

page::Blocks flagged(const Source& from) {
    page::Blocks blocks{paper::heading(from.word("note.flagged"))};
    auto rows = flag_rows(from);
    if (rows.empty()) blocks.push_back(paper::text(from.word("note.none-flagged")));
    for (auto& row : rows) {
        blocks.push_back(blocks.size() == 1 ? page::space(4) : paper::row_overlap());
        blocks.push_back(std::move(row));
    }
    return blocks;
}

/// Short sentences one after the other: "Fever. Weight loss. Cough."
void add_list(const Source& from, page::Blocks& into, const char* name, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    std::string all;
    const auto marks = punctuation(from.print.content, from.print.language);
    for (const auto& line : lines) all += " " + ended(line, marks);
    into.push_back(page::space(list_gap));
    into.push_back(paper::runs({{from.word(name), true}, {all, false}}, {Role::paper_source}));
}

std::vector<std::string> short_lines(const Source& from, const std::vector<visit::NoteLine>& lines) {
    std::vector<std::string> said;
    for (const auto& line : lines) said.push_back(note_short(from.print, from.topic, line));
    return said;
}

page::Blocks lists(const Source& from) {
    std::vector<std::string> not_asked;
    for (const auto id : from.note.not_asked) not_asked.push_back(note_question(from.print, from.topic, id));
    page::Blocks blocks;
    add_list(from, blocks, "note.also-told", short_lines(from, from.note.mentioned));
    add_list(from, blocks, "note.answered-no", short_lines(from, from.note.no));
    add_list(from, blocks, "note.not-asked", not_asked);
    return blocks;
}

page::Block signature(std::string words) {
    return paper::column(
        {{page::Rule{paper::frame_border}}, page::space(3), paper::text(std::move(words), {Role::paper_table})});
}

/// As high as the page has room for.
page::Block room_to_write() {
    page::Space room;
    room.height = 8;
    room.grow = 1;
    return {room};
}

page::Block staff_notes(const Source& from) {
    auto signatures =
        paper::row({signature(from.word("note.seen-by")), signature(from.word("note.time"))}, {-1.7, -1}, column_gap);
    auto title = paper::runs({{from.word("note.staff-notes"), true}}, {Role::paper_table, page::Tag::heading2});
    return paper::box({std::move(title), room_to_write(), std::move(signatures)});
}

void add(page::Blocks& flow, page::Blocks blocks) {
    for (auto& block : blocks) flow.push_back(std::move(block));
}

page::Blocks flow(const Source& from) {
    page::Blocks flow{band(from), page::space(section_gap), who_lines(from), page::space(section_gap)};
    add(flow, flagged(from));
    add(flow, lists(from));
    add(flow, {page::space(section_gap), note_facts(from.print, from.record, from.note.level, from.stamp),
               page::space(section_gap), staff_notes(from)});
    return flow;
}

paper::Kind kind(const Source& from) {
    const auto date = date_in_words(from.print.content, from.print.language, from.stamp.date);
    return {.title = from.word("note.title"),
            .name = from.word("note.title"),
            .below_name = from.word("note.date-time", {{"date", date}, {"time", from.stamp.time}}),
            .footer = from.word("note.version", {{"version", from.topic.version}}),
            .approval = approval_words(from.print.content, from.print.language),
            .above_footer = from.word("note.made")};
}

}  // namespace

page::Document note(const content::Content& content, const visit::Record& record, const Stamp& stamp) {
    const auto& topic = content[record.topic];
    const auto said = visit::note(topic, record);
    const Print print{content, content::LanguageId{0}}, patient{content, record.language};
    const Source from{print, patient, topic, record, said, stamp};
    auto document = paper::framed(print, kind(from));
    document.flow = flow(from);
    return document;
}

}  // namespace kiosk::views
