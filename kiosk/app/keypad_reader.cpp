// SPDX-License-Identifier: Apache-2.0
#include "app/keypad_reader.hpp"

#include "app/script_line.hpp"
#include "views/focus.hpp"

#include <algorithm>

namespace kiosk::app {

namespace {

using page::Stop;
using visit::Action;
namespace action = visit::action;

using Events = std::vector<visit::Event>;

Events focus_at(const OnGlass& on, std::size_t stop) {
    if (on.stops.empty()) return {};
    return {visit::event::Focused{views::focus_on(on.stops, on.screen, stop)}};
}

Events stay(const OnGlass& on) {
    return focus_at(on, on.focused.value_or(0));
}

/// Round and round; the first key of a keypad only shows where it begins.
Events move(const OnGlass& on, std::size_t by) {
    return focus_at(on, on.focused ? (*on.focused + by) % on.stops.size() : 0);
}

std::optional<Action> meaning(const OnGlass& on, const Stop& stop) {
    if (stop.key < 0 || stop.disabled) return {};
    return on.screen.actions.at(static_cast<std::size_t>(stop.key));
}

std::optional<Action> under_focus(const OnGlass& on) {
    return on.focused ? meaning(on, on.stops[*on.focused]) : std::nullopt;
}

/// What leads back from here: the screen's own key for it. A panel closes even where it shows no key that does.
std::optional<Action> way_back(const OnGlass& on) {
    const auto has = [&](const Action& wanted) {
        return std::any_of(on.stops.begin(), on.stops.end(),
                           [&](const Stop& stop) { return meaning(on, stop) == wanted; });
    };
    for (const Action& one :
         {Action{action::Back{}}, Action{action::Close{}}, Action{action::Confirm{false}}, Action{action::StillHere{}}})
        if (has(one)) return one;
    return on.screen.page.panel ? std::optional(Action{action::Close{}}) : std::nullopt;
}

/// Nobody answers what they could not hear; telling staff is no such answer.
bool is_unheard_answer(const OnGlass& on, const Action& action) {
    if (!on.is_unheard) return false;
    if (const auto* say = std::get_if<action::Say>(&action)) return say->reply != visit::Reply::tell_staff;
    if (const auto* tick = std::get_if<action::TickReply>(&action)) return tick->reply != visit::Reply::tell_staff;
    return std::holds_alternative<action::Tick>(action);
}

}  // namespace

bool is_unheard(const content::Content& content, const visit::Visit& visit) {
    return visit::is_listening(visit) && visit::is_private(content, visit);
}

bool is_on(const OnGlass& on, const std::string& label) {
    return under_focus(on) && are_meant(on.stops[*on.focused].words.front().text, label);
}

Events KeypadReader::read(std::optional<KeypadKey> key, const OnGlass& on, Instant now) {
    if (!key) return on.focused ? stay(on) : Events{visit::event::Touched{}};
    switch (*key) {
        case KeypadKey::next:
            return move(on, 1);
        case KeypadKey::previous:
            return move(on, on.stops.empty() ? 0 : on.stops.size() - 1);
        case KeypadKey::ok:
            return press(*key, under_focus(on), on, now);
        case KeypadKey::back:
            return press(*key, way_back(on), on, now);
        case KeypadKey::help:
            return press(*key, action::Help{}, on, now);
        case KeypadKey::repeat:
            return {visit::event::RepeatAsked{}};
    }
    return {};
}

Events KeypadReader::press(KeypadKey key, const std::optional<Action>& action, const OnGlass& on, Instant now) {
    if (!action || is_unheard_answer(on, *action)) return stay(on);
    // Help means the same on every screen.
    if (key != KeypadKey::help && m_hand.is_too_soon(now)) return {};
    if (m_hand.is_repeat(key, now)) return {};
    m_hand.pressed(key, now);
    auto events = on.focused ? Events() : focus_at(on, 0);
    events.push_back(visit::event::Tapped{*action});
    return events;
}

}  // namespace kiosk::app
