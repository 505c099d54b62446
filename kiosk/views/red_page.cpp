// SPDX-License-Identifier: Apache-2.0
// Help itself: the biggest words carry the state, and nothing else is offered but the note for staff.
#include "views/glass_blocks.hpp"
#include "views/screens.hpp"
#include "views/trouble.hpp"

#include <cmath>
#include <cstdint>
#include <utility>

namespace kiosk::views {
namespace {

using namespace glass;
using visit::CallState;

constexpr double red_edge = 920, spinner_turn_ms = 1200;

/// The words of one state: interface "red.<name>.title", ".line", ".card", ".card-line", ".fact".
struct State {
    std::string name, disc, card_icon, fact_icon;
    Colour card_disc = Colour::red;
    bool is_known = true;  ///< else something still turns
    Role line_role = Role::body;
};

State state_of(CallState call) {
    switch (call) {
        case CallState::calling:
            return {.name = "calling", .disc = "hand", .fact_icon = "people", .is_known = false};
        case CallState::shown:
            return {.name = "shown", .disc = "hand", .card_icon = "tick", .fact_icon = "people"};
        case CallState::coming:
            return {.name = "coming",
                    .disc = "walk",
                    .card_icon = "person",
                    .fact_icon = "person",
                    .card_disc = Colour::petrol};
        case CallState::not_sent:
            return {.name = "not-sent", .disc = "hand", .card_icon = "warn", .fact_icon = "repeat"};
        case CallState::not_answered:
            return {.name = "not-answered", .disc = "hand", .card_icon = "clock", .fact_icon = "people"};
        case CallState::closed:
            return {.name = "closed",
                    .disc = "person",
                    .card_icon = "person",
                    .fact_icon = "person",
                    .card_disc = Colour::petrol};
        case CallState::no_desk:
            break;
    }
    return {.name = "no-desk",
            .disc = "hand",
            .card_icon = "people",
            .fact_icon = "people",
            .line_role = Role::status_title};
}

CallState call_state(const Sketch& sketch) {
    return sketch.visit.call ? sketch.visit.call->state : CallState::no_desk;
}

std::string words(const Sketch& sketch, const State& state, const std::string& part) {
    return sketch.say("red." + state.name + "." + part, {{"desk", sketch.in(sketch.content.clinic.desk)},
                                                         {"number", sketch.content.clinic.emergency_number}});
}

page::Words title_words(const Sketch& sketch, const State& state, Role role) {
    return {
        .runs = {{words(sketch, state, "title")}}, .role = role, .colour = Colour::on_red, .tag = page::Tag::heading1};
}

const visit::Job* note_job(const Sketch& sketch) {
    const auto& job = sketch.visit.job;
    return job && std::holds_alternative<visit::NoteOrder>(job->order.what) ? &*job : nullptr;
}

/// Interface text "red.note-<name>"; empty where the patient stopped it.
std::string note_stage(const visit::Job& job) {
    if (job.stage == visit::PrintStage::unknown) return "unknown";
    if (job.cancel_asked && !visit::is_over(job)) return {};
    if (visit::is_held_up(job)) return "waits";
    switch (job.stage) {
        case visit::PrintStage::queued:
            return "queued";
        case visit::PrintStage::sent:
            return "sent";
        case visit::PrintStage::printing:
            return "printing";
        case visit::PrintStage::printed:
            return "printed";
        case visit::PrintStage::saved:
            return "saved";
        case visit::PrintStage::not_printed:
        case visit::PrintStage::cancelled:
            return "not-printed";
        case visit::PrintStage::needs_hand:
        case visit::PrintStage::unknown:
            break;
    }
    return {};
}

/// What the printer is known to do with the note; nothing while none is on its way.
std::string note_status(const Sketch& sketch) {
    const auto* job = note_job(sketch);
    const auto stage = job ? note_stage(*job) : std::string{};
    if (stage.empty()) return {};
    if (stage != "waits") return sketch.say("red.note-" + stage);
    return sketch.say("red.note-waits", {{"trouble", sketch.say("print." + trouble_name(job->trouble) + ".title")}});
}

/// At larger text what is least urgent is the smallest; in landscape it stands where there is room, beside the sheet.
page::Block last_words(const Sketch& sketch, const State& state, Colour colour) {
    return text(words(sketch, state, "fact"), Role::source, colour);
}

/// At larger text the disc gives way, and the words take a smaller role that is then as large as the usual one.
page::Blocks read_blocks(const Sketch& sketch, const State& state) {
    page::Blocks blocks;
    if (sketch.has_large_text()) {
        blocks = {only(page::Shape::portrait, {{title_words(sketch, state, Role::refer)}}),
                  only(page::Shape::landscape, {{title_words(sketch, state, Role::title)}})};
    } else {
        const auto disc = [&](double diameter, double icon) {
            return page::Block{page::Icon{.name = state.disc,
                                          .size = icon,
                                          .colour = Colour::red,
                                          .disc = diameter,
                                          .disc_colour = Colour::on_red}};
        };
        blocks = {gap(24, 18),
                  only(page::Shape::portrait, {disc(176, 112)}),
                  only(page::Shape::landscape, {disc(160, 102)}),
                  gap(32, 36),
                  {title_words(sketch, state, Role::alert)}};
    }
    const auto role = sketch.has_large_text() ? Role::body : Role::explain;
    add(blocks, {gap(20, 24), text(words(sketch, state, "line"), role, Colour::on_red)});
    if (sketch.has_large_text() && note_status(sketch).empty()) {
        blocks.push_back(only(page::Shape::landscape, {gap(28), last_words(sketch, state, Colour::on_red)}));
    }
    return blocks;
}

page::Block card_mark(const Sketch& sketch, const State& state, double diameter) {
    if (state.is_known) {
        return {page::Icon{.name = state.card_icon,
                           .size = std::round(diameter * 0.61),
                           .colour = Colour::on_red,
                           .disc = diameter,
                           .disc_colour = state.card_disc}};
    }
    const bool turns = sketch.visit.call && !sketch.visit.look.still;
    const auto since = turns ? (sketch.now - sketch.visit.call->raised_at).count() : 0;
    const auto into_turn = static_cast<double>(since % static_cast<std::int64_t>(spinner_turn_ms));
    return {page::Spinner{into_turn / spinner_turn_ms, diameter}};
}

/// Its words, and a mark that gives way to large ones where the glass is narrow.
page::Block status_card(const Sketch& sketch, const State& state, page::Shape shape) {
    const bool large = sketch.has_large_text(), upright = shape == page::Shape::portrait;
    const double mark = large ? 104 : 144, least_height = large ? 0 : upright ? 328 : 344;
    page::Block inside = column({heading(words(sketch, state, "card"), Role::status_title, page::Tag::heading2),
                                 text(words(sketch, state, "card-line"), state.line_role)},
                                8);
    if (!large || !upright) {
        page::Row beside{{card_mark(sketch, state, mark), std::move(inside)}, {mark, -1}, large ? 28.0 : 44.0};
        beside.across = page::Align::centre;
        inside = {std::move(beside)};
    }
    return {page::Frame{.blocks = {std::move(inside)},
                        .pad_x = large ? 32.0 : 48.0,
                        .pad_y = large ? 16.0 : 24.0,
                        .fill = Colour::white,
                        .edge = Colour::red_dark,
                        .border = 6,
                        .radius = 32,
                        .least_height = least_height,
                        .centred = true}};
}

page::Key staff_key(Sketch& sketch, page::KeyKind kind) {
    return sketch.key(kind, sketch.say("red.staff-with-me"), "person", visit::action::StaffAreWithMe{});
}

/// None is on its way, or nobody knows that it came out.
bool may_print_note(const Sketch& sketch) {
    const auto* job = note_job(sketch);
    const auto stage = job ? note_stage(*job) : std::string{};
    return sketch.prints() && (stage.empty() || stage == "unknown" || stage == "not-printed");
}

page::Block wide(const Sketch& sketch, page::Key key) {
    key.height = 116;
    key.landscape_height = sketch.has_large_text() ? 96 : 112;
    return {std::move(key)};
}

/// Keys under the main one, two in a row.
page::Blocks other_keys(Sketch& sketch, bool with_staff) {
    page::Blocks keys;
    if (with_staff) keys.push_back(wide(sketch, staff_key(sketch, page::KeyKind::secondary)));
    if (may_print_note(sketch)) {
        keys.push_back(wide(sketch, sketch.key(page::KeyKind::secondary, sketch.say("key.print-note"), "print",
                                               visit::action::PrintNote{})));
    }
    if (visit::mistake_possible(sketch.visit)) {
        keys.push_back(wide(sketch, sketch.key(page::KeyKind::secondary, sketch.say("red.mistake"), "back",
                                               visit::action::TouchedByMistake{})));
    }
    if (keys.size() < 2) return keys;
    page::Blocks rows{row({keys[0], keys[1]}, {-1, -1})};
    for (std::size_t i = 2; i < keys.size(); ++i) rows.push_back(keys[i]);
    return stacked(std::move(rows), least_gap, least_gap);
}

page::Blocks sheet_blocks(Sketch& sketch, const State& state, CallState call) {
    page::Blocks blocks;
    const bool calls_again =
        call == CallState::not_sent || call == CallState::not_answered || call == CallState::closed;
    const auto status = note_status(sketch);
    if (!status.empty()) {
        blocks = {fact("paper", status), gap(28)};
    } else if (sketch.has_large_text()) {
        blocks = {only(page::Shape::portrait, {last_words(sketch, state, Colour::ink), gap(28)})};
    } else {
        blocks = {red_fact(state.fact_icon, words(sketch, state, "fact")), gap(28)};
    }
    auto main = calls_again ? sketch.key(page::KeyKind::danger, words(sketch, state, "call-again"), "bell",
                                         visit::action::CallAgain{})
                            : staff_key(sketch, page::KeyKind::primary);
    main.height = 164;
    main.landscape_height = sketch.has_large_text() ? 104 : 152;
    add(blocks, {{std::move(main)}, rest()});
    add(blocks, other_keys(sketch, calls_again));
    blocks.push_back(gap(32, 20));
    return blocks;
}

}  // namespace

void red_page(Sketch& sketch) {
    auto& page = sketch.page();
    const auto call = call_state(sketch);
    const auto state = state_of(call);
    page.tone = page::Tone::red;
    page.title = words(sketch, state, "title");
    page.section = sketch.say("section.check");
    page.read = read_blocks(sketch, state);
    for (const auto shape : {page::Shape::portrait, page::Shape::landscape})
        page.over_sheet.push_back(only(shape, {status_card(sketch, state, shape)}));
    page.sheet_top = red_edge;
    page.sheet = sheet_blocks(sketch, state, call);
    page.help = {{page::Words{.runs = {{sketch.say("red.worse")}},
                              .role = Role::body,
                              .colour = Colour::help_text,
                              .align = page::Align::centre,
                              .bold = true}}};
}

}  // namespace kiosk::views
