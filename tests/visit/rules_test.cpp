// SPDX-License-Identifier: Apache-2.0
#include "rules.hpp"

#include "play.hpp"

#include <algorithm>
#include <set>

namespace kiosk::visit {

namespace {

using content::HandoutId, content::Kind, content::QuestionId, content::SignId, content::Topic, content::Urgency;

template <class Is, class Variant>
const Is* as(const Variant& variant) {
    return std::get_if<Is>(&variant);
}

template <class Is>
const Is* tapped(const Happened& h) {
    const auto* tap = as<event::Tapped>(h.event);
    return tap ? as<Is>(tap->action) : nullptr;
}

const Topic& topic_of(const Happened& h, const Visit& visit) {
    return h.content[visit.topic.value_or(content::TopicId{})];
}

/// Yes, or unsure enough to count as yes, by the answer that counts now.
bool said_yes(const Topic& topic, const Answers& answers, SignId sign) {
    const auto& question = topic[topic[sign].question];
    const auto* answer = answers.now(topic[sign].question);
    if (!answer || answer->reply == Reply::no) return false;
    if (answer->reply != Reply::yes || question.kind == Kind::yes_no) return true;
    return std::find(answer->ticked.begin(), answer->ticked.end(), sign) != answer->ticked.end();
}

bool is_answered(const Topic& topic, const Answers& answers, SignId sign) {
    return answers.now(topic[sign].question) != nullptr;
}

/// By the answers of now alone: never more than the visit's urgency.
Urgency least_urgency(const Topic& topic, const Answers& answers) {
    auto most = Urgency::none;
    for (std::size_t i = 0; i < topic.signs.size(); ++i)
        if (said_yes(topic, answers, {i})) most = std::max(most, topic.signs[i].urgency);
    for (std::size_t i = 0; i < topic.questions.size(); ++i)
        if (const auto* answer = answers.now({i}))
            if (answer->reply == Reply::not_sure || answer->reply == Reply::tell_staff)
                most = std::max({most, topic.questions[i].urgency,
                                 answer->reply == Reply::tell_staff ? Urgency::today : Urgency::none});
    for (const auto& rule : topic.together) {
        const auto yes = [&](SignId s) { return said_yes(topic, answers, s); };
        if (std::all_of(rule.all.begin(), rule.all.end(), yes) &&
            (rule.any.empty() || std::any_of(rule.any.begin(), rule.any.end(), yes)))
            most = std::max(most, rule.urgency);
    }
    return most;
}

bool check_is_finished(const Topic& topic, const Answers& answers) {
    for (std::size_t i = 0; i < topic.questions.size(); ++i) {
        const auto* answer = answers.now({i});
        if (!answer) return false;
        if (topic.questions[i].ends_check && answer->reply != Reply::no) return true;
    }
    return true;
}

bool is_withheld(const Topic& topic, const Answers& answers, HandoutId id) {
    for (const auto& caution : topic[id].withhold)
        for (const auto sign : caution.signs)
            if (said_yes(topic, answers, sign) || !is_answered(topic, answers, sign)) return true;
    return false;
}

/// Why this handout must not be open to this person; empty: it may.
std::string why_closed(const Topic& topic, const Visit& visit, HandoutId id) {
    const auto urgency = least_urgency(topic, visit.answers);
    if (!check_is_finished(topic, visit.answers)) return "a handout was open before the check was finished";
    if (urgency == Urgency::emergency) return "a handout was open in an emergency";
    if (is_withheld(topic, visit.answers, id)) return "a withheld handout was open";
    const bool amber = urgency >= Urgency::today || visit.amber_at;
    if (amber && visit.release == Release::none && !topic[id].always_open)
        return "a handout was open before staff released it";
    return {};
}

std::string gate(const Happened& h) {
    const auto& visit = h.after.visit;
    const auto& topic = topic_of(h, visit);
    const bool library =
        as<place::Library>(visit.place) || as<place::Groups>(visit.place) || as<place::HeldBack>(visit.place);
    if (library && !check_is_finished(topic, visit.answers)) return "the library opened before the check was finished";
    const bool amber = least_urgency(topic, visit.answers) >= Urgency::today || visit.amber_at;
    if (library && amber && visit.release == Release::none) return "the library opened before staff released it";
    if (const auto* reading = as<place::Reading>(visit.place)) {
        if (auto why = why_closed(topic, visit, reading->handout.id()); !why.empty()) return why;
        if (visit.release != Release::none && amber && !reading->tell_clinician_first)
            return "a released handout did not say: tell your clinician first";
    }
    for (const auto id : visit.chosen)
        if (auto why = why_closed(topic, visit, id); !why.empty()) return "chosen: " + why;
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

std::string emergencies(const Happened& h) {
    const auto& visit = h.after.visit;
    const bool red = as<place::Emergency>(visit.place);
    const bool was_red = as<place::Emergency>(h.before.place);
    if (!red && urgency(topic_of(h, visit), visit.answers) == Urgency::emergency)
        return "an emergency answer did not lead to the red page";
    if (red && (!visit.call || visit.trail.empty())) return "the red page has no call or no way back";
    if (tapped<action::Help>(h) && !red) return "help did not lead to the red page";
    const bool raised = std::any_of(h.after.effects.begin(), h.after.effects.end(),
                                    [](const Effect& e) { return as<effect::RaiseCall>(e) != nullptr; });
    if (red && !was_red && raised != visit.around.desk) return "the red page did not call where there is a desk";
    if (!was_red || red) return {};
    const auto* confirm = tapped<action::Confirm>(h);
    const auto* sure = as<overlay::Sure>(h.before.overlay);
    if (!confirm || !confirm->yes || !sure) return "the red page was left without a Yes";
    if (sure->of == overlay::Sure::Of::staff_are_with_me)
        return visit.ticket == h.before.ticket ? "staff are with me did not end the visit" : "";
    if (h.before.call->shown_at) return "a call that staff saw was taken back";
    return visit.ticket == h.before.ticket ? "" : "a mistake ended the visit";
}

std::string amber(const Happened& h) {
    const auto& visit = h.after.visit;
    if (visit.ticket != h.before.ticket || !visit.topic) return {};
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
    if (is == was || is == Release::none) return {};
    if (is == Release::by_staff && !as<event::StaffReleased>(h.event)) return "released, but not by staff";
    if (is == Release::by_note && h.content.clinic.after_today != content::AfterToday::open_with_note)
        return "the note released, but the clinic did not choose so";
    return h.after.visit.amber_at ? "" : "released before amber was shown";
}

std::string forgetting(const Happened& h) {
    const auto& visit = h.after.visit;
    const auto& effects = h.after.effects;
    const bool forgot = !effects.empty() && as<effect::Forget>(effects.back());
    if (forgot == (visit.ticket == h.before.ticket)) return "a visit ended without Forget, or Forget without an end";
    if (!forgot) return {};
    if (visit.ticket.number != h.before.ticket.number + 1) return "the next person has not the next ticket";
    auto blank = visit;
    if (as<place::Unfinished>(blank.place)) blank.place = place::Welcome{};
    if (blank != fresh(visit.ticket, h.before.around, h.now)) return "something was not forgotten";
    const bool cancelled = std::any_of(effects.begin(), effects.end(),
                                       [](const Effect& e) { return as<effect::CancelPrint>(e) != nullptr; });
    if (h.before.job && !is_over(*h.before.job) && !cancelled) return "paper of the one who left was not cancelled";
    return {};
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
    const bool desk = h.before.around.desk || h.after.visit.around.desk;
    int told = h.before.desk_told ? 1 : 0;
    for (const auto& effect : h.after.effects) {
        if (ticket_of(effect) != h.before.ticket) return "an effect had another person's ticket";
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

std::string strangers(const Happened& h) {
    const auto stale = [&](const auto* report) {
        return report && report->ticket != h.before.ticket && (h.after.visit != h.before || !h.after.effects.empty());
    };
    if (stale(as<event::PrintReported>(h.event)) || stale(as<event::DeskReported>(h.event)) ||
        stale(as<event::StaffReleased>(h.event)))
        return "a report about an earlier patient changed something";
    return {};
}

std::string waking(const Happened& h) {
    const auto due = wake_at(h.content, h.before);
    const bool early = as<event::Woken>(h.event) && (!due || *due > h.now);
    if (early && (h.after.visit != h.before || !h.after.effects.empty()))
        return "woken before the time, it did something";
    auto visit = h.after.visit;
    const bool red = as<place::Emergency>(visit.place);
    if (!red && !as<place::Welcome>(visit.place) && !wake_at(h.content, visit)) return "a person would stay for ever";
    for (int times = 0; wake_at(h.content, visit) && *wake_at(h.content, visit) <= h.now; ++times) {
        if (times == 4) return "it wants to be woken again and again for the same instant";
        visit = step(h.content, visit, event::Woken{}, h.now).visit;
    }
    return {};
}

std::string overlays(const Happened& h) {
    const auto& visit = h.after.visit;
    const bool asking = as<place::Asking>(visit.place), red = as<place::Emergency>(visit.place);
    if (as<overlay::Why>(visit.overlay) && !asking) return "why we ask lies over something else than a question";
    if (as<overlay::Sure>(visit.overlay) && !red) return "are you sure lies over something else than the red page";
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

std::string broken_rule(const Happened& happened) {
    for (const auto rule :
         {gate, orders, emergencies, amber, releases, forgetting, effects, truth, strangers, waking, overlays, shape})
        if (auto sentence = rule(happened); !sentence.empty()) return sentence;
    return {};
}

}  // namespace kiosk::visit

using namespace kiosk;
using namespace kiosk::visit;

namespace {

std::string judged(const Play& play, const Visit& after, const Event& event = event::Touched{}, Effects effects = {}) {
    return broken_rule({play.content, play.visit, event, play.now, Step{after, std::move(effects)}});
}

}  // namespace

TEST_CASE("the rules of the walk can be broken") {
    using namespace small_clinic;
    Play library, asking, red, amber;
    library.to_library();
    asking.begin();
    red.tap(action::Help{});
    amber.to_amber();

    auto sneaked = library.visit;
    sneaked.answers.given.pop_back();
    CHECK(judged(library, sneaked) == "the library opened before the check was finished");

    auto flagged = library.visit;
    flagged.answers.given.push_back({fever, Answer{Reply::yes, {}}, {}});
    CHECK(judged(library, flagged) == "the library opened before staff released it");

    auto calm = asking.visit;
    calm.answers.given.push_back({fall, Answer{Reply::yes, {}}, {}});
    CHECK(judged(asking, calm) == "an emergency answer did not lead to the red page");
    CHECK(judged(asking, asking.visit, event::Tapped{action::Help{}}) == "help did not lead to the red page");

    auto left = red.visit;
    left.place = place::Welcome{};
    CHECK(judged(red, left) == "the red page was left without a Yes");

    auto lowered = amber.visit;
    lowered.answers = {};
    lowered.answers.given = amber.visit.answers.given;
    lowered.answers.given.push_back({fever, Answer{Reply::no, {}}, {}});
    CHECK(judged(amber, lowered) == "after amber the urgency fell below today");

    auto released = amber.visit;
    released.release = Release::by_staff;
    CHECK(judged(amber, released) == "released, but not by staff");

    auto kept = fresh({8}, library.visit.around, library.now);
    kept.look.contrast = Contrast::high;
    CHECK(judged(library, kept, event::Touched{}, {effect::Forget{{7}}}) == "something was not forgotten");
    CHECK(judged(library, fresh({8}, library.visit.around, library.now)) ==
          "a visit ended without Forget, or Forget without an end");

    CHECK(judged(library, library.visit, event::Touched{}, {effect::CancelPrint{{6}, {1}}}) ==
          "an effect had another person's ticket");

    auto coming = red.visit;
    coming.call->state = CallState::coming;
    CHECK(judged(red, coming) == "someone is coming, but nobody said so");

    auto touched = library.visit;
    touched.look.lowered = true;
    CHECK(judged(library, touched, event::StaffReleased{{6}}) == "a report about an earlier patient changed something");
    CHECK(judged(library, touched, event::Woken{}) == "woken before the time, it did something");

    auto hidden = red.visit;
    hidden.overlay = overlay::StillThere{red.now + 30s, red.now + 1s};
    CHECK(judged(red, hidden) == "the red page warns of a time-out");

    auto twice = library.visit;
    twice.chosen = {walking, walking};
    CHECK(judged(library, twice) == "chosen twice");
}
