// SPDX-License-Identifier: Apache-2.0
// What staff try out at the glass: a call for nobody, and the drill that goes through call, paper, warning signs and
// the red page of every language.
#include "visit/turn.hpp"

namespace kiosk::visit {

namespace {

using content::Urgency;

bool is_test_page_out(const Visit& visit) {
    const auto& job = visit.job;
    return job && std::holds_alternative<TestPageOrder>(job->order.what) && job->stage == PrintStage::printed;
}

/// Every answer that is an emergency, given alone: whether it leads to the red page.
void try_warning_signs(const content::Topic& topic, DrillLine& line) {
    for (std::size_t i = 0; i < topic.signs.size(); ++i) {
        const auto& sign = topic.signs[i];
        if (sign.urgency != Urgency::emergency) continue;
        ++line.warning_signs;
        Answers answers;
        answers.given.push_back({sign.question, Answer{Reply::yes, {}}, {}});
        if (topic[sign.question].kind == content::Kind::any_of) answers.given.back().answer->ticked = {{i}};
        if (urgency(topic, answers) == Urgency::emergency) ++line.signs_that_call;
    }
}

void write_down(Turn& turn) {
    turn.ask(effect::LogDrill{turn.visit.ticket, drill_line(turn.content, turn.visit)});
    turn.visit.place = place::StaffStatus{};
}

struct AtDrill {
    Turn& turn;

    void operator()(const action::Continue&) {
        auto& language = std::get<place::Drill>(turn.visit.place).language;
        if (++language.index == turn.content.languages.size()) turn.visit.place = place::DrillEnd{};
    }
    void operator()(const action::Close&) { turn.visit.place = place::StaffStatus{}; }
    void operator()(const action::Back&) { turn.visit.place = place::StaffStatus{}; }
    void operator()(const auto&) {}
};

struct AtDrillEnd {
    Turn& turn;

    void operator()(const action::Continue&) { write_down(turn); }
    void operator()(const action::Close&) { turn.visit.place = place::StaffStatus{}; }
    void operator()(const action::Back&) { turn.visit.place = place::StaffStatus{}; }
    void operator()(const auto&) {}
};

}  // namespace

bool is_passed(const DrillLine& line) {
    return line.had_desk && line.shown_after && line.answered_after && (!line.had_printer || line.page_came_out) &&
           line.signs_that_call == line.warning_signs && line.red_pages_seen == line.languages;
}

DrillLine drill_line(const content::Content& content, const Visit& visit) {
    DrillLine line;
    line.had_desk = visit.around.desk != Desk::none;
    line.had_printer = visit.around.printer == PrinterKind::real;  // a folder gives nobody paper
    line.page_came_out = is_test_page_out(visit);
    if (const auto& call = visit.test_call) {
        if (call->shown_at) line.shown_after = *call->shown_at - call->raised_at;
        if (call->answered_at) line.answered_after = *call->answered_at - call->raised_at;
    }
    for (const auto& topic : content.topics) try_warning_signs(topic, line);
    line.languages = static_cast<int>(content.languages.size());
    const auto* drill = std::get_if<place::Drill>(&visit.place);
    line.red_pages_seen = drill ? static_cast<int>(drill->language.index) : line.languages;
    return line;
}

void act(Turn& turn, const place::Drill&, const Action& action) {
    std::visit(AtDrill{turn}, action);
}

void act(Turn& turn, const place::DrillEnd&, const Action& action) {
    std::visit(AtDrillEnd{turn}, action);
}

void raise_test_call(Turn& turn) {
    auto& visit = turn.visit;
    end_test_call(turn);
    const int before = visit.test_call ? visit.test_call->number.number : 0;
    visit.test_call = Call{.number = {before + 1}, .raised_at = turn.now, .state = raised(visit.around.desk)};
    if (visit.around.desk != Desk::none) turn.ask(effect::RaiseTestCall{visit.ticket, visit.test_call->number});
}

void end_test_call(Turn& turn) {
    const auto& call = turn.visit.test_call;
    const bool is_there = call && call->state != CallState::closed && call->state != CallState::no_desk;
    if (is_there) turn.ask(effect::EndTestCall{turn.visit.ticket, call->number});
}

std::optional<Instant> test_call_deadline(const content::Content& content, const Visit& visit) {
    if (!visit.test_call) return {};
    return deadline(content.clinic.timing, *visit.test_call);
}

void start_drill(Turn& turn) {
    raise_test_call(turn);
    print_test_page(turn);
    turn.visit.place = place::Drill{};
}

void hear(Turn& turn, const event::TestCallReported& report) {
    auto& call = turn.visit.test_call;
    if (call && report.ticket == turn.visit.ticket && report.call == call->number) hear(*call, report.stage, turn.now);
}

}  // namespace kiosk::visit
