// SPDX-License-Identifier: Apache-2.0
#include "proof/oracle.hpp"

#include <algorithm>

namespace kiosk::proof {

namespace {

using Of = overlay::Sure::Of;

bool is_plain(const Visit& visit) {
    return as<std::monostate>(visit.overlay) != nullptr;
}

/// What a key on the question makes of it; nothing: the key gives no answer.
std::optional<Answer> given_by(const Happened& h, const place::Asking& here) {
    const auto& question = topic_of(h, h.before)[here.question];
    if (const auto* say = tapped<action::Say>(h)) {
        if (question.kind != Kind::yes_no) return {};
        if (say->reply == Reply::tell_staff && !question.is_private) return {};
        return Answer{say->reply, {}};
    }
    if (!tapped<action::Continue>(h)) return {};
    if (here.draft.whole) return Answer{*here.draft.whole, {}};
    if (here.draft.ticked.empty()) return {};
    return Answer{Reply::yes, here.draft.ticked};
}

std::string taken_down(const Happened& h) {
    const auto* here = as<place::Asking>(h.before.place);
    if (!here || !is_plain(h.before)) return {};
    const auto given = given_by(h, *here);
    const auto& after = h.after.visit;
    const auto* now = after.answers.now(here->question);
    if (given && (!now || *now != *given)) return "an answer was not taken down as it was given";
    const auto* next = as<place::Asking>(after.place);
    if (!given || !next) return {};
    for (std::size_t i = 0; i < next->question.index; ++i)
        if (!after.answers.now({i})) return "a question was passed over";
    return {};
}

std::string ticks(const Happened& h) {
    const auto* here = as<place::Asking>(h.before.place);
    const auto& after = h.after.visit;
    if (!here || !is_plain(h.before) || after.ticket != h.before.ticket) return {};
    const auto* next = as<place::Asking>(after.place);
    const bool same = next && next->question == here->question;
    if (const auto* tick = tapped<action::Tick>(h)) {
        const auto& signs = topic_of(h, h.before)[here->question].signs;
        const bool offered = topic_of(h, h.before)[here->question].kind == Kind::any_of &&
                             std::find(signs.begin(), signs.end(), tick->sign) != signs.end();
        const auto has = [&](const place::Asking& at) {
            return std::find(at.draft.ticked.begin(), at.draft.ticked.end(), tick->sign) != at.draft.ticked.end();
        };
        if (offered && (!same || has(*next) == has(*here))) return "a touch on a choice was lost";
    }
    if (!tapped<action::Back>(h) || (here->draft.ticked.empty() && !here->draft.whole)) return {};
    const auto* answer = after.answers.now(here->question);
    const bool answered = answer && (answer->ticked.empty() ? here->draft == Draft{{}, answer->reply}
                                                            : here->draft == Draft{answer->ticked, {}});
    const bool kept = std::any_of(after.drafts.begin(), after.drafts.end(), [&](const place::Asking& left) {
        return left.question == here->question && left.draft == here->draft;
    });
    return answered || kept ? "" : "ticks were lost on the way back";
}

std::string outcome(const Happened& h) {
    const auto& after = h.after.visit;
    if (as<place::SeeStaff>(after.place) && !check_is_finished(topic_of(h, after), after.answers))
        return "the outcome was shown before the check was finished";
    return {};
}

bool may_start_over(const Visit& visit) {
    return !as<place::Welcome>(visit.place) && !as<place::Emergency>(visit.place) &&
           !as<place::Unfinished>(visit.place) && !as<place::Cleaning>(visit.place) && is_plain(visit);
}

std::string start_over(const Happened& h) {
    const auto& after = h.after.visit;
    const bool ended = after.ticket != h.before.ticket;
    const auto* sure = as<overlay::Sure>(after.overlay);
    if (tapped<action::Finish>(h) && may_start_over(h.before)) {
        const bool asked = as<place::SeeStaff>(h.before.place) && sure && sure->of == Of::finished;
        if (!asked && !(ended && as<place::Welcome>(after.place))) return "start over did not start over";
    }
    if (tapped<action::Back>(h) && may_start_over(h.before) && after.place == h.before.place &&
        after.trail.size() == h.before.trail.size() && !ended)
        return "Back did nothing";
    const auto* asked = as<overlay::StillThere>(h.before.overlay);
    const bool over = as<event::Woken>(h.event) && asked && asked->until <= h.now && !as<place::Emergency>(after.place);
    if (over && !ended) return "the countdown ended and nothing happened";
    const bool said_so = asked && tapped<action::Finish>(h) && !as<place::Emergency>(after.place);
    return said_so && !ended ? "start over did not start over" : "";
}

std::string leaving_red(const Happened& h) {
    const auto& after = h.after.visit;
    const auto* asked = as<overlay::Sure>(h.before.overlay);
    const auto* confirm = tapped<action::Confirm>(h);
    const bool red = as<place::Emergency>(h.before.place);
    const bool goes_on = asked && (asked->of == Of::touched_by_mistake || asked->of == Of::seen_patient);
    const bool ends = asked && confirm && confirm->yes && !goes_on;
    if (ends && !as<place::Welcome>(after.place)) return "yes, finished or with staff, did not lead to welcome";
    const auto* sure = as<overlay::Sure>(after.overlay);
    if (red && is_plain(h.before) && tapped<action::StaffAreWithMe>(h) && !(sure && sure->of == Of::staff_are_with_me))
        return "staff are with me did nothing";
    if (as<place::Unfinished>(h.before.place) && is_plain(h.before) && as<event::Touched>(h.event) &&
        !as<place::Welcome>(after.place))
        return "a touch did not lead from the notice to welcome";
    return {};
}

bool is_of_look(const Happened& h) {
    const bool in_panel = as<overlay::Settings>(h.before.overlay) != nullptr;
    if (tapped<action::OpenPanel>(h) || tapped<action::ToggleLowered>(h)) return true;
    return in_panel && (tapped<action::SetTextSize>(h) || tapped<action::SetContrast>(h) ||
                        tapped<action::ToggleStill>(h) || tapped<action::ChooseLanguage>(h));
}

std::string look(const Happened& h) {
    if (!is_of_look(h)) return {};
    const auto& before = h.before;
    const auto& after = h.after.visit;
    const auto* was = as<place::Asking>(before.place);
    const auto* is = as<place::Asking>(after.place);
    const bool same_place = after.place.index() == before.place.index() && after.trail.size() == before.trail.size() &&
                            (!was || (is->question == was->question && is->draft == was->draft));
    const bool same = after.ticket == before.ticket && after.answers == before.answers && after.who == before.who &&
                      after.release == before.release && after.chosen == before.chosen &&
                      after.with_care == before.with_care && after.drafts.size() == before.drafts.size() &&
                      after.review == before.review && after.call == before.call && after.job == before.job;
    return same_place && same && h.after.effects.empty() ? "" : "how the glass looks changed more than the glass";
}

}  // namespace

std::string broken_way_rule(const Happened& happened) {
    for (const auto rule : {taken_down, ticks, outcome, start_over, leaving_red, look})
        if (auto sentence = rule(happened); !sentence.empty()) return sentence;
    return {};
}

}  // namespace kiosk::proof
