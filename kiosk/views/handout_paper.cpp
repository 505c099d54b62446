// SPDX-License-Identifier: Apache-2.0
#include "page/plain_text.hpp"
#include "views/paper_about.hpp"
#include "views/paper_frame.hpp"
#include "views/paper_parts.hpp"
#include "views/views.hpp"
#include "views/wording.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kiosk::views {
namespace {

using paper::Mark, paper::Print, paper::Reader;

constexpr double section_gap = 8, boxes_gap = 14, list_gap = 4, line_gap = 1;
constexpr double chart_names = 150, chart_row = 30;

/// Names in interface.xml.
constexpr std::array<const char*, 7> days = {"paper.monday", "paper.tuesday",  "paper.wednesday", "paper.thursday",
                                             "paper.friday", "paper.saturday", "paper.sunday"};

std::string word(const Print& print, const char* name, std::initializer_list<Filling> fillings = {}) {
    return say(print.content, print.language, name, fillings);
}

void append(page::Blocks& to, page::Blocks blocks) {
    for (auto& block : blocks) to.push_back(std::move(block));
}

page::Block tell_first(const Print& print) {
    auto big = paper::text(word(print, "paper.tell-first"), {.role = Role::paper_heading, .colour = Colour::white});
    auto small = paper::text(word(print, "paper.tell-first-why"), {.colour = Colour::white});
    return {page::Frame{.blocks = {std::move(big), std::move(small)},
                        .pad_x = 16,
                        .pad_y = 8,
                        .fill = Colour::ink,
                        .radius = paper::frame_radius}};
}

page::Block marked_box(const Print& print, Mark mark, const char* icon, const char* title,
                       const std::vector<std::string>& lines) {
    page::Blocks marked;
    for (const auto& line : lines) marked.push_back(paper::marked(print, mark, {{line, false}}));
    return paper::box(
        {paper::icon_heading(print, icon, word(print, title)), paper::column(std::move(marked), line_gap)});
}

/// Do and Do not, side by side; under each other where the letters are large.
page::Blocks do_boxes(const Print& print, const content::Handout& handout) {
    page::Blocks boxes;
    const auto dos = paper::in_language(print, handout.dos), nots = paper::in_language(print, handout.do_nots);
    if (!dos.empty()) boxes.push_back(marked_box(print, Mark::tick, "tick", "paper.do", dos));
    if (!nots.empty()) boxes.push_back(marked_box(print, Mark::cross, "cross", "paper.do-not", nots));
    if (boxes.size() < 2 || print.large) return boxes;
    return {paper::row(std::move(boxes), {-1, -1}, boxes_gap)};
}

page::Blocks stop_box(const Print& print, const content::Handout& handout) {
    const auto lines = paper::in_language(print, handout.stop_if);
    if (lines.empty()) return {};
    return {paper::box(
        {paper::icon_heading(print, "stop-sign", word(print, "paper.stop")), paper::list(print, Mark::bullet, lines)},
        paper::strong_border)};
}

page::Block centred(std::string words) {
    return paper::runs({{std::move(words), true}}, {.role = Role::paper_table, .align = page::Align::centre});
}

/// What is ticked off each day: the exercises; where there are none, the handout itself.
std::vector<std::string> chart_lines(const Print& print, const Reader& reader) {
    std::vector<std::string> lines;
    for (const auto* part : paper::parts(reader)) {
        if (!part->steps.empty() && !part->heading.empty()) lines.push_back(part->heading(print.language));
    }
    if (lines.empty()) lines.push_back(reader.handout.title(print.language));
    return lines;
}

page::Block week_chart(const Print& print, const Reader& reader) {
    const double names = chart_names * (print.large ? 1.1 : 1);
    const std::vector<double> widths{names, -1, -1, -1, -1, -1, -1, -1};
    std::vector<paper::Cell> head{{paper::text("", {Role::paper_table})}};
    for (const char* day : days) head.push_back({centred(word(print, day)), 2});
    page::Blocks table{paper::table_row(std::move(head), widths)};
    for (const auto& line : chart_lines(print, reader)) {
        std::vector<paper::Cell> cells{{paper::text(line, {Role::paper_table}), 10, chart_row}};
        for (std::size_t day = 0; day < days.size(); ++day) cells.push_back({page::space(0), 2, chart_row});
        table.push_back(paper::table_row(std::move(cells), widths));
    }
    return paper::column(
        {paper::heading(word(print, "paper.week")), paper::column(std::move(table), -paper::frame_border)}, list_gap);
}

page::Blocks help_now(const Print& print, const content::Topic& topic) {
    const auto lines = paper::in_language(print, topic.help_now);
    if (lines.empty()) return {};
    const auto title = word(print, "paper.help-now", {{"number", print.content.clinic.emergency_number}});
    return {paper::box({paper::icon_heading(print, "bell", title), paper::list(print, Mark::bullet, lines)},
                       paper::strong_border)};
}

/// What can wait a little, one after the other.
void add_led(std::vector<page::Run>& into, const Print& print, const char* lead,
             const std::vector<content::Text>& texts) {
    if (texts.empty()) return;
    std::string all = " ";
    const auto marks = punctuation(print.content, print.language);
    for (const auto& line : paper::in_language(print, texts)) all += ended(line, marks) + " ";
    into.push_back({word(print, lead), true});
    into.push_back({std::move(all), false});
}

page::Block help_later(const Print& print, const content::Topic& topic) {
    std::vector<page::Run> words;
    add_led(words, print, "paper.help-today", topic.help_today);
    add_led(words, print, "paper.help-soon", topic.help_soon);
    words.push_back({topic.tell_clinician(print.language), true});
    return paper::box({paper::runs(std::move(words))}, paper::strong_border);
}

page::Block opening(const Print& print, const content::Handout& handout) {
    return paper::column({paper::text(handout.title(print.language), {Role::paper_title, page::Tag::heading1}),
                          paper::text(handout.summary(print.language))},
                         2);
}

/// All that is to be done, and when to stop.
page::Blocks instructions(const Print& print, const Reader& reader, bool tell_clinician_first) {
    const auto& handout = reader.handout;
    page::Blocks flow;
    const auto add = [&](page::Blocks blocks) { paper::add(flow, std::move(blocks), section_gap); };
    if (tell_clinician_first) add({tell_first(print)});
    add({opening(print, handout)});
    add(paper::caution_boxes(print, reader));
    paper::add_parts(flow, print, reader, section_gap);
    add(paper::left_out(print, reader));
    add(do_boxes(print, handout));
    add(stop_box(print, handout));
    return flow;
}

/// Never left out, wherever a handout goes.
void add_get_help(page::Blocks& flow, const Print& print, const content::Topic& topic) {
    paper::add(flow, help_now(print, topic), section_gap);
    paper::add(flow, {help_later(print, topic)}, section_gap);
}

page::Blocks flow(const Print& print, const Reader& reader, bool tell_clinician_first) {
    const auto& handout = reader.handout;
    auto flow = instructions(print, reader, tell_clinician_first);
    if (handout.week_chart) paper::add(flow, {week_chart(print, reader)}, section_gap);
    add_get_help(flow, print, reader.topic);
    flow.push_back(page::space(section_gap));
    append(flow, paper::how_sure(print, handout));
    flow.push_back(page::space(section_gap));
    append(flow, paper::about(print, reader.topic, handout));
    return flow;
}

}  // namespace

