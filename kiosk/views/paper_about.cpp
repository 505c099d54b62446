// SPDX-License-Identifier: Apache-2.0
#include "views/paper_about.hpp"

#include "views/wording.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::views::paper {
namespace {

constexpr double qr_width = 37 * 72 / 25.4, qr_gap = 20, line_gap = 4, text_gap = 6;

std::string word(const Print& print, const char* name, std::initializer_list<Filling> fillings = {}) {
    return say(print.content, print.language, name, fillings);
}

/// Ends a title that has no end of its own.
std::string ended(const std::string& title) {
    const bool has_end = !title.empty() && std::string_view(".?!").find(title.back()) != std::string_view::npos;
    return has_end ? title : title + ".";
}

std::string source_words(const Print& print, const content::Source& source) {
    const auto title = ended(source.title);
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

page::Blocks source_lines(const Print& print, const content::Topic& topic, const content::Handout& handout) {
    page::Blocks lines;
    for (const auto id : handout.sources) {
        lines.push_back(text(source_words(print, topic[id]), {Role::paper_source, page::Tag::list_item}));
    }
    return lines;
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

page::Block dates(const Print& print, const content::Topic& topic, const content::Handout& handout) {
    std::vector<page::Run> facts;
    add_fact(print, facts, "paper.written", handout.written, handout.author);
    if (handout.reviewer.empty()) {
        facts.push_back({word(print, "paper.not-reviewed") + " ", true});
    } else {
        add_fact(print, facts, "paper.reviewed", handout.reviewed, handout.reviewer);
    }
    add_fact(print, facts, "paper.next-review", handout.review_by, "");
    add_fact(print, facts, "paper.sources-checked", sources_checked(topic, handout), "");
    return runs(std::move(facts), {Role::paper_source});
}

page::Block questions(const Print& print) {
    const auto& clinic = print.content.clinic;
    const auto& desk = clinic.desk(print.language);
    return text(clinic.phone.empty() ? word(print, "paper.questions-no-phone", {{"desk", desk}})
                                     : word(print, "paper.questions", {{"desk", desk}, {"phone", clinic.phone}}),
                {Role::paper_source});
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

page::Block how_sure(const Print& print, const content::Handout& handout) {
    const int filled = certainty(handout.evidence);
    page::Blocks blocks{heading(word(print, "paper.how-sure")), {page::Certainty{filled}}};
    blocks.push_back(
        row({certainty_label(print, 1, filled), certainty_label(print, 2, filled), certainty_label(print, 3, filled)},
            {-1, -1, -1}, 8));
    for (const auto& words : in_language(print, handout.how_sure)) blocks.push_back(text(words));
    return column(std::move(blocks), line_gap);
}

page::Block about(const Print& print, const content::Topic& topic, const content::Handout& handout) {
    page::Blocks blocks;
    if (!handout.sources.empty()) {
        auto lines = source_lines(print, topic, handout);
        lines.insert(lines.begin(), heading(word(print, "paper.sources")));
        blocks.push_back(column(std::move(lines), 1));
    }
    blocks.push_back(dates(print, topic, handout));
    blocks.push_back(text(word(print, "paper.supports"), {Role::paper_source}));
    blocks.push_back(questions(print));
    auto words = column(std::move(blocks), text_gap);
    if (handout.web_page.empty()) return words;
    return row({std::move(words), qr(print, handout.web_page)}, {-1, qr_width}, qr_gap);
}

}  // namespace kiosk::views::paper
