// SPDX-License-Identifier: Apache-2.0
// The call of the red page: how far the glass says it has come, its deadlines, calling again, and a desk that comes,
// goes and hears nothing.
#include "play.hpp"

using namespace kiosk;
using namespace kiosk::visit;
using namespace small_clinic;

TEST_CASE("by mistake is offered only while no desk has shown the call") {
    struct Row {
        std::string sentence;
        std::vector<DeskStage> reports;
        Duration wait;
        bool offered;
    };
    const std::vector<Row> rows{
        {"calling", {}, 0s, true},
        {"not shown in time", {}, 10s, true},
        {"could not be sent", {DeskStage::not_sent}, 0s, true},
        {"shown", {DeskStage::shown}, 0s, false},
        {"shown, not answered in time", {DeskStage::shown}, 30s, false},
        {"someone is coming", {DeskStage::acknowledged}, 0s, false},
        {"closed by staff", {DeskStage::closed}, 0s, false},
        {"not sent at first, then shown", {DeskStage::not_sent, DeskStage::shown}, 0s, false},
    };
    for (const auto& row : rows) {
        INFO(row.sentence);
        auto visit = emergency();
        for (const auto report : row.reports) visit.desk_report(report);
        visit.wait(row.wait);
        CHECK(mistake_possible(visit.visit) == row.offered);
        visit.tap(action::TouchedByMistake{});
        CHECK(visit.under<overlay::Sure>() == row.offered);
        visit.tap(action::Confirm{true});
        CHECK((visit.place() == "question") == row.offered);
    }
}

TEST_CASE("shown while the patient is asked: the question closes") {
    auto visit = emergency();
    visit.tap(action::TouchedByMistake{});
    visit.desk_report(DeskStage::shown);
    CHECK(visit.under<std::monostate>());
    visit.tap(action::Confirm{true});
    CHECK(visit.place() == "red page");

    auto leaving = emergency();
    leaving.tap(action::StaffAreWithMe{});
    leaving.desk_report(DeskStage::shown);
    CHECK_MESSAGE(leaving.under<overlay::Sure>(), "the other question stays");
}

TEST_CASE("how far the call has come") {
    struct Row {
        std::string sentence;
        std::vector<DeskStage> reports;
        CallState state;
    };
    using enum DeskStage;
    const std::vector<Row> rows{
        {"raised", {}, CallState::calling},
        {"not sent", {not_sent}, CallState::not_sent},
        {"shown", {shown}, CallState::shown},
        {"shown after all", {not_sent, shown}, CallState::shown},
        {"shown twice", {shown, shown}, CallState::shown},
        {"a late not sent changes nothing", {shown, not_sent}, CallState::shown},
        {"acknowledged", {shown, acknowledged}, CallState::coming},
        {"acknowledged without shown", {acknowledged}, CallState::coming},
        {"a late shown changes nothing", {acknowledged, shown}, CallState::coming},
        {"closed", {shown, acknowledged, closed}, CallState::closed},
        {"closed stays closed", {closed, acknowledged}, CallState::closed},
    };
    for (const auto& row : rows) {
        INFO(row.sentence);
        auto visit = emergency();
        for (const auto report : row.reports) visit.desk_report(report);
        CHECK(visit.visit.call->state == row.state);
        CHECK(visit.place() == "red page");
    }
}

TEST_CASE("the call's deadlines, to the millisecond") {
    auto visit = emergency();
    CHECK(wake_at(visit.content, visit.visit) == visit.now + 10s);
    visit.wait(10s - 1ms);
    visit.happen(event::Woken{});
    CHECK(visit.visit.call->state == CallState::calling);
    visit.wait(1ms);
    CHECK(visit.visit.call->state == CallState::not_sent);

    auto shown = emergency();
    shown.wait(5s);
    shown.desk_report(DeskStage::shown);
    CHECK(wake_at(shown.content, shown.visit) == shown.now + 30s);
    shown.wait(30s - 1ms);
    shown.happen(event::Woken{});
    CHECK(shown.visit.call->state == CallState::shown);
    shown.wait(1ms);
    CHECK(shown.visit.call->state == CallState::not_answered);
    shown.desk_report(DeskStage::acknowledged);
    CHECK(shown.visit.call->state == CallState::coming);
}

TEST_CASE("calling again") {
    auto unsent = emergency();
    unsent.wait(10s);
    unsent.said();
    unsent.tap(action::CallAgain{});
    CHECK(unsent.said() == Words{"repeat call"});
    CHECK(unsent.visit.call->state == CallState::calling);
    CHECK(unsent.visit.call->number == CallNumber{1});
    CHECK(wake_at(unsent.content, unsent.visit) == unsent.now + 10s);
    unsent.tap(action::CallAgain{});
    CHECK_MESSAGE(unsent.said().empty(), "not while it calls");

    auto unanswered = emergency();
    unanswered.desk_report(DeskStage::shown);
    unanswered.wait(30s);
    unanswered.said();
    unanswered.tap(action::CallAgain{});
    CHECK(unanswered.said() == Words{"repeat call"});
    CHECK_FALSE(mistake_possible(unanswered.visit));

    auto closed = emergency();
    closed.desk_report(DeskStage::closed);
    closed.said();
    closed.tap(action::CallAgain{});
    CHECK(closed.said() == Words{"raise call"});
    CHECK(closed.visit.call->number == CallNumber{2});
    CHECK(closed.visit.call->state == CallState::calling);
    CHECK_FALSE(mistake_possible(closed.visit));
}

