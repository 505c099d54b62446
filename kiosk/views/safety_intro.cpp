// SPDX-License-Identifier: Apache-2.0
#include "views/glass_blocks.hpp"
#include "views/screens.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::views {
namespace {

using namespace glass;

constexpr std::size_t seconds_a_question = 13;  ///< the design's 9 questions are about 2 minutes

page::Block how_many(const Sketch& sketch) {
    const auto count = sketch.topic().questions.size();
    const auto minutes = std::max<std::size_t>(1, (count * seconds_a_question + 59) / 60);
    const auto number = std::to_string(count), time = std::to_string(minutes);
    return fact("clock", sketch.say("intro.count", {{"count", number}, {"minutes", time}}));
}

page::Block which_keys(const Sketch& sketch) {
    const auto not_sure = sketch.say("answer.not-sure");
    return fact("tick", stressed(sketch.say("intro.keys"), {{"not-sure", not_sure}}));
}

page::Blocks facts(const Sketch& sketch) {
    const bool deaf = sketch.visit.around.desk == visit::Desk::deaf;
    page::Blocks facts;
    if (deaf)
        facts.push_back(
            fact("people", sketch.say("intro.desk-deaf", {{"desk", sketch.in(sketch.content.clinic.desk)}})));
    facts.push_back(how_many(sketch));
    if (!deaf) facts.push_back(which_keys(sketch));
    facts.push_back(fact("lock", sketch.say("intro.no-name")));
    return facts;
}

page::Block emergency_hint(const Sketch& sketch) {
    const auto help = sketch.say("key.help");
    page::Block lines =
        column({text(sketch.say("intro.emergency"), Role::body),
                runs(stressed(sketch.say("intro.do-not-wait"), {{"help", help}}, Colour::red_dark), Role::body)});
    return band(Colour::red_mist,
                {.name = "hand", .size = 48, .colour = Colour::on_red, .disc = 72, .disc_colour = Colour::red},
                std::move(lines), 132);
}

page::Key start_key(Sketch& sketch) {
    auto key = sketch.key(page::KeyKind::primary, sketch.say("intro.start"), "next", visit::action::StartQuestions{});
    key.icon_after = true;
    key.label_size = 52;
    key.landscape_height = 168;
    return key;
}

/// Who stands behind these questions.
page::Block approval(const Sketch& sketch) {
    return text(approval_words(sketch.content, sketch.language()), Role::source, Colour::ink_soft);
}

/// Large words leave no room for two rows of keys.
page::Blocks keys(Sketch& sketch) {
    auto start = start_key(sketch);
    auto back = back_key(sketch, 112, 104);
    if (sketch.has_large_text()) {
        start.label_size = 0;
        return {row({std::move(back), {std::move(start)}}, {back_width, -1})};
    }
    page::Row last{{std::move(back), approval(sketch)}, {back_width, -1}};
    last.across = page::Align::centre;
    return {{std::move(start)}, gap(52, 44), {std::move(last)}, gap(20, 8)};
}

/// Large words have pages; what to do in an emergency stands on each of them. Who approved the words
/// is the last of them, that nobody has is the first.
page::Blocks sheet_of_large_words(Sketch& sketch, int at) {
    auto words = facts(sketch);
    const bool deaf = sketch.visit.around.desk == visit::Desk::deaf;
    const auto where_staff_are = deaf ? 1 : 0;  // before all else
    words.insert(words.begin() + where_staff_are, text(sketch.say("intro.line"), Role::fact));
    words.insert(sketch.content.sign_off ? words.end() : words.begin() + where_staff_are, approval(sketch));
    page::Blocks blocks{{page::Paged{std::move(words), 22, at}},
                        gap(least_gap),
                        {page::OnlyIn{page::Shape::portrait, {emergency_hint(sketch), gap(least_gap)}}},
                        page_row(sketch, at, "page.count", false, 88),
                        rest()};
    add(blocks, keys(sketch));
    return blocks;
}

}  // namespace

void safety_intro(Sketch& sketch, const visit::place::SafetyIntro& at) {
    auto& page = sketch.page();
    page.title = sketch.say("intro.title");
    page.read = {heading(page.title, Role::title)};
    if (!sketch.has_large_text()) add(page.read, {gap(32, 24), text(sketch.say("intro.line"), Role::body)});
    page.hint_width = 560;
    const auto& picture = sketch.topic().safety_picture;
    page.picture = page::ReadPicture{.name = picture.name,
                                     .alt = sketch.in(picture.alt),
                                     .size = {469, 352},
                                     .landscape_size = {427, 320},
                                     .from_end = 7,
                                     .landscape_from_end = 67,
                                     .circle = 272};
    pad_sheet(sketch, 42, 72);
    let_sheet_rise(sketch);
    if (sketch.has_large_text()) {
        // Across, there is more room beside the sheet than in it.
        page.read.push_back({page::OnlyIn{page::Shape::landscape, {gap(24), emergency_hint(sketch)}}});
        page.sheet = sheet_of_large_words(sketch, at.page);
        return;
    }
    page.sheet = stacked(facts(sketch), 22, 24);
    add(page.sheet, {gap(34, 44), emergency_hint(sketch), gap(36, 40)});
    add(page.sheet, keys(sketch));
}

}  // namespace kiosk::views
