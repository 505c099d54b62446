// SPDX-License-Identifier: Apache-2.0
// Staff at the glass: the PIN, what it opens, and the end of it. The PIN is judged by the service, never here.
#include "visit/turn.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::visit {

namespace {

using Of = overlay::Sure::Of;

constexpr std::size_t pin_digits = 6;
constexpr Duration second{1'000};
constexpr Duration stick_is_checked{300'000};  ///< on a small machine

/// On their page staff wait for what comes of an update.
bool is_busy_with_stick(const Visit& visit) {
    const auto is = visit.around.status ? visit.around.status->stick : StickUpdate::not_here;
    return std::holds_alternative<place::StaffStatus>(visit.place) &&
           (is == StickUpdate::looking || is == StickUpdate::checking);
}

struct AtStaffPin {
    Turn& turn;
    place::StaffPin& pin() { return std::get<place::StaffPin>(turn.visit.place); }
    bool is_busy() { return pin().says == PinSays::checking; }

    void operator()(const action::Digit& key) {
        if (is_busy() || key.digit < 0 || key.digit > 9 || pin().digits.size() >= pin_digits) return;
        pin().says = PinSays::nothing;
        pin().digits += static_cast<char>('0' + key.digit);
    }
    void operator()(const action::DeleteDigit&) {
        if (!is_busy() && !pin().digits.empty()) pin().digits.pop_back();
    }
    void operator()(const action::EnterPin&) {
        if (is_busy() || pin().digits.size() != pin_digits) return;
        turn.ask(effect::TryPin{turn.visit.ticket, ++turn.visit.pin_tries, std::exchange(pin().digits, {})});
        pin().says = PinSays::checking;
    }
    void operator()(const action::Back&) { back(turn); }
    void operator()(const auto&) {}
};

struct AtStaffStatus {
    Turn& turn;

    void operator()(const action::PrintTestPage&) { print_test_page(turn); }
    void operator()(const action::TestCall&) { raise_test_call(turn); }
    void operator()(const action::StartDrill&) { start_drill(turn); }
    void operator()(const action::CleanGlass&) {
        turn.visit.place = place::Cleaning{turn.now + turn.content.clinic.timing.cleaning, turn.now + second};
    }
    void operator()(const action::UpdateFromStick&) { turn.ask(effect::UpdateFromStick{turn.visit.ticket}); }
    void operator()(const action::Restart&) { turn.visit.overlay = overlay::Sure{Of::restart}; }
    void operator()(const action::Close&) { forget(turn); }
    void operator()(const action::Back&) { forget(turn); }
    void operator()(const auto&) {}
};

void ask_whether_seen(Turn& turn) {
    back(turn);
    if (may_staff_release(turn.content, turn.visit)) turn.visit.overlay = overlay::Sure{Of::seen_patient};
}

void open_staff_mode(Turn& turn) {
    turn.visit.trail.clear();
    turn.visit.overlay = {};
    turn.visit.look = {};
    turn.visit.place = place::StaffStatus{};
    turn.visit.last_touch = turn.now;
}

}  // namespace

void act(Turn& turn, const place::StaffPin&, const Action& action) {
    std::visit(AtStaffPin{turn}, action);
}

void act(Turn& turn, const place::StaffStatus&, const Action& action) {
    std::visit(AtStaffStatus{turn}, action);
}

void show_staff_pin(Turn& turn, StaffWant want) {
    turn.go(place::StaffPin{want, {}});
}

void hear(Turn& turn, const event::StaffGesture&) {
    auto& visit = turn.visit;
    const bool at_welcome = std::holds_alternative<place::Welcome>(visit.place) && visit.overlay.index() == 0;
    if (!at_welcome || !visit.around.staff_pin) return;
    visit.last_touch = turn.now;
    show_staff_pin(turn, StaffWant::status);
}

void hear(Turn& turn, const event::StaffPinIs& pin) {
    turn.visit.around.staff_pin = pin.set;
    // Nobody would answer.
    if (!pin.set && std::holds_alternative<place::StaffPin>(turn.visit.place)) {
        turn.visit.overlay = {};
        back(turn);
    }
    auto* sure = std::get_if<overlay::Sure>(&turn.visit.overlay);
    if (!pin.set && sure && sure->of == Of::seen_patient) turn.visit.overlay = {};
}

void hear(Turn& turn, const event::PinJudged& judged) {
    auto* pin = std::get_if<place::StaffPin>(&turn.visit.place);
    const bool is_answer = pin && pin->says == PinSays::checking && judged.ticket == turn.visit.ticket &&
                           judged.number == turn.visit.pin_tries;
    if (!is_answer) return;
    if (judged.verdict == PinVerdict::right)
        return pin->want == StaffWant::release ? ask_whether_seen(turn) : open_staff_mode(turn);
    pin->says = judged.verdict == PinVerdict::wrong ? PinSays::wrong : PinSays::too_soon;
    pin->wait = judged.wait;
}

void hear(Turn& turn, const event::StatusIs& status) {
    const bool was_busy = is_busy_with_stick(turn.visit);
    turn.visit.around.status = status.status;
    // What came of it is there to be read for as long as after a touch.
    if (was_busy != is_busy_with_stick(turn.visit)) turn.visit.last_touch = turn.now;
}

std::optional<Instant> staff_deadline(const content::Content& content, const Visit& visit) {
    if (const auto* cleaning = std::get_if<place::Cleaning>(&visit.place))
        return std::min(cleaning->next, cleaning->until);
    if (is_staff_mode(visit.place))
        return visit.last_touch + content.clinic.timing.staff_idle +
               (is_busy_with_stick(visit) ? stick_is_checked : Duration{0});
    return {};
}

void staff_deadline_passed(Turn& turn) {
    auto* cleaning = std::get_if<place::Cleaning>(&turn.visit.place);
    if (cleaning == nullptr || cleaning->until <= turn.now) return forget(turn);
    while (cleaning->next <= turn.now) cleaning->next = cleaning->next + second;
}

}  // namespace kiosk::visit
