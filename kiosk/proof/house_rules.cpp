// SPDX-License-Identifier: Apache-2.0
#include "proof/oracle.hpp"

#include <algorithm>
#include <set>

namespace kiosk::proof {

namespace {

std::string forgetting(const Happened& h) {
    const auto& visit = h.after.visit;
    const auto& effects = h.after.effects;
    const bool forgot = !effects.empty() && effects.back() == Effect{effect::Forget{h.before.ticket}};
    const bool another = as<place::Unfinished>(h.before.place) && as<place::Welcome>(visit.place);
    if (another && visit.listening != Listening{}) return "the next person is read to as the one before";
    if (forgot == (visit.ticket == h.before.ticket)) return "a visit ended without Forget, or Forget without an end";
    if (!forgot) return {};
    if (visit.ticket.number != h.before.ticket.number + 1) return "the next person has not the next ticket";
    auto blank = visit;
    if (as<place::Unfinished>(blank.place)) {
        // Still the same person, who hears where help is as they heard the rest.
        blank.place = place::Welcome{};
        blank.listening = {};
        blank.focus.reset();
    }
    auto around = h.before.around;
    around.note_left = visit.around.note_left;
    if (blank != fresh(visit.ticket, around, h.now)) return "something was not forgotten";
    const bool left_to_staff = visit.around.note_left != h.before.around.note_left && visit.around.note_left;
    if (left_to_staff) return is_note_coming_out(h.before) ? "" : "paper that nobody sees moving was left";
    const bool cancelled = std::any_of(effects.begin(), effects.end(),
                                       [](const Effect& e) { return as<effect::CancelPrint>(e) != nullptr; });
    if (h.before.job && !is_over(*h.before.job) && !cancelled) return "paper of the one who left was not cancelled";
    return {};
}

std::string counting(const Happened& h) {
    const auto& before = h.before;
    const bool ended = h.after.visit.ticket != before.ticket;
    int times = 0;
    for (const auto& effect : h.after.effects) {
        const auto* tally = as<effect::Tally>(effect);
        if (!tally) continue;
        ++times;
        const bool red = as<place::Emergency>(before.place);
        if (red && tally->visit.outcome != CountedOutcome::emergency) return "a red page was counted as something else";
        if (tally->visit.language != before.look.language) return "a visit was counted in another language";
    }
    if (times > (ended ? 1 : 0)) return "a visit was counted twice, or before it ended";
    const bool answered = before.who || !before.answers.given.empty();
    return ended && answered && times == 0 ? "somebody who answered was not counted" : "";
}

Ticket ticket_of(const Effect& effect) {
    return std::visit(
        [](const auto& e) {
            if constexpr (requires { e.order; })
                return e.order.ticket;
            else
                return e.ticket;
        },
        effect);
}

std::string effects(const Happened& h) {
    const bool desk = h.before.around.desk != Desk::none || h.after.visit.around.desk != Desk::none;
    int told = h.before.desk_told ? 1 : 0;
    for (const auto& effect : h.after.effects) {
        const auto& left = h.before.around.note_left;
        const bool ends_note_left = left && ticket_of(effect) == left->ticket && h.after.visit.around.note_left != left;
        if (ticket_of(effect) != h.before.ticket && !ends_note_left) return "an effect had another person's ticket";
        const bool to_desk =
            as<effect::RaiseCall>(effect) || as<effect::TellDesk>(effect) || as<effect::TellStopped>(effect);
        if (to_desk && !desk) return "the desk was told although there is none";
        if (as<effect::TellDesk>(effect) && ++told > 1) return "the desk was told of amber twice";
    }
    return {};
}

std::string truth(const Happened& h) {
    const auto& visit = h.after.visit;
    if (visit.ticket != h.before.ticket) return {};
    const auto* report = as<event::DeskReported>(h.event);
    const auto was = h.before.call ? h.before.call->state : CallState::calling;
    const auto is = visit.call ? visit.call->state : CallState::calling;
    if (is != was && is == CallState::shown && !(report && report->stage == DeskStage::shown))
        return "staff told, but no desk said so";
    if (is != was && is == CallState::coming && !(report && report->stage == DeskStage::acknowledged))
        return "someone is coming, but nobody said so";
    if (!visit.job || !h.before.job || visit.job->number != h.before.job->number) return {};
    if (is_over(*h.before.job) && visit.job->stage != h.before.job->stage) return "a final word about paper changed";
    if (is_over(*visit.job) && !is_over(*h.before.job) && !as<event::PrintReported>(h.event))
        return "paper was said to be printed, but no printer said so";
    return {};
}

/// Only a PIN that the service called right opens what is for staff.
std::string staff(const Happened& h) {
    const auto* judged = as<event::PinJudged>(h.event);
    const bool right = judged && judged->ticket == h.before.ticket && judged->verdict == PinVerdict::right &&
                       judged->number == h.before.pin_tries && as<place::StaffPin>(h.before.place);
    const bool opened = is_staff_mode(h.after.visit.place) && !is_staff_mode(h.before.place);
    if (opened && !right) return "staff mode opened without a PIN";
    const auto asks = [](const Visit& visit) {
        const auto* sure = as<overlay::Sure>(visit.overlay);
        return sure && sure->of == overlay::Sure::Of::seen_patient;
    };
    if (asks(h.after.visit) && !asks(h.before) && !right) return "it asked whether staff saw the patient without a PIN";
    if (opened && (h.before.topic || !h.before.answers.given.empty())) return "staff mode opened in somebody's visit";
    const bool dead = as<place::Cleaning>(h.before.place) && !as<event::Woken>(h.event);
    const bool touched = as<event::Tapped>(h.event) || as<event::Touched>(h.event) || as<event::Pressed>(h.event);
    if (dead && touched && h.after.visit != h.before) return "the glass did something while it was cleaned";
    return {};
}

std::string strangers(const Happened& h) {
    const auto stale = [&](const auto* report) {
        return report && report->ticket != h.before.ticket && (h.after.visit != h.before || !h.after.effects.empty());
    };
    if (stale(as<event::PrintReported>(h.event)) || stale(as<event::DeskReported>(h.event)) ||
        stale(as<event::PinJudged>(h.event)) || stale(as<event::TestCallReported>(h.event)))
        return "a report about an earlier patient changed something";
    return {};
}

std::string waking(const Happened& h) {
    const auto is_due = [&](const Visit& visit) {
        const auto due = wake_at(h.content, visit);
        return due && *due <= h.now;
    };
    const bool early = as<event::Woken>(h.event) && !is_due(h.before);
    if (early && (h.after.visit != h.before || !h.after.effects.empty()))
        return "woken before the time, it did something";
    const auto& place = h.after.visit.place;
    if (!as<place::Emergency>(place) && !as<place::Welcome>(place) && !wake_at(h.content, h.after.visit))
        return "a person would stay for ever";
    if (!is_due(h.after.visit)) return {};
    auto visit = h.after.visit;
    for (int times = 0; is_due(visit); ++times) {
        if (times == 4) return "it wants to be woken again and again for the same instant";
        visit = step(h.content, visit, event::Woken{}, h.now).visit;
    }
    return {};
}

std::string overlays(const Happened& h) {
    const auto& visit = h.after.visit;
    const bool panel = as<overlay::Settings>(h.before.overlay) || as<overlay::Why>(h.before.overlay);
    const bool tap = as<event::Tapped>(h.event) && !tapped<action::Help>(h);
    if (panel && tap && (visit.place.index() != h.before.place.index() || visit.answers != h.before.answers))
        return "a key under a panel did something";
    const bool asking = as<place::Asking>(visit.place), red = as<place::Emergency>(visit.place);
    if (as<overlay::Why>(visit.overlay) && !asking) return "why we ask lies over something else than a question";
    const auto* sure = as<overlay::Sure>(visit.overlay);
    const bool amber = as<place::SeeStaff>(visit.place);
    using Of = overlay::Sure::Of;
    const bool status = as<place::StaffStatus>(visit.place);
    if (sure && !(sure->of == Of::finished || sure->of == Of::seen_patient ? amber
                  : sure->of == Of::restart                                ? status
                                                                           : red))
        return "are you sure lies over something else than its page";
    if (!as<overlay::StillThere>(visit.overlay)) return {};
    if (red) return "the red page warns of a time-out";
    if (as<place::Welcome>(visit.place) || as<place::Unfinished>(visit.place)) return "welcome warns of a time-out";
    return visit.job && is_moving(*visit.job) ? "it warns of a time-out while pages move" : "";
}

std::string shape(const Happened& h) {
    const auto& visit = h.after.visit;
    const auto& topic = topic_of(h, visit);
    if (visit.trail.size() > 8 + topic.questions.size() + 2 * topic.handouts.size())
        return "the way back grows and grows";
    for (const auto& place : visit.trail)
        if (as<place::Emergency>(place) || as<place::Unfinished>(place)) return "Back would lead to the red page";
    for (const auto& place : visit.trail)
        if (as<place::StaffPin>(place) || is_staff_mode(place)) return "Back would lead to what is for staff";
    if (std::set(visit.chosen.begin(), visit.chosen.end()).size() != visit.chosen.size()) return "chosen twice";
    std::set<QuestionId> drafts;
    for (const auto& draft : visit.drafts)
        if (!drafts.insert(draft.question).second) return "two drafts of one question";
    const auto* printing = as<place::Printing>(visit.place);
    if (printing && (!visit.job || visit.job->number != printing->job)) return "printing shows a job that is not there";
    const auto* asking = as<place::Asking>(visit.place);
    if (!asking) return {};
    if (drafts.contains(asking->question)) return "a draft of the question on the glass lies elsewhere too";
    const auto& ticked = asking->draft.ticked;
    if (!ticked.empty() && asking->draft.whole) return "ticks and a whole answer at once";
    return std::is_sorted(ticked.begin(), ticked.end()) ? "" : "ticks out of order";
}

}  // namespace

std::string broken_house_rule(const Happened& happened) {
    for (const auto rule : {forgetting, counting, effects, truth, staff, strangers, waking, overlays, shape})
        if (auto sentence = rule(happened); !sentence.empty()) return sentence;
    return {};
}

}  // namespace kiosk::proof