TEST_CASE("reports about others change nothing") {
    auto visit = emergency();
    const auto before = visit.visit;
    visit.happen(event::DeskReported{{6}, {1}, DeskStage::acknowledged});
    visit.happen(event::DeskReported{{7}, {2}, DeskStage::acknowledged});
    CHECK(visit.visit == before);
    visit.taps({action::TouchedByMistake{}, action::Confirm{true}});
    const auto back_at_question = visit.visit;
    visit.happen(event::DeskReported{{7}, {1}, DeskStage::shown});
    CHECK(visit.visit == back_at_question);
}

TEST_CASE("a clinic without a desk") {
    Play visit{.around = {PrinterKind::real, Desk::none}};
    visit.up_to(fall);
    visit.tap(action::Say{Reply::yes});
    CHECK(visit.place() == "red page");
    CHECK(visit.visit.call->state == CallState::no_desk);
    CHECK_FALSE(wake_at(visit.content, visit.visit));
    CHECK(visit.said().empty());

    auto by_mistake = visit;
    by_mistake.taps({action::TouchedByMistake{}, action::Confirm{true}});
    CHECK(by_mistake.question() == "fall");
    CHECK(by_mistake.said().empty());

    visit.taps({action::StaffAreWithMe{}, action::Confirm{true}});
    CHECK(visit.place() == "welcome");
    CHECK(visit.said() == Words{"forget"});
}

TEST_CASE("a desk that comes and goes while the page is red") {
    Play visit{.around = {PrinterKind::real, Desk::none}};
    visit.tap(action::Help{});
    visit.wait(5s);
    visit.happen(event::DeskIs{Desk::listens});
    CHECK(visit.said() == Words{"raise call"});
    CHECK(visit.visit.call->state == CallState::calling);
    CHECK(wake_at(visit.content, visit.visit) == visit.now + 10s);
    visit.happen(event::DeskIs{Desk::none});
    CHECK(visit.visit.call->state == CallState::not_sent);
    visit.happen(event::DeskIs{Desk::listens});
    visit.desk_report(DeskStage::acknowledged);
    visit.happen(event::DeskIs{Desk::none});
    CHECK_MESSAGE(visit.visit.call->state == CallState::coming, "a person said so");
}

TEST_CASE("with no page open at the desk the red page begins with the way to it, and tells it all the same") {
    Play visit{.around = {PrinterKind::real, Desk::deaf}};
    visit.tap(action::Help{});
    CHECK(visit.said() == Words{"raise call"});
    CHECK(visit.visit.call->state == CallState::not_sent);
    CHECK_FALSE(wake_at(visit.content, visit.visit));
    visit.happen(event::DeskIs{Desk::listens});
    CHECK_MESSAGE(visit.visit.call->state == CallState::not_sent, "until a page has shown it");
    visit.desk_report(DeskStage::shown);
    CHECK(visit.visit.call->state == CallState::shown);
}

TEST_CASE("a desk that goes deaf takes back what the glass may say, but not that a person comes") {
    auto visit = emergency();
    visit.happen(event::DeskIs{Desk::deaf});
    CHECK(visit.visit.call->state == CallState::not_sent);
    visit.desk_report(DeskStage::shown);
    visit.happen(event::DeskIs{Desk::deaf});
    CHECK(visit.visit.call->state == CallState::not_sent);
    visit.desk_report(DeskStage::acknowledged);
    visit.happen(event::DeskIs{Desk::deaf});
    CHECK(visit.visit.call->state == CallState::coming);
}

TEST_CASE("that the desk has a call, and no page has shown it, is no receipt") {
    auto visit = emergency();
    visit.desk_report(DeskStage::taken);
    CHECK(visit.visit.call->state == CallState::calling);
    visit.wait(10s);
    visit.desk_report(DeskStage::taken);
    CHECK(visit.visit.call->state == CallState::not_sent);
}

TEST_CASE("a call that staff closed stays on the glass for 60 s after the last touch, then the visit is over") {
    auto visit = emergency();
    visit.desk_report(DeskStage::acknowledged);
    visit.desk_report(DeskStage::closed);
    visit.said();
    visit.wait(60s - 1ms);
    visit.happen(event::Touched{});
    visit.wait(60s - 1ms);
    CHECK(visit.place() == "red page");
    visit.wait(1ms);
    CHECK(visit.place() == "welcome");
    CHECK(visit.said() == Words{"forget"});
}

TEST_CASE("a call raised anew after staff closed one is not answered yet; that staff have seen it once stays") {
    auto visit = emergency();
    visit.desk_report(DeskStage::closed);
    visit.wait(5s);
    visit.tap(action::CallAgain{});
    CHECK(!visit.visit.call->answered_at);
    CHECK(visit.visit.call->shown_at);
    visit.wait(5s);
    visit.desk_report(DeskStage::acknowledged);
    CHECK(visit.visit.call->answered_at == visit.now);
}

TEST_CASE("calling again takes that countdown away") {
    auto visit = emergency();
    visit.desk_report(DeskStage::closed);
    visit.tap(action::CallAgain{});
    visit.desk_report(DeskStage::acknowledged);
    visit.wait(300s);
    CHECK(visit.place() == "red page");
    CHECK(visit.visit.call->state == CallState::coming);
}
