// SPDX-License-Identifier: Apache-2.0
// The drill: the red page of every language, as a patient would see it, and what came of call, paper and warning signs.
// And the glass that sleeps while it is wiped.
#include "views/glass_blocks.hpp"
#include "views/screens.hpp"
#include "views/staff_cards.hpp"
#include "views/staff_words.hpp"
#include "views/wording.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::views {

namespace {

using namespace glass;

page::Blocks drill_keys(Sketch& sketch, const visit::place::Drill& at) {
    const auto& languages = sketch.content.languages;
    const auto words = [&](const char* name, std::initializer_list<Filling> with = {}) {
        return say(sketch.content, content::LanguageId{}, name, with);
    };
    const auto staff = [&](const char* name, const std::string& icon, page::KeyKind kind, visit::Action action) {
        return sketch.key(kind, words(name), icon, std::move(action));
    };
    auto next = staff("desk.glass.next", "next", page::KeyKind::primary, visit::action::Continue{});
    next.icon_after = true;
    next.landscape_height = 120;
    auto stop = staff("desk.glass.stop", "cross", page::KeyKind::secondary, visit::action::Close{});
    stop.landscape_height = 100;
    const auto test = words("desk.glass.drill-of", {{"page", std::to_string(at.language.index + 1)},
                                                    {"pages", std::to_string(languages.size())},
                                                    {"language", languages[at.language.index].name}});
    return {band(Colour::mist, {.name = "list", .size = 44}, bold(test, Role::body)),
            rest(),
            {std::move(next)},
            gap(least_gap),
            {std::move(stop)},
            gap(32, 20)};
}

}  // namespace

void drill(Sketch& sketch, const visit::place::Drill& at) {
    auto patient = sketch.visit;
    patient.look.language = at.language;
    patient.place = visit::place::Emergency{};
    patient.call = sketch.visit.test_call.value_or(visit::Call{});
    Sketch red{.content = sketch.content, .visit = patient, .now = sketch.now};
    red_page(red);
    frame(red);
    auto page = std::move(red.screen.page);
    page.sheet = drill_keys(sketch, at);
    page.access.clear();
    page.access_place.clear();
    sketch.screen.page = std::move(page);
}

void drill_end(Sketch& sketch) {
    auto& page = sketch.page();
    const auto line = visit::drill_line(sketch.content, sketch.visit);
    const bool passed = visit::is_passed(line);
    page.tone = page::Tone::staff;
    page.title = page.clinic = sketch.say("desk.glass.drill-end");
    page.section = sketch.content.clinic.name;
    std::vector<cards::Line> lines;
    for (const auto& [name, value] : drill_rows(sketch.content, line)) lines.push_back({name, value});
    page.read = {cards::banner(passed, sketch.say(passed ? "desk.glass.drill-passed" : "desk.glass.drill-failed"),
                               sketch.say("desk.glass.drill-line")),
                 gap(24), cards::card("list", page.title, "", lines)};
    page.sheet_top = 1288;
    auto write =
        sketch.key(page::KeyKind::primary, sketch.say("desk.glass.write-down"), "tick", visit::action::Continue{});
    write.landscape_height = 120;
    auto drop = sketch.key(page::KeyKind::secondary, sketch.say("desk.glass.drop"), "cross", visit::action::Close{});
    page.sheet = {{std::move(write)}, gap(least_gap), {std::move(drop)}};
}

void cleaning(Sketch& sketch, const visit::place::Cleaning& at) {
    auto& page = sketch.page();
    const int left = whole_seconds(at.until - sketch.now);
    page.tone = page::Tone::staff;
    page.title = sketch.say("desk.glass.cleaning");
    page.section = sketch.say("pin.section");
    page.read = {gap(80, 40), heading(page.title, Role::title), gap(20),
                 text(sketch.say("desk.glass.cleaning-line", {{"seconds", std::to_string(left)}}), Role::reading)};
    page.sheet = {gap(120, 40), {page::Ring{left, whole_seconds(sketch.content.clinic.timing.cleaning)}}};
}

}  // namespace kiosk::views
