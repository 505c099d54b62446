// SPDX-License-Identifier: Apache-2.0
// Where the questions lead when none is an emergency: the amber page with its note, or the library.
#include "visit/turn.hpp"

#include <algorithm>

namespace kiosk::visit {

namespace {

using content::QuestionId, content::Urgency;

void show_amber(Turn& turn) {
    auto& visit = turn.visit;
    if (!visit.answers.amber_after) {
        visit.answers.amber_after = visit.answers.given.size();
        visit.amber_at = turn.now;
    }
    visit.place = place::SeeStaff{};
    tell_desk(turn);
}

/// The questions behind "What you told us", in the order asked.
std::vector<QuestionId> flagged(const Turn& turn) {
    const auto& topic = turn.topic();
    std::vector<bool> is_flagged(topic.questions.size());
    for (std::size_t i = 0; i < topic.questions.size(); ++i)
        is_flagged[i] = raised_urgency(topic, turn.visit.answers, QuestionId{i}) >= Urgency::today;
    for (const auto& rule : topic.together)
        if (rule.urgency >= Urgency::today && holds(topic, turn.visit.answers, rule))
            for (const auto* signs : {&rule.all, &rule.any})
                for (const auto sign : *signs)
                    if (raised(topic, turn.visit.answers, sign)) is_flagged[topic[sign].question.index] = true;
    std::vector<QuestionId> questions;
    for (std::size_t i = 0; i < is_flagged.size(); ++i)
        if (is_flagged[i]) questions.push_back({i});
    return questions;
}

struct AtSeeStaff {
    Turn& turn;

    void operator()(const action::PrintNote&) { print_note(turn); }
    void operator()(const action::ReadNote&) { turn.go(place::Note{}); }
    void operator()(const action::ChangeAnswers&) {
        turn.visit.review = flagged(turn);
        go_on(turn);
    }
    void operator()(const action::ShowHandouts&) { show_handouts(turn); }
    void operator()(const action::Read& chosen) { read(turn, chosen.handout); }
    void operator()(const action::TurnTo& to) {
        if (to.page >= 0) turn.visit.place = place::SeeStaff{to.page};
    }
    void operator()(const action::StaffKey&) {
        if (may_staff_release(turn.content, turn.visit)) show_staff_pin(turn, StaffWant::release);
    }
    void operator()(const action::Back&) { back(turn); }
    void operator()(const auto&) {}
};

struct AtNote {
    Turn& turn;

    void operator()(const action::Continue&) {
        note_known(turn);
        back(turn);
    }
    void operator()(const action::ShowHandouts&) {
        note_known(turn);
        show_handouts(turn);
    }
    void operator()(const action::PrintNote&) { print_note(turn); }
    void operator()(const action::TurnTo& to) {
        if (to.page >= 0) turn.visit.place = place::Note{to.page};
    }
    void operator()(const action::Close&) { back(turn); }
    void operator()(const action::Back&) { back(turn); }
    void operator()(const auto&) {}
};

/// What shows only what opens before a release now shows the rest, each headed "Tell your clinician first".
void open_up(const Cleared& cleared, Place& place) {
    if (auto* reading = std::get_if<place::Reading>(&place))
        reading->tell_clinician_first = cleared.tell_clinician_first();
    else if (auto* on_phone = std::get_if<place::OnPhone>(&place))
        on_phone->tell_clinician_first = cleared.tell_clinician_first();
    else if (std::holds_alternative<place::StaffFirst>(place))
        place = place::Library{cleared, {}, 0};
}

void release(Turn& turn, Release by) {
    turn.visit.release = by;
    const auto cleared = turn.cleared();
    if (!cleared) return;
    open_up(*cleared, turn.visit.place);
    for (auto& place : turn.visit.trail) open_up(*cleared, place);
}

bool may_be_released(const Turn& turn) {
    return turn.visit.answers.amber_after && turn.urgency() == Urgency::today &&
           !std::holds_alternative<place::Emergency>(turn.visit.place);
}

}  // namespace

void act(Turn& turn, const place::SeeStaff&, const Action& action) {
    std::visit(AtSeeStaff{turn}, action);
}

void act(Turn& turn, const place::Note&, const Action& action) {
    std::visit(AtNote{turn}, action);
}

void show_outcome(Turn& turn) {
    turn.visit.review.clear();
    turn.visit.trail = way_to_outcome(turn);
    if (const auto cleared = turn.cleared(); cleared && turn.urgency() < Urgency::today)
        turn.visit.place = place::Library{*cleared, {}, 0};
    else
        show_amber(turn);
}

void tell_desk(Turn& turn) {
    auto& visit = turn.visit;
    if (visit.around.desk == Desk::none || visit.desk_told || !visit.amber_at) return;
    visit.desk_told = true;
    turn.ask(effect::TellDesk{visit.ticket, record(visit)});
}

void note_known(Turn& turn) {
    const bool clinic_opens = turn.content.clinic.after_today == content::AfterToday::open_with_note;
    if (clinic_opens && may_be_released(turn) && turn.visit.release == Release::none) release(turn, Release::by_note);
}

bool may_staff_release(const content::Content& content, const Visit& visit) {
    const auto& topic = content[visit.topic.value_or(content::TopicId{})];
    return visit.around.staff_pin && visit.release == Release::none && urgency(topic, visit.answers) == Urgency::today;
}

void release_by_staff(Turn& turn) {
    if (may_be_released(turn)) release(turn, Release::by_staff);
}

}  // namespace kiosk::visit
