// SPDX-License-Identifier: Apache-2.0
// Is somebody still there? The warning, its countdown, and everything else that time alone brings about.
#include "visit/turn.hpp"

#include <algorithm>

namespace kiosk::visit {

namespace {

constexpr Duration second{1000}, last_call{10'000};  // last_call: whoever listens hears it once more

template <class Kind>
bool at(const Visit& visit) {
    return std::holds_alternative<Kind>(visit.place);
}

bool is_reading(const Visit& visit) {
    return at<place::Reading>(visit) || at<place::Note>(visit) || at<place::HeldBack>(visit) ||
           at<place::OnPhone>(visit) || std::holds_alternative<overlay::Why>(visit.overlay);
}

/// The longest of what this person does and how.
Duration patience(const content::Timing& timing, const Visit& visit) {
    auto longest = timing.idle;
    if (is_reading(visit)) longest = std::max(longest, timing.idle_reading);
    if (visit.look.size == TextSize::largest || is_listening(visit)) longest = std::max(longest, timing.idle_largest);
    return longest;
}

/// Since the last touch, or since the paper stopped moving.
Instant waiting_since(const content::Timing& timing, const Visit& visit) {
    if (!visit.job) return visit.last_touch;
    const bool came_out = visit.job->stage == PrintStage::printed || visit.job->stage == PrintStage::saved;
    const auto shown_for = came_out && at<place::Printing>(visit) ? timing.done_shown : Duration{0};
    return std::max(visit.last_touch, visit.job->moved_at + shown_for);
}

/// The next whole second before the end.
Instant next_second(Instant until, Instant now) {
    const auto left = std::max(until - now, Duration{1});
    return until - (left - Duration{1}) / second * second;
}

void nobody_touched(Turn& turn) {
    if (at<place::Emergency>(turn.visit))
        turn.visit.overlay = {};
    else if (at<place::Welcome>(turn.visit))
        forget(turn);
    else
        ask_still_there(turn);
}

void count_down(Turn& turn, overlay::StillThere asked) {
    if (asked.until <= turn.now) return run_out(turn);
    if (asked.next > turn.now) return;
    if (asked.until - asked.next == last_call) read_again(turn);
    turn.visit.overlay = overlay::StillThere{asked.until, next_second(asked.until, turn.now)};
}

}  // namespace

void ask_still_there(Turn& turn) {
    const auto until = turn.now + turn.content.clinic.timing.idle_countdown;
    turn.visit.overlay = overlay::StillThere{until, next_second(until, turn.now)};
    warn(turn);
}

std::optional<Instant> idle_at(const content::Content& content, const Visit& visit) {
    const auto& timing = content.clinic.timing;
    if (is_staff_mode(visit.place)) return {};
    if (at<place::Unfinished>(visit) || std::holds_alternative<overlay::StillThere>(visit.overlay)) return {};
    if (at<place::Emergency>(visit)) {
        // The page itself stays; but what lies over it must not hide it for long.
        if (std::holds_alternative<std::monostate>(visit.overlay)) return {};
        return visit.last_touch + timing.idle_countdown;
    }
    if (at<place::Welcome>(visit) && is_blank(visit)) return {};
    if (visit.job && is_moving(*visit.job)) return {};
    return waiting_since(timing, visit) + patience(timing, visit);
}

void wake(Turn& turn) {
    const auto& content = turn.content;
    const auto due = [&](std::optional<Instant> when) { return when && *when <= turn.now; };
    if (due(note_left_deadline(turn.visit))) note_left_deadline_passed(turn);
    if (due(printing_deadline(content, turn.visit))) printing_deadline_passed(turn);
    if (due(call_deadline(content, turn.visit))) call_deadline_passed(turn);
    if (due(test_call_deadline(content, turn.visit))) deadline_passed(*turn.visit.test_call);
    if (due(staff_deadline(content, turn.visit))) return staff_deadline_passed(turn);
    const auto* unfinished = std::get_if<place::Unfinished>(&turn.visit.place);
    if (unfinished && due(unfinished->until)) return back_to_welcome(turn);
    if (const auto* asked = std::get_if<overlay::StillThere>(&turn.visit.overlay))
        count_down(turn, *asked);
    else if (due(idle_at(content, turn.visit)))
        nobody_touched(turn);
}

void answer_still_there(Turn& turn, const Action& action) {
    turn.visit.overlay = {};
    if (!std::holds_alternative<action::Finish>(action)) return;
    // Whoever stops in the middle of the safety check is treated the same, whether they say so or walk away.
    at<place::Asking>(turn.visit) ? run_out(turn) : forget(turn);
}

void press_at_still_there(Turn& turn, const std::optional<Action>& action) {
    const bool answers =
        action && (std::holds_alternative<action::StillHere>(*action) ||
                   std::holds_alternative<action::Finish>(*action) || std::holds_alternative<action::Help>(*action));
    // A finger on one of its keys: the key has to stay until the finger is lifted.
    if (answers)
        ask_still_there(turn);
    else
        turn.visit.overlay = {};
}

}  // namespace kiosk::visit
