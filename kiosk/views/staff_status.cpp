// SPDX-License-Identifier: Apache-2.0
// 13b: how this kiosk is, and what staff can do with it. In the clinic's language.
#include "views/glass_blocks.hpp"
#include "views/screens.hpp"
#include "views/staff_cards.hpp"
#include "views/wording.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

namespace kiosk::views {

namespace {

using namespace glass;
using cards::Line;

const visit::KioskStatus& told(const Sketch& sketch) {
    static const visit::KioskStatus nothing;
    return sketch.visit.around.status ? *sketch.visit.around.status : nothing;
}

const content::Handout* next_for_review(const content::Content& content) {
    const content::Handout* first = nullptr;
    for (const auto& topic : content.topics)
        for (const auto& handout : topic.handouts)
            if (first == nullptr || handout.review_by < first->review_by) first = &handout;
    return first;
}

std::string count_of_handouts(const content::Content& content) {
    std::size_t count = 0;
    for (const auto& topic : content.topics) count += topic.handouts.size();
    return std::to_string(count);
}

/// Of many their codes.
std::string names_of_languages(const content::Content& content) {
    const auto called = content.languages.size() > few_languages ? &content::Language::code : &content::Language::name;
    std::string names;
    for (const auto& language : content.languages) names += (names.empty() ? "" : ", ") + language.*called;
    return names;
}

std::string approval(const Sketch& sketch) {
    const auto& sign_off = sketch.content.sign_off;
    return sign_off ? sketch.say("desk.glass.approved-by", {{"name", sign_off->by}, {"date", sign_off->on}})
                    : sketch.say("desk.glass.not-approved");
}

/// What came of an update that somebody asked for; empty: nobody has.
std::string stick_words(const Sketch& sketch) {
    using visit::StickUpdate;
    const auto& status = told(sketch);
    constexpr std::pair<StickUpdate, const char*> words[] = {{StickUpdate::looking, "desk.glass.stick-looking"},
                                                             {StickUpdate::checking, "desk.glass.stick-checking"},
                                                             {StickUpdate::installed, "desk.glass.stick-installed"},
                                                             {StickUpdate::no_stick, "desk.glass.stick-none"},
                                                             {StickUpdate::empty, "desk.glass.stick-empty"},
                                                             {StickUpdate::unreadable, "desk.glass.stick-unreadable"},
                                                             {StickUpdate::not_ours, "desk.glass.stick-not-ours"},
                                                             {StickUpdate::older, "desk.glass.stick-older"},
                                                             {StickUpdate::unfit, "desk.glass.stick-unfit"},
                                                             {StickUpdate::not_saved, "desk.glass.stick-not-saved"},
                                                             {StickUpdate::no_answer, "desk.glass.stick-no-answer"}};
    for (const auto& [is, name] : words)
        if (is == status.stick) return sketch.say(name, {{"version", status.stick_version}});
    return {};
}

page::Block content_card(const Sketch& sketch) {
    const auto& content = sketch.content;
    std::vector<Line> lines{{sketch.say("desk.glass.version"), content.hash.substr(0, 12)},
                            {sketch.say("desk.glass.handouts"), count_of_handouts(content)},
                            {sketch.say("desk.glass.languages"), names_of_languages(content)},
                            {sketch.say("desk.glass.approved"), approval(sketch)}};
    if (const auto* due = next_for_review(content))
        lines.push_back(
            {sketch.say("desk.glass.review"),
             sketch.say("desk.glass.review-value", {{"title", sketch.in(due->title)}, {"date", due->review_by}})});
    return cards::card("book", sketch.say("desk.glass.content"), "", lines);
}

std::string or_none(const Sketch& sketch, std::string words) {
    return words.empty() ? sketch.say("desk.glass.none") : std::move(words);
}

page::Block printer_card(const Sketch& sketch) {
    page::Blocks condition{text(printer_words(sketch.content, told(sketch).printer), Role::smallest), gap(12)};
    condition.push_back(
        cards::lines({{sketch.say("desk.glass.test-page"), or_none(sketch, cards::test_page(sketch))}}));
    return cards::card("print", sketch.say("desk.glass.printer"), "", {}, std::move(condition));
}

std::string desk_state(const Sketch& sketch) {
    switch (sketch.visit.around.desk) {
        case visit::Desk::none:
            return sketch.say("desk.glass.none");
        case visit::Desk::deaf:
            return sketch.say("desk.glass.nobody-there");
        case visit::Desk::listens:
            break;
    }
    return sketch.say("desk.glass.listens");
}

page::Block calls_card(const Sketch& sketch) {
    const auto& status = told(sketch);
    return cards::card("bell", sketch.say("desk.glass.calls"), "",
                       {{sketch.say("desk.glass.front-desk"), desk_state(sketch)},
                        {sketch.say("desk.glass.test"), or_none(sketch, cards::test_call(sketch))},
                        {sketch.say("desk.glass.emergencies"), std::to_string(status.emergencies_today)},
                        {sketch.say("desk.glass.see-today"), std::to_string(status.see_today)},
                        {sketch.say("desk.glass.last-drill"), or_none(sketch, status.last_drill)}});
}

/// "Sun Mon Tue Wed Thu Fri Sat", cut.
std::vector<std::string> weekdays(const Sketch& sketch, const std::vector<int>& days) {
    std::istringstream words(sketch.say("desk.glass.weekdays"));
    std::vector<std::string> names, labels;
    for (std::string word; words >> word;) names.push_back(word);
    for (const int day : days) labels.push_back(names.at(static_cast<std::size_t>(day) % names.size()));
    return labels;
}

std::string counted(int number, bool is_all) {
    return std::to_string(number) + (is_all ? "" : "+");
}

page::Block use_card(const Sketch& sketch) {
    const auto& status = told(sketch);
    int visits = 0;
    for (const int one : status.visits) visits += one;
    const std::vector<Line> sums{
        {sketch.say("desk.glass.visits"), std::to_string(visits)},
        {sketch.say("desk.glass.finished"), counted(status.checks_finished, status.all_finished)},
        {sketch.say("desk.glass.printed"), counted(status.handouts_printed, status.all_printed)}};
    const auto chart = [&](double height) {
        return cards::columns(status.visits, weekdays(sketch, status.weekdays), height);
    };
    return cards::card("chart", sketch.say("desk.glass.use"), sketch.say("desk.glass.no-names"), {},
                       {only(page::Shape::portrait, {row({chart(88), cards::lines(sums)}, {-3, -2}, 40)}),
                        only(page::Shape::landscape, {chart(48), gap(12), cards::lines(sums)})});
}

/// What somebody should see to; empty: nothing.
std::string troubles(const Sketch& sketch) {
    std::string all;
    const auto add = [&](bool is, const std::string& name) {
        if (is) all += (all.empty() ? "" : " ") + sketch.say(name);
    };
    add(sketch.visit.around.desk == visit::Desk::deaf, "desk.glass.trouble-desk");
    add(sketch.visit.around.desk == visit::Desk::none, "desk.glass.trouble-no-desk");
    add(told(sketch).printer_trouble, "desk.glass.trouble-printer");
    add(!sketch.content.sign_off, "desk.glass.trouble-approval");
    return all;
}

page::Block staff_button(Sketch& sketch, const std::string& name, const std::string& icon, visit::Action action,
                         page::KeyState state = page::KeyState::normal) {
    auto key = sketch.key(page::KeyKind::secondary, sketch.say(name), icon, std::move(action));
    if (state != page::KeyState::normal) key.state = state;
    key.height = 128;
    key.landscape_height = 104;
    return {std::move(key)};
}

page::Blocks keys(Sketch& sketch) {
    namespace action = visit::action;
    page::Blocks first, second;
    if (sketch.prints()) first.push_back(staff_button(sketch, "desk.print-test", "print", action::PrintTestPage{}));
    if (sketch.visit.around.desk != visit::Desk::none)
        first.push_back(staff_button(sketch, "desk.glass.test-call", "bell", action::TestCall{}));
    if (const auto stick = told(sketch).stick; stick != visit::StickUpdate::not_here) {
        const bool looks = stick == visit::StickUpdate::looking || stick == visit::StickUpdate::checking;
        first.push_back(staff_button(sketch, "desk.glass.update", "lower-screen", action::UpdateFromStick{},
                                     looks ? page::KeyState::disabled : page::KeyState::normal));
    }
    second.push_back(staff_button(sketch, "desk.glass.start-drill", "list", action::StartDrill{}));
    second.push_back(staff_button(sketch, "desk.glass.clean", "hand", action::CleanGlass{}));
    second.push_back(staff_button(sketch, "desk.glass.restart", "repeat", action::Restart{}));
    page::Blocks rows;
    if (!first.empty()) rows.push_back(row(first, std::vector<double>(first.size(), -1.0)));
    rows.push_back(row(second, {-1, -1, -1}));
    auto close = sketch.key(page::KeyKind::primary, sketch.say("desk.glass.close"), "lock", action::Close{});
    close.height = 148;
    close.landscape_height = 116;
    rows.push_back({std::move(close)});
    page::Blocks blocks;
    if (const auto words = stick_words(sketch); !words.empty())
        add(blocks, {centred({.runs = {{words}}, .role = Role::smallest, .bold = true}), gap(24, 20)});
    add(blocks, stacked(std::move(rows), 44 - 16, least_gap));
    const auto minutes = std::chrono::round<std::chrono::minutes>(sketch.content.clinic.timing.staff_idle).count();
    blocks.push_back(gap(28, 20));
    blocks.push_back(centred({.runs = {{sketch.say("desk.glass.closes", {{"minutes", std::to_string(minutes)}})}},
                              .role = Role::smallest,
                              .colour = Colour::ink_soft,
                              .bold = false}));
    return blocks;
}

}  // namespace

void staff_status(Sketch& sketch) {
    auto& page = sketch.page();
    page.tone = page::Tone::staff;
    page.title = page.clinic = sketch.say("desk.glass.title");
    page.section = sketch.content.clinic.name;
    const auto wrong = troubles(sketch);
    const auto state =
        cards::banner(wrong.empty(), sketch.say(wrong.empty() ? "desk.glass.ready" : "desk.glass.not-ready"),
                      wrong.empty() ? sketch.say("desk.glass.nothing") : wrong);
    const auto two = row({printer_card(sketch), calls_card(sketch)}, {-1, -1});
    page.read = {state, gap(24, 14), content_card(sketch), gap(24, 14)};
    page.read.push_back(only(page::Shape::portrait, {two, gap(24)}));
    page.read.push_back(use_card(sketch));
    page.sheet_top = 1288;
    page.sheet = {only(page::Shape::landscape, {two, gap(28)})};
    add(page.sheet, keys(sketch));
}

}  // namespace kiosk::views
