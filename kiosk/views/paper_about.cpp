// SPDX-License-Identifier: Apache-2.0
#include "views/paper_about.hpp"

#include "views/wording.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::views::paper {
namespace {

constexpr double qr_width = 37 * 72 / 25.4, qr_gap = 20, line_gap = 2, text_gap = 2, bars_drop = 6;

std::string word(const Print& print, const char* name, std::initializer_list<Filling> fillings = {}) {
    return say(print.content, print.language, name, fillings);
}

std::string source_words(const Print& print, const content::Source& source) {
    const auto title = ended(source.title, punctuation(print.content, {}));  // no title is translated
    if (source.year.empty()) {
        return word(print, "paper.source-no-year", {{"title", title}, {"organisation", source.organisation}});
    }
    return word(print, "paper.source",
                {{"title", title}, {"organisation", source.organisation}, {"year", source.year}});
}

/// The day all sources were looked at: the oldest of their days.
std::string sources_checked(const content::Topic& topic, const content::Handout& handout) {
    std::string oldest;
    for (const auto id : handout.sources) {
        const auto& checked = topic[id].checked;
        if (!checked.empty() && (oldest.empty() || checked < oldest)) oldest = checked;
    }
    return oldest;
}

/// One after the other, numbered: the small print stays short.
page::Blocks source_lines(const Print& print, const content::Topic& topic, const content::Handout& handout) {
    std::vector<page::Run> lines;
    for (const auto id : handout.sources) {
        const auto number = std::to_string(lines.size() / 2 + 1);
        lines.push_back({word(print, "paper.source-number", {{"number", number}}) + " ", true});
        lines.push_back({source_words(print, topic[id]) + " ", false});
    }
    if (lines.empty()) return {};
    return {column({runs({{word(print, "paper.sources"), true}}, {Role::paper_table, page::Tag::heading2}),
                    runs(std::move(lines), {Role::paper_source})})};
}

/// "Written: 22 November 2026, by A. Author." with the lead-in bold.
void add_fact(const Print& print, std::vector<page::Run>& into, const char* name, const std::string& date,
              const std::string& by) {
    if (date.empty()) return;
    const auto when = date_in_words(print.content, print.language, date);
    into.push_back({word(print, name) + " ", true});
    into.push_back(
        {by.empty() ? when + ". " : word(print, "paper.date-by", {{"date", when}, {"person", by}}) + " ", false});
}

/// What the paper cannot do, and whom to ask.
std::string limits(const Print& print) {
    const auto& clinic = print.content.clinic;
    const auto& desk = clinic.desk(print.language);
    const auto ask = clinic.phone.empty() ? word(print, "paper.questions-no-phone", {{"desk", desk}})
                                          : word(print, "paper.questions", {{"desk", desk}, {"phone", clinic.phone}});
    return word(print, "paper.supports") + " " + ask;
}

page::Block small_print(const Print& print, const content::Topic& topic, const content::Handout& handout) {
    std::vector<page::Run> facts;
    add_fact(print, facts, "paper.written", handout.written, handout.author);
    facts.push_back({approval_words(print.content, print.language) + " ", true});
    if (print.content.sign_off) add_fact(print, facts, "paper.reviewed", handout.reviewed, handout.reviewer);
    add_fact(print, facts, "paper.next-review", handout.review_by, "");
    add_fact(print, facts, "paper.sources-checked", sources_checked(topic, handout), "");
    facts.push_back({limits(print), false});
    return runs(std::move(facts), {Role::paper_source});
}

page::Block qr(const Print& print, const std::string& address) {
    auto caption = text(word(print, "paper.qr"), {.role = Role::paper_source, .align = page::Align::centre});
    return column({{page::Qr{address, qr_width}}, std::move(caption)}, line_gap);
}

page::Block certainty_label(const Print& print, int bar, int filled) {
    return runs({{certainty_words(print.content, print.language, bar), bar == filled}},
                {.role = Role::paper_table, .align = page::Align::centre});
}

}  // namespace

page::Blocks how_sure(const Print& print, const content::Handout& handout) {
    const int filled = certainty(handout.evidence);
    auto labels =
        row({certainty_label(print, 1, filled), certainty_label(print, 2, filled), certainty_label(print, 3, filled)},
            {-1, -1, -1}, 8);
    auto bars = column({page::space(bars_drop), {page::Certainty{filled}}, std::move(labels)});
    auto title = heading(word(print, "paper.how-sure"));
    page::Blocks first;
    if (print.large)
        first = {std::move(title), std::move(bars)};
    else
        first = {row({std::move(title), std::move(bars)}, {-1, -1.6}, qr_gap)};
    std::string said;
    for (const auto& words : in_language(print, handout.how_sure)) said += (said.empty() ? "" : " ") + words;
    if (!said.empty()) first.push_back(text(std::move(said)));
    return {column(std::move(first), line_gap)};
}

page::Blocks about(const Print& print, const content::Topic& topic, const content::Handout& handout) {
    auto sources = source_lines(print, topic, handout);
    add(sources, {small_print(print, topic, handout)}, text_gap);
    if (handout.web_page.empty()) return sources;
    return {row({column(std::move(sources)), qr(print, handout.web_page)}, {-1, qr_width}, qr_gap)};
}

page::Blocks about_in_short(const Print& print, const content::Topic& topic, const content::Handout& handout) {
    const auto sure = certainty_words(print.content, print.language, certainty(handout.evidence));
    page::Blocks lines{heading(word(print, "paper.how-sure")), text(sure)};
    std::vector<std::string> sources;
    for (const auto id : handout.sources) {
        const auto& source = topic[id];
        const auto name = source.organisation + (source.year.empty() ? "" : " " + source.year);
        if (std::find(sources.begin(), sources.end(), name) == sources.end()) sources.push_back(name);
    }
    const auto marks = punctuation(print.content, print.language);
    if (!sources.empty()) {
        lines.push_back(heading(word(print, "paper.sources")));
        lines.push_back(text(ended(listed(sources, marks), marks)));
    }
    const auto about = approval_words(print.content, print.language);
    if (!about.empty()) lines.push_back(text(about));
    if (print.content.languages[print.language.index].is_draft) lines.push_back(text(word(print, "draft.paper")));
    lines.push_back(text(limits(print)));
    return lines;
}

}  // namespace kiosk::views::paper
