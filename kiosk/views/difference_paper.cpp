// SPDX-License-Identifier: Apache-2.0
#include "views/difference_paper.hpp"

#include "views/staff_paper.hpp"

#include <utility>

namespace kiosk::views {
namespace {

using namespace paper;

/// What changed stands out on a copier too: bold, in brackets.
std::vector<page::Run> runs_of(const std::vector<content::Piece>& pieces) {
    std::vector<page::Run> runs;
    for (const auto& [words, changed] : pieces) {
        const auto last = words.find_last_not_of(' ') + 1;
        if (!changed) runs.push_back({words, false});
        if (changed) runs.push_back({"[" + words.substr(0, last) + "]" + words.substr(last), true});
    }
    if (runs.empty()) runs.push_back({"(nothing)", false});
    return runs;
}

void add_sentences(const Print& print, page::Blocks& flow, const char* title, const std::vector<std::string>& sentences,
                   const char* none) {
    flow.push_back(section(title));
    flow.push_back(page::space(4));
    for (const auto& sentence : sentences) {
        flow.push_back(marked(print, Mark::bullet, {{sentence, false}}));
        flow.push_back(page::space(3));
    }
    if (sentences.empty()) flow.push_back(text(none));
    flow.push_back(page::space(14));
}

void add_texts(page::Blocks& flow, const std::vector<content::ChangedText>& texts) {
    const std::vector<double> widths{120, -1, -1};
    flow.push_back(section("Texts, then and now"));
    flow.push_back(page::space(4));
    if (texts.empty()) flow.push_back(text("No text was changed."));
    if (!texts.empty()) flow.push_back(small_row({"Where", "Then", "Now"}, widths, true));
    for (const auto& [place, language, before, after] : texts) {
        const auto pieces = content::marked(before, after);
        flow.push_back(small_row({{.runs = {{place + " (" + language + ")", false}}},
                                  {.runs = runs_of(pieces.before), .language = language},
                                  {.runs = runs_of(pieces.after), .language = language}},
                                 widths));
    }
    flow.push_back(page::space(14));
}

page::Block side(const std::shared_ptr<const page::Sheet>& sheet, const char* when, Size within,
                 const std::string& name, const page::Style* style) {
    page::Blocks blocks{small(when)};
    if (sheet != nullptr) blocks.push_back({page::Inset{sheet, within, name + ", " + when, true, style}});
    if (sheet == nullptr) blocks.push_back(text("(there is none)"));
    return column(std::move(blocks), 4);
}

void add_pictures(page::Document& document, const std::vector<PicturePair>& pairs, const page::Style& then) {
    constexpr double gap = 16, above = 70;
    const Size room = room_of(document);
    const Size within{(room.width - gap) / 2, room.height - above};
    bool first = true;
    for (const auto& [name, before, after] : pairs) {
        auto block = column(
            {section(name), row({side(before, "then", within, name, &then), side(after, "now", within, name, nullptr)},
                                {-1, -1}, gap)},
            4);
        if (std::exchange(first, false)) block.new_page = page::NewPage::yes;
        document.flow.push_back(std::move(block));
        document.flow.push_back(page::space(14));
    }
}

}  // namespace

page::Document difference_paper(const content::Content& before, const content::Content& after,
                                const Difference& difference, const std::vector<PicturePair>& pairs,
                                const page::Style& drawings_before) {
    const Print print{after, {}};
    auto document = staff_document(print, Hung::upright, "What was changed", "Content " + after.hash);
    auto& flow = document.flow;
    flow.push_back(chapter("What was changed"));
    flow.push_back(page::space(4));
    flow.push_back(small("Then: content " + before.hash));
    flow.push_back(small("Now: content " + after.hash));
    flow.push_back(page::space(14));
    add_sentences(print, flow, "Answers that lead elsewhere", difference.elsewhere, "No answer leads elsewhere.");
    add_sentences(print, flow, "Questions, choices, rules, handouts, sources, settings", difference.facts,
                  "None was added, removed or changed.");
    add_texts(flow, difference.texts);
    add_pictures(document, pairs, drawings_before);
    return document;
}

}  // namespace kiosk::views
