// SPDX-License-Identifier: Apache-2.0
// "Tell a staff member now": opened at once, never times out, left in two ways only.
#include "visit/turn.hpp"

#include <algorithm>

namespace kiosk::visit {

namespace {

using Of = overlay::Sure::Of;

void raise_call(Turn& turn) {
    auto& visit = turn.visit;
    visit.call->raised_at = turn.now;
    visit.call->state = raised(visit.around.desk);
    if (visit.around.desk != Desk::none) turn.ask(effect::RaiseCall{visit.ticket, visit.call->number, record(visit)});
}

void call_again(Turn& turn) {
    auto& call = *turn.visit.call;
    if (call.state == CallState::closed) {
        // Its record is gone with the call that staff closed. That staff have seen this patient stays: shown_at.
        ++call.number.number;
        call.answered_at.reset();
        call.closed_at.reset();
        return raise_call(turn);
    }
    if (call.state != CallState::not_sent && call.state != CallState::not_answered) return;
    call.state = CallState::calling;
    call.raised_at = turn.now;
    turn.ask(effect::RepeatCall{turn.visit.ticket, call.number});
}

struct AtRedPage {
    Turn& turn;

    void operator()(const action::StaffAreWithMe&) { turn.visit.overlay = overlay::Sure{Of::staff_are_with_me}; }
    void operator()(const action::TouchedByMistake&) {
        if (mistake_possible(turn.visit)) turn.visit.overlay = overlay::Sure{Of::touched_by_mistake};
    }
    void operator()(const action::CallAgain&) { call_again(turn); }
    void operator()(const action::PrintNote&) { print_note(turn); }
    void operator()(const auto&) {}
};

void leave_with_staff(Turn& turn) {
    const auto& visit = turn.visit;
    if (visit.call->state != CallState::no_desk) turn.ask(effect::CloseCall{visit.ticket, visit.call->number});
    leave_note_to_staff(turn);
    forget(turn);
}

void return_to_place_before(Turn& turn) {
    auto& visit = turn.visit;
    visit.place = std::move(visit.trail.back());
    visit.trail.pop_back();
    if (auto* printing = std::get_if<place::Printing>(&visit.place)) printing->job = visit.job->number;
}

void take_back(Turn& turn) {
    auto& visit = turn.visit;
    auto& call = *visit.call;
    if (call.state != CallState::no_desk) turn.ask(effect::CancelCall{visit.ticket, call.number});
    call.state = CallState::closed;
    visit.help_key = false;
    if (!call.raised_by) return return_to_place_before(turn);
    visit.answers.given.push_back({*call.raised_by, {}, turn.now});
    show_question(turn, *call.raised_by);
}

void close_what_is_no_longer_asked(Turn& turn) {
    const auto* sure = std::get_if<overlay::Sure>(&turn.visit.overlay);
    if (sure && sure->of == Of::touched_by_mistake && !mistake_possible(turn.visit)) turn.visit.overlay = {};
}

bool is_red(const Visit& visit) {
    return std::holds_alternative<place::Emergency>(visit.place) && visit.call;
}

}  // namespace

void act(Turn& turn, const place::Emergency&, const Action& action) {
    std::visit(AtRedPage{turn}, action);
}

void show_red_page(Turn& turn, std::optional<content::QuestionId> raised_by) {
    auto& visit = turn.visit;
    if (std::holds_alternative<place::Emergency>(visit.place)) return;
    if (std::holds_alternative<place::StaffPin>(visit.place)) back(turn);
    if (std::holds_alternative<place::Unfinished>(visit.place) || is_staff_mode(visit.place))
        visit.place = place::Welcome{};
    visit.overlay = {};
    turn.go(place::Emergency{});
    visit.emergency_at = turn.now;
    if (!raised_by) visit.help_key = true;
    cancel_handouts(turn);
    const int calls = visit.call ? visit.call->number.number : 0;
    visit.call = Call{.number = {calls + 1}, .raised_at = {}, .raised_by = raised_by};
    raise_call(turn);
    speak_up(turn);
}

void confirm(Turn& turn, overlay::Sure asked, bool yes) {
    turn.visit.overlay = {};
    if (yes && asked.of == Of::finished) return forget(turn);
    if (yes && asked.of == Of::seen_patient) return release_by_staff(turn);
    if (yes && asked.of == Of::restart) {
        turn.ask(effect::Restart{turn.visit.ticket});
        return forget(turn);
    }
    if (!yes || !is_red(turn.visit)) return;
    if (asked.of == Of::staff_are_with_me) return leave_with_staff(turn);
    if (mistake_possible(turn.visit)) take_back(turn);
}

void hear(Turn& turn, const event::DeskReported& report) {
    auto& visit = turn.visit;
    if (report.ticket != visit.ticket || !is_red(visit) || report.call != visit.call->number) return;
    hear(*visit.call, report.stage, turn.now);
    close_what_is_no_longer_asked(turn);
}

void hear(Turn& turn, const event::DeskIs& desk) {
    auto& visit = turn.visit;
    visit.around.desk = desk.is;
    tell_desk(turn);
    if (visit.test_call) hear(*visit.test_call, desk.is);
    if (!is_red(visit)) return;
    if (desk.is != Desk::none && visit.call->state == CallState::no_desk) raise_call(turn);
    hear(*visit.call, desk.is);
    close_what_is_no_longer_asked(turn);
}

std::optional<Instant> call_deadline(const content::Content& content, const Visit& visit) {
    if (!is_red(visit)) return {};
    const auto& timing = content.clinic.timing;
    if (visit.call->state == CallState::closed && visit.call->closed_at)
        return std::max(*visit.call->closed_at, visit.last_touch) + timing.call_closed_shown;
    return deadline(timing, *visit.call);
}

void call_deadline_passed(Turn& turn) {
    if (turn.visit.call->state == CallState::closed) {
        // A person at the desk said that they have been with this patient.
        leave_note_to_staff(turn);
        return forget(turn);
    }
    deadline_passed(*turn.visit.call);
}

}  // namespace kiosk::visit
