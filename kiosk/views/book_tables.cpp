// SPDX-License-Identifier: Apache-2.0
#include "views/book_chapters.hpp"
#include "views/visit_map.hpp"
#include "views/wording.hpp"

#include <utility>

namespace kiosk::views {
namespace {

using namespace paper;
using Rows = std::vector<std::vector<std::string>>;

void add_table(page::Document& document, const std::vector<std::string>& head, const std::vector<double>& widths,
               const Rows& rows) {
    document.flow.push_back(small_row(head, widths, true));
    for (const auto& row : rows) document.flow.push_back(small_row(row, widths));
    document.flow.push_back(page::space(16));
}

page::Document opened(const Binding& binding, const std::string& title) {
    auto document = binding.document(Hung::upright, title);
    document.flow.push_back(chapter(title));
    document.flow.push_back(page::space(8));
    return document;
}

template <class List>
std::string joined(const List& list) {
    std::string text;
    for (const auto& each : list) text += (text.empty() ? "" : " ") + each;
    return text;
}

std::string ids(const content::Topic& topic, const std::vector<content::SourceId>& sources) {
    std::vector<std::string> names;
    for (const auto id : sources) names.push_back(topic[id].id);
    return joined(names);
}

std::string numbers(const content::Topic& topic, const std::vector<content::SignId>& signs) {
    std::vector<std::string> names;
    for (const auto id : signs) names.push_back(sign_number(topic, id));
    return joined(names);
}

std::string numbers(const content::Topic& topic, const std::vector<content::Caution>& cautions) {
    std::string text;
    for (const auto& caution : cautions) text += (text.empty() ? "" : "; ") + numbers(topic, caution.signs);
    return text.empty() ? "nobody" : text;
}

void add_flags(page::Document& document, const content::Topic& topic) {
    Rows rows;
    for (const auto& question : topic.questions)
        for (const auto id : question.signs) {
            const auto& sign = topic[id];
            const auto why = sign.lowered.empty() ? std::string() : " (less urgent than its row: " + sign.lowered + ")";
            rows.push_back({sign_number(topic, id), sign_words(topic, id), leads_to(sign.urgency) + why,
                            joined(sign.evidence_rows), ids(topic, question.sources)});
        }
    add_table(document, {"No.", "Asked", "Leads to", "Evidence", "Sources"}, {38, -2, -1.6, 74, 80}, rows);
}

void add_rules(page::Document& document, const content::Topic& topic) {
    if (topic.together.empty()) return;
    Rows rows;
    for (const auto& rule : topic.together)
        rows.push_back({numbers(topic, rule.all), rule.any.empty() ? "" : numbers(topic, rule.any),
                        leads_to(rule.urgency), rule.note({})});
    document.flow.push_back(section("Together"));
    document.flow.push_back(page::space(4));
    add_table(document, {"All of", "with any of", "Leads to", "Note for staff"}, {70, -1.3, -1, -1.7}, rows);
}

void add_not_asked(page::Document& document, const content::Topic& topic) {
    if (topic.not_asked.empty()) return;
    Rows rows;
    for (const auto& row : topic.not_asked) rows.push_back({row.row, row.because});
    document.flow.push_back(section("Knowingly not asked"));
    document.flow.push_back(page::space(4));
    add_table(document, {"Row", "Because"}, {80, -1}, rows);
}

/// A line to write on, with what belongs there under it.
page::Block line_for(const std::string& what) {
    return column({page::space(34), {page::Rule{0.75}}, small(what)}, 2);
}

const char* severity_name(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::todo:
            return "todo";
        case Severity::note:
            break;
    }
    return "note";
}

}  // namespace

page::Document map_chapter(const Binding& binding, const std::vector<ChartShown>& charts) {
    auto document = opened(binding, "Map of the visit");
    add_charts(document, charts);
    return document;
}

page::Document flags_chapter(const Binding& binding, const content::Topic& topic) {
    auto document = opened(binding, "Warning signs: " + topic.title({}));
    document.flow.push_back(small("\"I'm not sure\" counts as yes to all of a question. Evidence names rows of " +
                                  topic.evidence_file + "; sources are listed in their own chapter."));
    document.flow.push_back(page::space(6));
    add_flags(document, topic);
    add_rules(document, topic);
    add_not_asked(document, topic);
    return document;
}

