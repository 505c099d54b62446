// SPDX-License-Identifier: Apache-2.0
#include "views/paper_parts.hpp"

#include "views/paper_conditions.hpp"
#include "views/wording.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::views::paper {
namespace {

constexpr double picture_gap = 20, line_gap = 4, text_gap = 4;

/// Exercises are counted where there are several.
bool counts_exercises(const std::vector<const content::Part*>& shown) {
    return std::count_if(shown.begin(), shown.end(), [](const auto* part) { return !part->steps.empty(); }) > 1;
}

/// What stands before the words of a part.
page::Blocks conditions(const Print& print, const Reader& reader, const content::Part& part) {
    if (reader.answers != nullptr) return {};
    return Conditions(print, reader.topic, reader.handout).of(part);
}

/// For whom it is stands with its first words.
page::Blocks body(const Print& print, const Reader& reader, const content::Part& part) {
    page::Blocks blocks;
    for (const auto& words : in_language(print, part.paragraphs)) blocks.push_back(text(words));
    int number = 0;
    for (const auto& words : in_language(print, part.steps)) blocks.push_back(numbered(print, ++number, words));
    const auto points = in_language(print, part.points);
    if (!points.empty()) blocks.push_back(list(print, Mark::bullet, points));
    if (!part.dose.empty()) blocks.push_back(runs({{part.dose(print.language), true}}));
    auto first = conditions(print, reader, part);
    if (first.empty() || blocks.empty()) return first.empty() ? blocks : first;
    first.push_back(std::move(blocks.front()));
    blocks.front() = column(std::move(first), line_gap);
    return blocks;
}

page::Blocks with_heading(page::Block heading, page::Blocks rest) {
    rest.insert(rest.begin(), std::move(heading));
    return rest;
}

/// Large letters get some of the drawing's width, so that two exercises stand on a sheet.
page::Block illustrated(const Print& print, const content::Picture& picture, page::Blocks words) {
    const double width = print.large ? 0.75 * picture_width : picture_width;
    return row(
        {{page::Picture{.name = picture.name, .alt = picture.alt(print.language), .width = width, .framed = true}},
         column(std::move(words), line_gap)},
        {width, -1}, picture_gap);
}

std::string title_of(const Print& print, const content::Part& part, int number) {
    const auto& words = part.heading(print.language);
    if (number == 0) return words;
    return say(print.content, print.language, "paper.numbered",
               {{"number", std::to_string(number)}, {"heading", words}});
}

/// A handout whose parts have no pictures shows its own beside the first part that is no warning.
const content::Part* takes_the_cover(const Reader& reader, const std::vector<const content::Part*>& shown) {
    const bool pictured =
        std::any_of(shown.begin(), shown.end(), [](const auto* p) { return !p->picture.name.empty(); });
    if (pictured || reader.handout.picture.name.empty()) return nullptr;
    const auto first = std::find_if(shown.begin(), shown.end(), [](const auto* part) { return !part->is_warning; });
    return first == shown.end() ? nullptr : *first;
}

/// A section without picture or box may go on on the next page; its heading stays with its first words.
page::Blocks section(std::string title, page::Blocks rest) {
    if (title.empty()) return rest;
    if (rest.empty()) return {heading(std::move(title))};
    rest.front() = column({heading(std::move(title)), std::move(rest.front())}, text_gap);
    return rest;
}

/// One block where it must not split.
page::Blocks part_pieces(const Print& print, const Reader& reader, const content::Part& part,
                         const content::Picture& picture, int number) {
    auto rest = body(print, reader, part);
    auto title = title_of(print, part, number);
    if (part.is_warning) return {box(with_heading(icon_heading(print, "warn", title), std::move(rest)))};
    if (picture.name.empty() && part.steps.empty()) return section(std::move(title), std::move(rest));
    if (!title.empty()) rest = with_heading(heading(title), std::move(rest));
    return {picture.name.empty() ? column(std::move(rest), text_gap) : illustrated(print, picture, std::move(rest))};
}

bool is_left_out(const Reader& reader, const content::Part& part) {
    const auto holds = [&](content::SignId sign) { return visit::raised(reader.topic, *reader.answers, sign); };
    const bool meant = part.only_if.empty() || std::any_of(part.only_if.begin(), part.only_if.end(), holds);
    const auto shown = parts(reader);
    return meant && std::find(shown.begin(), shown.end(), &part) == shown.end();
}

bool is_private(const Reader& reader, const content::Caution& caution) {
    return std::any_of(caution.signs.begin(), caution.signs.end(), [&](content::SignId sign) {
        return reader.topic[reader.topic[sign].question].is_private &&
               visit::raised(reader.topic, *reader.answers, sign);
    });
}

/// What this reader answered. A private answer is not repeated on paper that others may see in the tray.
page::Blocks own_cautions(const Print& print, const Reader& reader) {
    std::vector<page::Block> lines;
    bool any_private = false;
    for (const auto* caution : visit::cautions(reader.topic, *reader.answers, reader.id)) {
        if (is_private(reader, *caution)) {
            any_private = true;
            continue;
        }
        lines.push_back(
            marked(print, Mark::bullet,
                   {{caution->because(print.language) + " ", true}, {caution->reason(print.language), false}}));
    }
    if (any_private) {
        lines.push_back(
            marked(print, Mark::bullet, {{say(print.content, print.language, "paper.ask-private"), false}}));
    }
    if (lines.empty()) return {};
    return {box(with_heading(icon_heading(print, "warn", say(print.content, print.language, "paper.ask-first")),
                             std::move(lines)))};
}

page::Blocks general_cautions(const Print& print, const Reader& reader, const char* name,
                              const std::vector<content::Caution>& cautions) {
    if (cautions.empty()) return {};
    page::Blocks lines;
    for (const auto& caution : cautions) {
        lines.push_back(marked(print, Mark::bullet,
                               {{signs_in_words(print, reader.topic, caution.signs) + ". ", true},
                                {caution.reason(print.language), false}}));
    }
    return {box(with_heading(icon_heading(print, "warn", say(print.content, print.language, name)), std::move(lines)))};
}

}  // namespace

