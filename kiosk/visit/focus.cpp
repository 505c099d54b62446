// SPDX-License-Identifier: Apache-2.0
// The keypad's focus: on another screen it begins at the title, under a panel it waits, and on the same screen it stays
// where it is, whatever is reported meanwhile.
#include "visit/focus.hpp"

#include "visit/turn.hpp"

#include <utility>

namespace kiosk::visit {

namespace {

/// Without what changes while the same screen stands.
Place screen_of(Place place) {
    std::visit(
        [](auto& at) {
            if constexpr (requires { at.page; }) at.page = 0;
            if constexpr (requires { at.draft; }) at.draft = {};
        },
        place);
    if (auto* pin = std::get_if<place::StaffPin>(&place)) *pin = {.want = pin->want, .digits = {}};
    return place;
}

Overlay panel_of(const Overlay& overlay) {
    return std::holds_alternative<overlay::StillThere>(overlay) ? overlay::StillThere{} : overlay;
}

bool is_open(const Overlay& overlay) {
    return !std::holds_alternative<std::monostate>(overlay);
}

void stay_there(Turn& turn) {
    turn.visit.last_touch = turn.now;
    if (std::holds_alternative<overlay::StillThere>(turn.visit.overlay)) ask_still_there(turn);
}

}  // namespace

bool is_same_key(const Action& a, const Action& b) {
    const auto *one = std::get_if<action::Digit>(&a), *other = std::get_if<action::Digit>(&b);
    if (one && other) return one->digit == other->digit;
    const auto is_pace = [](const Action& action) { return std::holds_alternative<action::SetSpeed>(action); };
    const auto is_sound = [](const Action& action) {
        return std::holds_alternative<action::Listen>(action) || std::holds_alternative<action::StopListening>(action);
    };
    return (is_pace(a) && is_pace(b)) || (is_sound(a) && is_sound(b)) || a == b;
}

void hear(Turn& turn, const event::Focused& focused) {
    if (is_dead(turn.visit)) return;
    turn.visit.focus = focused.on;
    stay_there(turn);
    if (std::holds_alternative<place::Unfinished>(turn.visit.place) && !is_open(turn.visit.overlay))
        return welcome_next(turn);
    read_stop(turn);
}

void hear(Turn& turn, const event::RepeatAsked&) {
    if (is_dead(turn.visit)) return;
    repeat(turn);
    stay_there(turn);
}

void hide_focus(Visit& visit) {
    visit.focus.reset();
    visit.focus_below.reset();
}

void follow_focus(const Place& place, const Overlay& overlay, Visit& visit) {
    if (!visit.focus) return hide_focus(visit);
    if (screen_of(place) != screen_of(visit.place)) {
        visit.focus = focus::Text{};
        visit.focus_below.reset();
    } else if (panel_of(overlay) == panel_of(visit.overlay)) {
        return;
    } else if (!is_open(visit.overlay)) {
        visit.focus = std::exchange(visit.focus_below, {}).value_or(focus::Text{});
    } else {
        if (!is_open(overlay)) visit.focus_below = visit.focus;
        visit.focus = focus::Text{};
    }
}

}  // namespace kiosk::visit
