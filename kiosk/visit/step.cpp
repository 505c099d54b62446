// SPDX-License-Identifier: Apache-2.0
#include "visit/step.hpp"

#include "visit/turn.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::visit {

namespace {

template <class Kind, class Variant>
bool is(const Variant& variant) {
    return std::holds_alternative<Kind>(variant);
}

bool may_finish(const Visit& visit) {
    return !is<place::Welcome>(visit.place) && !is<place::Emergency>(visit.place) &&
           !is<place::Unfinished>(visit.place);
}

/// Whoever should see staff first is asked once more.
void finish(Turn& turn) {
    if (is<place::SeeStaff>(turn.visit.place))
        turn.visit.overlay = overlay::Sure{overlay::Sure::Of::finished};
    else
        forget(turn);
}

void hear(Turn& turn, const event::Tapped& tapped) {
    auto& visit = turn.visit;
    if (is_dead(visit)) return;
    visit.pressed.reset();
    visit.last_touch = turn.now;
    interrupt(turn, tapped.action);
    if (is<action::Help>(tapped.action)) return show_red_page(turn, {});
    if (is<overlay::StillThere>(visit.overlay)) return answer_still_there(turn, tapped.action);
    if (act_on_listening(turn, tapped.action) || act_on_look(turn, tapped.action)) return;
    if (!is<std::monostate>(visit.overlay)) return act_on_overlay(turn, tapped.action);
    if (is<place::Unfinished>(visit.place)) return welcome_next(turn);
    if (is<action::Finish>(tapped.action) && may_finish(visit)) return finish(turn);
    const Place here = visit.place;
    std::visit([&](const auto& place) { act(turn, place, tapped.action); }, here);
}

void hear(Turn& turn, const event::Pressed& pressed) {
    if (is_dead(turn.visit)) return;
    hide_focus(turn.visit);
    turn.visit.last_touch = turn.now;
    turn.visit.pressed = pressed.action;
    if (pressed.action) interrupt(turn, pressed.action);
    if (is<overlay::StillThere>(turn.visit.overlay)) press_at_still_there(turn, pressed.action);
}

void hear(Turn& turn, const event::Touched&) {
    if (is_dead(turn.visit)) return;
    hide_focus(turn.visit);
    turn.visit.last_touch = turn.now;
    interrupt(turn, {});
    if (is<overlay::StillThere>(turn.visit.overlay)) turn.visit.overlay = {};
    const bool under_panel = !is<std::monostate>(turn.visit.overlay);
    if (is<place::Unfinished>(turn.visit.place) && !under_panel) welcome_next(turn);
}

void hear(Turn& turn, const event::Woken&) {
    wake(turn);
}

void hear(Turn& turn, const event::PrinterIs& printer) {
    turn.visit.around.printer = printer.kind;
}

}  // namespace

bool is_dead(const Visit& visit) {
    return is<place::Cleaning>(visit.place);
}

void Turn::go(Place to) {
    visit.trail.push_back(std::exchange(visit.place, std::move(to)));
}

void back(Turn& turn) {
    auto& visit = turn.visit;
    if (visit.trail.empty()) return back_to_welcome(turn);
    keep_draft(turn);
    visit.place = std::move(visit.trail.back());
    visit.trail.pop_back();
    if (auto* printing = std::get_if<place::Printing>(&visit.place)) printing->job = visit.job->number;
    if (const auto* question = std::get_if<place::Asking>(&visit.place)) visit.place = asking(turn, question->question);
}

Step step(const content::Content& content, Visit visit, const Event& event, Instant now) {
    const auto place = visit.place;
    const auto overlay = visit.overlay;
    const auto heard_before = heard(visit);
    Turn turn{content, std::move(visit), now};
    std::visit([&](const auto& happened) { hear(turn, happened); }, event);
    // The key under the finger is gone with its page.
    const auto& now_at = turn.visit;
    if (now_at.place.index() != place.index() || now_at.overlay.index() != overlay.index()) turn.visit.pressed.reset();
    follow_focus(place, overlay, turn.visit);
    follow_by_ear(turn, heard_before, is<event::Tapped>(event));
    return {std::move(turn.visit), std::move(turn.effects)};
}

std::optional<Instant> wake_at(const content::Content& content, const Visit& visit) {
    std::optional<Instant> first;
    const auto or_at = [&](std::optional<Instant> at) {
        if (at && (!first || *at < *first)) first = at;
    };
    or_at(idle_at(content, visit));
    or_at(call_deadline(content, visit));
    or_at(printing_deadline(content, visit));
    or_at(note_left_deadline(visit));
    or_at(staff_deadline(content, visit));
    or_at(test_call_deadline(content, visit));
    if (const auto* asked = std::get_if<overlay::StillThere>(&visit.overlay))
        or_at(std::min(asked->next, asked->until));
    if (const auto* unfinished = std::get_if<place::Unfinished>(&visit.place)) or_at(unfinished->until);
    return first;
}

}  // namespace kiosk::visit