std::vector<const content::Part*> parts(const Reader& reader) {
    if (reader.answers != nullptr) return visit::parts(reader.topic, *reader.answers, reader.id);
    std::vector<const content::Part*> all;
    for (const auto& part : reader.handout.parts) all.push_back(&part);
    return all;
}

void add_parts(page::Blocks& flow, const Print& print, const Reader& reader, double gap) {
    const auto shown = parts(reader);
    const bool counted = counts_exercises(shown);
    const auto* cover = takes_the_cover(reader, shown);
    int number = 0;
    for (const auto* part : shown) {
        const auto& picture = part == cover ? reader.handout.picture : part->picture;
        const bool exercise = counted && !part->steps.empty();
        auto pieces = part_pieces(print, reader, *part, picture, exercise ? ++number : 0);
        if (!pieces.empty()) flow.push_back(page::space(gap));
        for (auto& piece : pieces) {
            if (&piece != &pieces.front()) flow.push_back(page::space(text_gap));
            flow.push_back(std::move(piece));
        }
    }
}

page::Blocks left_out(const Print& print, const Reader& reader) {
    if (reader.answers == nullptr) return {};
    const auto& all = reader.handout.parts;
    const auto count =
        std::count_if(all.begin(), all.end(), [&](const auto& part) { return is_left_out(reader, part); });
    if (count == 0) return {};
    const char* name = count == 1 ? "paper.left-out-one" : "paper.left-out-many";
    return {text(say(print.content, print.language, name, {{"number", std::to_string(count)}}))};
}

page::Blocks caution_boxes(const Print& print, const Reader& reader) {
    if (reader.answers != nullptr) return own_cautions(print, reader);
    auto blocks = general_cautions(print, reader, "paper.not-if", reader.handout.withhold);
    for (auto& block : general_cautions(print, reader, "paper.ask-if", reader.handout.ask_first)) {
        blocks.push_back(std::move(block));
    }
    for (auto& block : Conditions(print, reader.topic, reader.handout).lists_box()) blocks.push_back(std::move(block));
    return blocks;
}

}  // namespace kiosk::views::paper
