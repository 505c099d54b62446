// SPDX-License-Identifier: Apache-2.0
#include "views/glass_blocks.hpp"
#include "views/screens.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::views {
namespace {

using namespace glass;
using visit::Reply;

constexpr double four_answers_top = 676;

struct Asked {
    const content::Question& question;
    const visit::place::Asking& at;
    bool any_of() const { return question.kind == content::Kind::any_of; }
};

page::Blocks progress(const Sketch& sketch, const Asked& asked) {
    const auto total = sketch.topic().questions.size(), shown = asked.at.question.index + 1;
    const auto words = sketch.say("question.progress", {{"n", std::to_string(shown)}, {"of", std::to_string(total)}});
    return {bold(words, Role::progress, Colour::petrol),
            gap(16),
            {page::Progress{static_cast<int>(shown), static_cast<int>(total)}}};
}

/// At larger text the shorter hint, so that the question and its answers keep their room.
page::Blocks hints(const Sketch& sketch, const Asked& asked) {
    const auto& question = asked.question;
    const auto& hint = sketch.has_large_text() && !question.short_hint.empty() ? question.short_hint : question.hint;
    page::Blocks blocks;
    if (!hint.empty()) blocks.push_back(text(sketch.in(hint), Role::body));
    if (asked.any_of()) blocks.push_back(bold(sketch.say("question.touch-all"), Role::body));
    return stacked(std::move(blocks), 12, 12);
}

page::Blocks read_blocks(const Sketch& sketch, const Asked& asked) {
    auto blocks = progress(sketch, asked);
    const auto& ask = sketch.in(asked.question.ask);
    add(blocks,
        {gap(24, 32), only(page::Shape::portrait, {heading(ask, Role::title)}),
         only(page::Shape::landscape, {heading(ask, sketch.has_large_text() ? Role::handout_title : Role::title)}),
         gap(28, 18)});
    add(blocks, hints(sketch, asked));
    return blocks;
}

page::Key answer_key(Sketch& sketch, const Asked& asked, const std::string& name, const std::string& icon,
                     Reply reply) {
    auto key = sketch.key(page::KeyKind::answer, sketch.say(name), icon, visit::action::Say{reply});
    return asked.at.draft.whole == reply ? sketch.selected(std::move(key)) : key;
}

page::Blocks answer_keys(Sketch& sketch, const Asked& asked) {
    std::vector<page::Key> keys{answer_key(sketch, asked, "answer.yes", "tick", Reply::yes),
                                answer_key(sketch, asked, "answer.no", "cross", Reply::no),
                                answer_key(sketch, asked, "answer.not-sure", "not-sure", Reply::not_sure)};
    if (asked.question.is_private) {
        keys.push_back(answer_key(sketch, asked, "answer.tell-staff", "people", Reply::tell_staff));
    }
    page::Blocks blocks;
    for (auto& key : keys) {
        key.height = asked.question.is_private ? (sketch.has_large_text() ? 116 : 160)
                     : sketch.has_large_text() ? 168
                                               : 176;
        blocks.push_back({std::move(key)});
    }
    return blocks;
}

page::Key why_key(Sketch& sketch, const std::string& name, double height) {
    auto why = sketch.key(page::KeyKind::secondary, sketch.say(name), "why", visit::action::ShowWhy{});
    why.height = height;
    return why;
}

/// Yes, No, I'm not sure, in private questions also "I'd rather tell staff": all alike, there is no right answer.
void answers_sheet(Sketch& sketch, const Asked& asked) {
    const bool four = asked.question.is_private;
    auto& sheet = sketch.page().sheet;
    if (four) sketch.page().sheet_top = four_answers_top;
    four ? pad_sheet(sketch, 40, 32) : pad_sheet(sketch, 48, 64);
    sheet = stacked(answer_keys(sketch, asked), 28, four ? 26 : 28);
    const double height = four ? 100 : 120;
    add(sheet,
        {rest(), row({back_key(sketch, height, height), {why_key(sketch, "question.why", height)}}, {back_width, -1}),
         gap(four ? 8 : 46, four ? 0 : 40)});
}

page::Block check_row(Sketch& sketch, std::string label, bool ticked, visit::Action action) {
    auto key = sketch.key(page::KeyKind::check_row, std::move(label), "", std::move(action));
    return {ticked ? sketch.selected(std::move(key)) : std::move(key)};
}

/// "None of these" and "I'm not sure" last.
page::Blocks check_rows(Sketch& sketch, const Asked& asked) {
    page::Blocks rows;
    const auto& draft = asked.at.draft;
    for (const auto sign : asked.question.signs) {
        const bool ticked = std::find(draft.ticked.begin(), draft.ticked.end(), sign) != draft.ticked.end();
        rows.push_back(check_row(sketch, sketch.in(sketch.topic()[sign].label), ticked, visit::action::Tick{sign}));
    }
    const auto whole = [&](const std::string& name, Reply reply) {
        rows.push_back(check_row(sketch, sketch.say(name), draft.whole == reply, visit::action::TickReply{reply}));
    };
    if (asked.question.is_private) whole("answer.tell-staff", Reply::tell_staff);
    whole("answer.none", Reply::no);
    whole("answer.not-sure", Reply::not_sure);
    return rows;
}

/// Whether more ticks could still change what happens next.
bool says_all(const Sketch& sketch, const visit::Draft& draft) {
    return draft.whole || std::any_of(draft.ticked.begin(), draft.ticked.end(), [&](const auto sign) {
               return sketch.topic()[sign].urgency == content::Urgency::emergency;
           });
}

/// Continue appears once something is ticked; before the last choice was on the glass only where nothing that follows
/// could matter.
page::Block continue_or_nothing(Sketch& sketch, const visit::Draft& draft) {
    if (draft.ticked.empty() && !draft.whole) return page::space(0);
    auto key = sketch.key(page::KeyKind::primary, sketch.say("key.continue"), "next", visit::action::Continue{});
    key.icon_after = true;
    key.height = 120;
    if (says_all(sketch, draft)) return {std::move(key)};
    return {page::IfLastPage{{{std::move(key)}}, {}}};
}

void check_sheet(Sketch& sketch, const Asked& asked) {
    auto rows = check_rows(sketch, asked);
    auto last = row(
        {back_key(sketch), {why_key(sketch, "question.why-short", 120)}, continue_or_nothing(sketch, asked.at.draft)},
        {232, 252, -1});
    let_sheet_rise(sketch);
    pad_sheet(sketch, 36, 40);
    sketch.page().sheet = {{page::Paged{std::move(rows), 24, asked.at.page}},
                           page_row(sketch, asked.at.page, "page.count", false, 88),
                           rest(),
                           std::move(last),
                           gap(8, 16)};
}

}  // namespace

void question(Sketch& sketch, const visit::place::Asking& at) {
    const Asked asked{sketch.topic()[at.question], at};
    auto& page = sketch.page();
    page.title = sketch.in(asked.question.ask);
    const bool for_another = sketch.visit.who == visit::Who::someone_with_me;
    page.section = sketch.say(for_another ? "section.check-for-another" : "section.check");
    page.hint_width = 520;
    page.landscape_hint_width = 330;
    const auto& picture = asked.question.picture;
    if (!picture.name.empty()) page.picture = page::ReadPicture{.name = picture.name, .alt = sketch.in(picture.alt)};
    page.read = read_blocks(sketch, asked);
    asked.any_of() ? check_sheet(sketch, asked) : answers_sheet(sketch, asked);
}

}  // namespace kiosk::views