page::Document handout(const content::Content& content, content::TopicId topic_id, content::HandoutId id,
                       const visit::Record* record, content::LanguageId language, bool large_print,
                       bool tell_clinician_first) {
    const auto& topic = content[topic_id];
    const auto& handout = topic[id];
    const Print print{content, language, large_print};
    const auto title = handout.title(language);
    auto document =
        paper::framed(print, {.title = title,
                              .name = word(print, "paper.handout"),
                              .below_name = content.languages[language.index].name,
                              .footer = word(print, "paper.footer", {{"title", title}, {"version", topic.version}}),
                              .approval = approval_words(content, language),
                              .above_footer = ""});
    const Reader reader{topic, handout, id, record == nullptr ? nullptr : &record->answers};
    document.flow = flow(print, reader, tell_clinician_first);
    return document;
}

std::string handout_text(const content::Content& content, const visit::Record& record, content::HandoutId id,
                         bool tell_clinician_first) {
    const auto& topic = content[record.topic];
    const Print print{content, record.language};
    auto words = instructions(print, {topic, topic[id], id, &record.answers}, tell_clinician_first);
    add_get_help(words, print, topic);
    append(words, paper::about_in_short(print, topic, topic[id]));
    return page::plain_text(words);
}

}  // namespace kiosk::views
