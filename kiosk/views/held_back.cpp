// SPDX-License-Identifier: Apache-2.0
// Why a handout is held back, and what to do instead. What the person told us in private is not said here.
#include "views/glass_blocks.hpp"
#include "views/screens.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::views {
namespace {

using namespace glass;
using visit::Standing;

struct Held {
    const content::Handout& handout;
    Standing standing;
    std::vector<const content::Caution*> cautions;
};

enum class Ground { told, not_sure, in_private };

/// The answer behind a caution: said as it was, softened where it was "not sure", unsaid where it was private.
Ground ground(const Sketch& sketch, const content::Caution& caution) {
    const auto& topic = sketch.topic();
    bool sure = false;
    for (const auto sign : caution.signs) {
        if (!visit::raised(topic, sketch.visit.answers, sign)) continue;
        const auto question = topic[sign].question;
        if (topic[question].is_private) return Ground::in_private;
        const auto* answer = sketch.visit.answers.now(question);
        sure = sure || (answer != nullptr && answer->reply == visit::Reply::yes);
    }
    return sure ? Ground::told : Ground::not_sure;
}

bool is_private(const Sketch& sketch, const content::Caution* caution) {
    return ground(sketch, *caution) == Ground::in_private;
}

/// Each sentence once: several cautions may share one.
void add_once(std::vector<std::string>& sentences, std::string sentence) {
    if (std::find(sentences.begin(), sentences.end(), sentence) == sentences.end())
        sentences.push_back(std::move(sentence));
}

std::vector<std::string> because(const Sketch& sketch, const Held& held) {
    std::vector<std::string> sentences;
    for (const auto* caution : held.cautions) {
        switch (ground(sketch, *caution)) {
            case Ground::told:
                add_once(sentences, sketch.in(caution->because));
                break;
            case Ground::not_sure:
                add_once(sentences, sketch.say("held.not-sure"));
                break;
            case Ground::in_private:
                add_once(sentences, sketch.say("held.private"));
                break;
        }
    }
    if (sentences.empty()) sentences.push_back(sketch.say("held.not-asked"));
    return sentences;
}

std::vector<std::string> reasons(const Sketch& sketch, const Held& held) {
    std::vector<std::string> sentences;
    for (const auto* caution : held.cautions) {
        if (!is_private(sketch, caution)) add_once(sentences, sketch.in(caution->reason));
    }
    return sentences;
}

page::Blocks sheet_text(const Sketch& sketch, const Held& held) {
    page::Blocks blocks;
    if (sketch.has_large_text()) {
        for (auto& sentence : because(sketch, held)) blocks.push_back(bold(std::move(sentence), Role::reading));
    }
    for (auto& sentence : reasons(sketch, held)) blocks.push_back(text(std::move(sentence), Role::reading));
    blocks.push_back(fact("people", sketch.say("held.ask")));
    for (const auto& words : held.handout.instead) blocks.push_back(fact("leaf", sketch.in(words)));
    return blocks;
}

page::Blocks keys(Sketch& sketch, const Held& held, content::HandoutId id) {
    auto other = sketch.key(page::KeyKind::primary, sketch.say("held.other"), "next", visit::action::ShowHandouts{});
    other.icon_after = true;
    other.height = sketch.has_large_text() ? 116 : 164;
    other.landscape_height = sketch.has_large_text() ? 104 : 132;
    page::Blocks last{back_key(sketch, 116, 104)};
    std::vector<double> widths{back_width};
    if (held.standing == Standing::ask_first) {
        auto read =
            sketch.key(page::KeyKind::secondary, sketch.say("held.read"), "book", visit::action::ReadWithCare{id});
        read.height = 116;
        read.landscape_height = 104;
        last.push_back({std::move(read)});
        widths.push_back(-1);
    }
    return {{std::move(other)}, gap(52, 36), row(std::move(last), std::move(widths)), gap(24, 8)};
}

}  // namespace

void held_back(Sketch& sketch, const visit::place::HeldBack& at) {
    const auto& topic = sketch.topic();
    const auto& answers = sketch.visit.answers;
    const Held held{topic[at.handout], visit::standing(topic, answers, sketch.visit.release, at.handout),
                    visit::cautions(topic, answers, at.handout)};
    auto& page = sketch.page();
    const auto& name = sketch.in(held.handout.title);
    page.title =
        sketch.say(held.standing == Standing::ask_first ? "held.ask-title" : "held.title", {{"handout", name}});
    page::Blocks lines;
    for (auto& sentence : because(sketch, held)) lines.push_back(text(std::move(sentence), Role::fact));
    page.read = titled(page.title, column(stacked(std::move(lines), 12, 12)));
    if (sketch.has_large_text()) page.read = {heading(page.title, Role::title)};
    page.hint_width = 500;
    page.landscape_hint_width = 640;
    if (!held.handout.picture.name.empty()) {
        page.picture = page::ReadPicture{.name = held.handout.picture.name,
                                         .alt = sketch.in(held.handout.picture.alt),
                                         .size = {532, 399},
                                         .landscape_size = {427, 320},
                                         .from_end = 0,
                                         .landscape_from_end = 8};
    }
    let_sheet_rise(sketch);
    page.sheet = {{page::Paged{sheet_text(sketch, held), 22, at.page}},
                  page_row(sketch, at.page, "page.count", false, 88),
                  rest()};
    add(page.sheet, keys(sketch, held, at.handout));
}

}  // namespace kiosk::views
