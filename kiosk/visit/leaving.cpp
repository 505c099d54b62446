// SPDX-License-Identifier: Apache-2.0
// The end of a visit: forgetting a person is replacing the value. And what is owed to one who stopped in the middle.
#include "visit/turn.hpp"

#include <algorithm>

namespace kiosk::visit {

namespace {

using content::QuestionId, content::Urgency;

/// Who only touched the glass, or set how it looks, told the kiosk nothing.
bool is_to_count(const Visit& visit) {
    const bool asked = std::holds_alternative<place::Asking>(visit.place);
    return asked || visit.who || !visit.answers.given.empty() || visit.call;
}

Counted counted(const Turn& turn) {
    const auto& visit = turn.visit;
    const bool red = std::holds_alternative<place::Emergency>(visit.place);
    auto outcome = CountedOutcome::not_finished;
    if (red || turn.urgency() == Urgency::emergency)
        outcome = CountedOutcome::emergency;
    else if (visit.topic && !visit.answers.given.empty() && !next_question(turn.topic(), visit.answers))
        outcome = turn.urgency() == Urgency::today ? CountedOutcome::today : CountedOutcome::none;
    return {visit.look.language, outcome};
}

void begin_next(Turn& turn) {
    auto& visit = turn.visit;
    cancel_paper(turn);
    end_test_call(turn);
    if (is_to_count(visit)) turn.ask(effect::Tally{visit.ticket, counted(turn)});
    turn.ask(effect::Forget{visit.ticket});
    visit = fresh({visit.ticket.number + 1}, visit.around, turn.now);
}

/// Takes ticks down as Continue would, except where that would make the answers less urgent.
void take_down_more(Turn& turn, const place::Asking& left) {
    const auto answer = as_answer(left.draft);
    if (!answer) return;
    auto with = turn.visit.answers;
    with.given.push_back({left.question, answer, turn.now});
    if (urgency(turn.topic(), with) >= turn.urgency()) take_down(turn, left.question, *answer);
}

/// The question whose ticks, not yet continued, make this an emergency; all ticks are taken down on the way.
std::optional<QuestionId> take_down_ticks(Turn& turn) {
    auto left = turn.visit.drafts;
    if (const auto* here = std::get_if<place::Asking>(&turn.visit.place)) left.push_back(*here);
    for (const auto& asking : left) {
        take_down_more(turn, asking);
        if (turn.urgency() == Urgency::emergency) return asking.question;
    }
    return {};
}

bool can_be_emergency(const content::Topic& topic, const content::Question& question) {
    auto most = question.urgency;
    for (const auto sign : question.signs) most = std::max(most, topic[sign].urgency);
    return most == Urgency::emergency;
}

/// On a question that can be an emergency, or with emergency questions still open after the first answer.
bool is_in_emergency_questions(const Turn& turn) {
    const auto& topic = turn.topic();
    const auto& answers = turn.visit.answers;
    const auto* here = std::get_if<place::Asking>(&turn.visit.place);
    if (here && can_be_emergency(topic, topic[here->question])) return true;
    if (!here && answers.given.empty() && turn.visit.drafts.empty()) return false;
    for (std::size_t i = 0; i < topic.questions.size(); ++i)
        if (topic.questions[i].urgency == Urgency::emergency && !answers.now({i})) return true;
    return false;
}

void tell_stopped(Turn& turn) {
    const auto& visit = turn.visit;
    if (visit.around.desk != Desk::none) turn.ask(effect::TellStopped{visit.ticket, record(visit)});
    // Who is told where help is must hear it as they heard the rest.
    const auto listening = visit.listening;
    const bool by_keypad = visit.focus.has_value();
    begin_next(turn);
    turn.visit.place = place::Unfinished{turn.now + turn.content.clinic.timing.unfinished_notice};
    turn.visit.listening = listening;
    if (by_keypad) turn.visit.focus = focus::Text{};
}

}  // namespace

bool is_blank(const Visit& visit) {
    auto blank = fresh(visit.ticket, visit.around, visit.started);
    blank.last_touch = visit.last_touch;
    blank.pressed = visit.pressed;
    return visit == blank;
}

void forget(Turn& turn) {
    begin_next(turn);
}

void back_to_welcome(Turn& turn) {
    auto at_welcome = turn.visit;
    at_welcome.place = place::Welcome{};
    if (!is_blank(at_welcome)) return forget(turn);
    turn.visit = fresh(turn.visit.ticket, turn.visit.around, turn.now);
}

void welcome_next(Turn& turn) {
    turn.visit.place = place::Welcome{};
    turn.visit.listening = {};
    turn.visit.started = turn.now;
}

void run_out(Turn& turn) {
    turn.visit.overlay = {};
    const bool was_flagged = turn.urgency() >= Urgency::today;
    const bool was_in_emergency_questions = is_in_emergency_questions(turn);
    if (const auto question = take_down_ticks(turn)) return show_red_page(turn, question);
    if (was_flagged || was_in_emergency_questions || turn.urgency() >= Urgency::today) return tell_stopped(turn);
    forget(turn);
}

}  // namespace kiosk::visit
