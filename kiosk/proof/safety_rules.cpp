// SPDX-License-Identifier: Apache-2.0
#include "proof/oracle.hpp"

#include <algorithm>

namespace kiosk::proof {

namespace {

std::string gate(const Happened& h) {
    const auto& visit = h.after.visit;
    const auto& topic = topic_of(h, visit);
    const bool library =
        as<place::Library>(visit.place) || as<place::Groups>(visit.place) || as<place::HeldBack>(visit.place);
    if (library && !check_is_finished(topic, visit.answers)) return "the library opened before the check was finished";
    const auto* reading = as<place::Reading>(visit.place);
    const auto* on_phone = as<place::OnPhone>(visit.place);
    const bool amber =
        (library || reading || on_phone) && (visit.amber_at || least_urgency(topic, visit.answers) >= Urgency::today);
    if (library && amber && visit.release == Release::none) return "the library opened before staff released it";
    if (reading) {
        if (auto why = why_closed(topic, visit, reading->handout.id()); !why.empty()) return why;
        if (visit.release != Release::none && amber && !reading->tell_clinician_first)
            return "a released handout did not say: tell your clinician first";
    }
    if (on_phone) {
        for (const auto& handout : on_phone->handouts)
            if (auto why = why_closed(topic, visit, handout.id()); !why.empty()) return "on a telephone: " + why;
        if (visit.release != Release::none && amber && !on_phone->tell_clinician_first)
            return "a released handout on a telephone did not say: tell your clinician first";
    }
    for (const auto id : visit.chosen)
        if (auto why = why_closed(topic, visit, id); !why.empty()) return "chosen: " + why;
    const auto* printing = visit.job && !is_over(*visit.job) && !visit.job->cancel_asked
                               ? as<HandoutOrder>(visit.job->order.what)
                               : nullptr;
    if (printing)
        for (const auto& handout : printing->handouts)
            if (auto why = why_closed(topic, visit, handout.id()); !why.empty()) return "still printing: " + why;
    for (const auto id : visit.chosen)
        if (asks_first(topic, visit.answers, id) &&
            std::find(visit.with_care.begin(), visit.with_care.end(), id) == visit.with_care.end())
            return "chosen without having seen: ask first";
    return {};
}

std::string orders(const Happened& h) {
    const auto& visit = h.after.visit;
    for (const auto& effect : h.after.effects) {
        const auto* print = as<effect::Print>(effect);
        if (!print) continue;
        if (h.before.around.printer == PrinterKind::none) return "something was printed without a printer";
        if (print->order.record.answers != visit.answers) return "an order did not carry the answers";
        const auto* handouts = as<HandoutOrder>(print->order.what);
        if (!handouts) continue;
        if (as<place::Emergency>(visit.place)) return "handouts were printed from the red page";
        for (const auto& handout : handouts->handouts)
            if (auto why = why_closed(topic_of(h, visit), visit, handout.id()); !why.empty()) return "printed: " + why;
    }
    return {};
}

/// By triage or by what was answered: neither may be passed over.
bool is_emergency(const Topic& topic, const Answers& answers) {
    return least_urgency(topic, answers) == Urgency::emergency || urgency(topic, answers) == Urgency::emergency;
}

/// Staff closed the call, and the page said so long enough.
bool was_closed_by_staff(const Happened& h) {
    const auto& call = h.before.call;
    const bool closed = call && call->state == CallState::closed && call->closed_at;
    return closed && as<event::Woken>(h.event) && h.now - *call->closed_at >= h.content.clinic.timing.call_closed_shown;
}

std::string emergencies(const Happened& h) {
    const auto& visit = h.after.visit;
    const bool red = as<place::Emergency>(visit.place);
    const bool was_red = as<place::Emergency>(h.before.place);
    const bool anew = was_red || visit.answers != h.before.answers || visit.ticket != h.before.ticket;
    if (!red && anew && is_emergency(topic_of(h, visit), visit.answers))
        return "an emergency answer did not lead to the red page";
    if (red && (!visit.call || visit.trail.empty())) return "the red page has no call or no way back";
    const bool dead = as<place::Cleaning>(h.before.place);
    if (tapped<action::Help>(h) && !red && !dead) return "help did not lead to the red page";
    const bool raised = std::any_of(h.after.effects.begin(), h.after.effects.end(),
                                    [](const Effect& e) { return as<effect::RaiseCall>(e) != nullptr; });
    if (red && !was_red && raised != (visit.around.desk != Desk::none))
        return "the red page did not call where there is a desk";
    const bool paper = h.before.job && !is_over(*h.before.job) && as<HandoutOrder>(h.before.job->order.what);
    const bool cancelled = std::any_of(h.after.effects.begin(), h.after.effects.end(),
                                       [](const Effect& e) { return as<effect::CancelPrint>(e) != nullptr; });
    if (red && !was_red && paper && !cancelled) return "the red page did not cancel the handouts";
    const auto* asked = as<overlay::Sure>(visit.overlay);
    if (asked && asked->of == overlay::Sure::Of::touched_by_mistake && !mistake_possible(visit))
        return "it asks about a mistake that can no longer be taken back";
    if (!was_red || red) return {};
    if (was_closed_by_staff(h) && visit.ticket != h.before.ticket) return {};
    const auto* confirm = tapped<action::Confirm>(h);
    const auto* sure = as<overlay::Sure>(h.before.overlay);
    if (!confirm || !confirm->yes || !sure) return "the red page was left without a Yes";
    if (sure->of == overlay::Sure::Of::staff_are_with_me)
        return visit.ticket == h.before.ticket ? "staff are with me did not end the visit" : "";
    if (h.before.call->shown_at) return "a call that staff saw was taken back";
    return visit.ticket == h.before.ticket ? "" : "a mistake ended the visit";
}

/// Ticks of the question on the glass that would be an emergency.
bool has_emergency_ticked(const Happened& h) {
    const auto* asking = as<place::Asking>(h.before.place);
    if (!asking) return false;
    auto answers = h.before.answers;
    const auto& draft = asking->draft;
    if (draft.whole)
        answers.given.push_back({asking->question, Answer{*draft.whole, {}}, h.now});
    else if (!draft.ticked.empty())
        answers.given.push_back({asking->question, Answer{Reply::yes, draft.ticked}, h.now});
    return least_urgency(topic_of(h, h.before), answers) == Urgency::emergency;
}

std::string walking_away(const Happened& h) {
    const bool gone = as<event::Woken>(h.event) && h.after.visit.ticket != h.before.ticket;
    if (!gone || was_closed_by_staff(h)) return {};
    if (has_emergency_ticked(h)) return "an emergency that was ticked was forgotten";
    const bool unfinished = as<place::Unfinished>(h.after.visit.place);
    if (!unfinished && h.before.topic && least_urgency(topic_of(h, h.before), h.before.answers) >= Urgency::today)
        return "a flag was forgotten without a word";
    const auto* asking = as<place::Asking>(h.before.place);
    if (!unfinished && asking && topic_of(h, h.before)[asking->question].urgency == Urgency::emergency)
        return "someone stopped at an emergency question and nobody was told";
    return {};
}

std::string amber(const Happened& h) {
    const auto& visit = h.after.visit;
    if (visit.ticket != h.before.ticket || !visit.topic) return {};
    if (visit.answers == h.before.answers && visit.amber_at == h.before.amber_at) return {};
    const auto level = urgency(topic_of(h, visit), visit.answers);
    if (level < least_urgency(topic_of(h, visit), visit.answers)) return "the urgency is less than what was answered";
    if (visit.amber_at && level < Urgency::today) return "after amber the urgency fell below today";
    const bool mistake = as<place::Emergency>(h.before.place) && !as<place::Emergency>(visit.place);
    if (h.before.amber_at && !mistake && level < urgency(topic_of(h, h.before), h.before.answers))
        return "after amber the urgency fell";
    if (h.before.amber_at != visit.amber_at && h.before.amber_at) return "amber was shown a second first time";
    if (visit.answers.given.size() < h.before.answers.given.size()) return "an answer was lost";
    if (!std::equal(h.before.answers.given.begin(), h.before.answers.given.end(), visit.answers.given.begin()))
        return "an answer was written over";
    return {};
}

std::string releases(const Happened& h) {
    const auto was = h.before.release, is = h.after.visit.release;
    if (is != Release::none && h.after.visit.answers != h.before.answers) return "a release held for other answers";
    if (is == was || is == Release::none) return {};
    const auto* sure = as<overlay::Sure>(h.before.overlay);
    const auto* confirm = tapped<action::Confirm>(h);
    const bool by_staff = sure && sure->of == overlay::Sure::Of::seen_patient && confirm && confirm->yes;
    if (is == Release::by_staff && !by_staff) return "released, but not by staff";
    if (is == Release::by_note && h.content.clinic.after_today != content::AfterToday::open_with_note)
        return "the note released, but the clinic did not choose so";
    return h.after.visit.amber_at ? "" : "released before amber was shown";
}

}  // namespace

std::string broken_safety_rule(const Happened& happened) {
    for (const auto rule : {gate, orders, emergencies, walking_away, amber, releases})
        if (auto sentence = rule(happened); !sentence.empty()) return sentence;
    return {};
}

}  // namespace kiosk::proof
