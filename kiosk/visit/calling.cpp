// SPDX-License-Identifier: Apache-2.0
// How far a call to the desk has come: the red page's, and the test call of staff.
#include "visit/turn.hpp"

namespace kiosk::visit {

CallState raised(Desk desk) {
    if (desk == Desk::none) return CallState::no_desk;
    return desk == Desk::deaf ? CallState::not_sent : CallState::calling;
}

void hear(Call& call, DeskStage stage, Instant now) {
    if (call.state == CallState::closed || call.state == CallState::no_desk) return;
    switch (stage) {
        case DeskStage::not_sent:
            if (call.state == CallState::calling) call.state = CallState::not_sent;
            break;
        case DeskStage::taken:
            break;
        case DeskStage::shown:
            if (call.state != CallState::calling && call.state != CallState::not_sent) break;
            call.state = CallState::shown;
            call.shown_at = now;
            break;
        case DeskStage::acknowledged:
        case DeskStage::closed:
            // A person at the desk did it, so it was shown there.
            if (!call.shown_at) call.shown_at = now;
            if (!call.answered_at) call.answered_at = now;
            call.state = stage == DeskStage::closed ? CallState::closed : CallState::coming;
            if (stage == DeskStage::closed) call.closed_at = now;
            break;
    }
}

void hear(Call& call, Desk desk) {
    if (desk != Desk::listens && (call.state == CallState::calling || call.state == CallState::shown))
        call.state = CallState::not_sent;
}

std::optional<Instant> deadline(const content::Timing& timing, const Call& call) {
    if (call.state == CallState::calling) return call.raised_at + timing.call_shown_within;
    if (call.state == CallState::shown) return *call.shown_at + timing.call_answered_within;
    return {};
}

void deadline_passed(Call& call) {
    call.state = call.state == CallState::calling ? CallState::not_sent : CallState::not_answered;
}

}  // namespace kiosk::visit