page::Document handouts_chapter(const Binding& binding, const content::Topic& topic) {
    auto document = opened(binding, "Handouts: " + topic.title({}));
    Rows rows;
    for (const auto& h : topic.handouts)
        rows.push_back({h.title({}) + (h.always_open ? " (open before staff release the rest)" : ""),
                        numbers(topic, h.withhold), numbers(topic, h.ask_first),
                        certainty_words(binding.content, {}, certainty(h.evidence)), ids(topic, h.sources),
                        h.reviewer.empty() ? "nobody named; by " + h.review_by
                                           : h.reviewer + ", " + h.reviewed + "; next " + h.review_by});
    add_table(document, {"Handout", "Withheld for", "Ask first for", "How sure", "Sources", "Named reviewer"},
              {-1.5, -1.2, -1.5, 62, -1, 76}, rows);
    return document;
}

page::Document sources_chapter(const Binding& binding, const content::Topic& topic) {
    auto document = opened(binding, "Sources: " + topic.title({}));
    Rows rows;
    for (const auto& s : topic.sources)
        rows.push_back(
            {s.id, s.title + ". " + s.organisation + (s.year.empty() ? "" : ", " + s.year), s.url, s.checked});
    add_table(document, {"Name", "Source", "Address", "Looked at"}, {44, -1.4, -1, 58}, rows);
    return document;
}

page::Document reading_chapter(const Binding& binding, const content::Language& language,
                               const content::Readings& readings) {
    auto document = opened(binding, "How hard it is to read: " + language.name);
    const auto& own = binding.content.languages.front();
    const auto* state = language == own     ? "Written in this language; the others are translated from it."
                        : language.is_draft ? "Draft translation: not all of it was reviewed. Screens and paper say so."
                                            : "Translation: all of it was reviewed.";
    document.flow.push_back(runs({{state, true}}));
    document.flow.push_back(page::space(4));
    document.flow.push_back(small(
        "English by Flesch-Kincaid (years of school to read it; 6 at most) and, from 30 sentences on, SMOG (to "
        "understand "
        "all of it; 8 at most); Spanish by INFLESZ (65 and more is fairly easy); other languages by the length of "
        "sentences, as no scale is known to be sound for them. Of few words a scale says little."));
    document.flow.push_back(page::space(6));
    const std::vector<double> widths{170, -1, 44, -1.8};
    document.flow.push_back(small_row({"Text", "Reads at", "Length", "Its hardest sentence"}, widths, true));
    for (const auto& r : readings)
        if (r.language == language.code)
            document.flow.push_back(small_row({{.runs = {{r.unit, false}}},
                                               {.runs = {{r.measure, false}}},
                                               {.runs = {{std::to_string(r.words), false}}},
                                               {.runs = {{r.hardest, false}}, .language = r.language}},
                                              widths));
    return document;
}

page::Document problems_chapter(const Binding& binding, const BookFacts& facts) {
    auto document = opened(binding, "What the check has left");
    for (const auto& line : facts.proved) document.flow.push_back(text("Every visit was walked. " + line));
    if (facts.problems.empty())
        document.flow.push_back(
            text("kiosk check finds nothing wrong with this content: its form, its evidence rows, its dates, and that "
                 "everything fits."));
    Rows rows;
    for (const auto& p : facts.problems)
        rows.push_back({p.file + ":" + std::to_string(p.line), severity_name(p.severity),
                        p.what + (p.instead.empty() ? "" : " (" + p.instead + ")")});
    if (!rows.empty()) add_table(document, {"Where", "Kind", "What"}, {-1, 52, -2.4}, rows);
    return document;
}

page::Document signature_chapter(const Binding& binding) {
    auto document = opened(binding, "Signatures");
    document.flow.push_back(text("I have read what this book shows. I approve exactly this content for patients of " +
                                 binding.content.clinic.name + ":"));
    document.flow.push_back(page::space(6));
    document.flow.push_back(runs({{binding.content.hash, true}}, {.role = Role::paper_source}));
    document.flow.push_back(small(
        "One changed letter makes another content. Record this approval with: kiosk approve --by \"Name, role\""));
    for (int i = 0; i < 2; ++i) {
        document.flow.push_back(page::space(10));
        document.flow.push_back(
            column({row({line_for("Name"), line_for("Role")}, {-1, -1}, 24),
                    row({line_for("Signature"), line_for("Date")}, {-2, -1}, 24), line_for("Remarks")}));
    }
    return document;
}

}  // namespace kiosk::views
