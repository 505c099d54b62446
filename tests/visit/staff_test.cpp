// SPDX-License-Identifier: Apache-2.0
// Staff at the glass: the PIN, what it opens, and that nothing else does.
#include "play.hpp"

using namespace kiosk;
using namespace kiosk::visit;
using namespace small_clinic;

namespace {

Play in_staff_mode(const Surroundings& around = {PrinterKind::real, Desk::listens, true}) {
    Play play{.around = around};
    play.happen(event::StaffGesture{});
    play.type_pin();
    play.judge_pin(PinVerdict::right);
    play.said();
    return play;
}

template <class Kind>
const Kind& only(const Play& play) {
    const auto is = [](const Effect& effect) { return std::holds_alternative<Kind>(effect); };
    REQUIRE(std::count_if(play.effects.begin(), play.effects.end(), is) == 1);
    return std::get<Kind>(*std::find_if(play.effects.begin(), play.effects.end(), is));
}

}  // namespace

TEST_CASE("the hidden touches lead to the PIN, at welcome and where a PIN is set") {
    Play play;
    play.happen(event::StaffGesture{});
    CHECK(play.at<place::StaffPin>().want == StaffWant::status);
    play.tap(action::Back{});
    CHECK(play.place() == "welcome");

    Play without{.around = {PrinterKind::real, Desk::listens, false}};
    without.happen(event::StaffGesture{});
    CHECK(without.place() == "welcome");

    Play asked;
    asked.begin();
    asked.happen(event::StaffGesture{});
    CHECK_MESSAGE(asked.question() == "chest", "a patient is in the middle of the questions");
}

TEST_CASE("six digits are asked for, and only the service judges them") {
    Play play;
    play.happen(event::StaffGesture{});
    for (int i = 0; i < 5; ++i) play.tap(action::Digit{7, i});
    play.tap(action::EnterPin{});
    CHECK_MESSAGE(play.said().empty(), "five digits are no PIN");
    play.tap(action::DeleteDigit{});
    play.taps({action::Digit{1, 4}, action::Digit{2, 5}, action::Digit{9, 6}});
    CHECK(play.at<place::StaffPin>().digits == "777712");
    play.tap(action::EnterPin{});
    CHECK(only<effect::TryPin>(play) == effect::TryPin{{7}, 1, "777712"});
    CHECK_MESSAGE(play.at<place::StaffPin>().digits.empty(), "the digits are gone from the glass");
    play.tap(action::Digit{1, 0});
    CHECK_MESSAGE(play.at<place::StaffPin>().digits.empty(), "nothing is typed while it is judged");

    play.happen(event::PinJudged{{6}, 1, PinVerdict::right, 0s});
    play.happen(event::PinJudged{{7}, 2, PinVerdict::right, 0s});
    CHECK_MESSAGE(play.place() == "staff pin", "of another visit, of another try");
    play.judge_pin(PinVerdict::wrong, 4s);
    CHECK(play.at<place::StaffPin>().says == PinSays::wrong);
    CHECK(play.at<place::StaffPin>().wait == 4s);
    play.type_pin();
    play.judge_pin(PinVerdict::too_soon, 3s);
    CHECK(play.at<place::StaffPin>().says == PinSays::too_soon);
    play.type_pin();
    play.judge_pin(PinVerdict::right);
    CHECK(play.place() == "staff status");
    play.judge_pin(PinVerdict::wrong);
    CHECK(play.place() == "staff status");
}

TEST_CASE("the same digit twice is no second touch on the same key") {
    CHECK(Action{action::Digit{1, 0}} != Action{action::Digit{1, 1}});
}

TEST_CASE("whoever leaves the PIN is back where they were; help goes before it") {
    Play amber;
    amber.to_amber();
    amber.tap(action::StaffKey{});
    CHECK(amber.at<place::StaffPin>().want == StaffWant::release);
    amber.tap(action::Back{});
    CHECK(amber.place() == "see staff");
    amber.tap(action::StaffKey{});
    amber.tap(action::Help{});
    CHECK(amber.place() == "red page");
    amber.taps({action::TouchedByMistake{}, action::Confirm{true}});
    CHECK_MESSAGE(amber.place() == "see staff", "never back to the PIN");
    amber.tap(action::StaffKey{});
    amber.happen(event::StaffPinIs{false});
    CHECK_MESSAGE(amber.place() == "see staff", "nobody could judge it");
    amber.tap(action::StaffKey{});
    CHECK(amber.place() == "see staff");
}

TEST_CASE("I have seen this patient is asked after the PIN, and No releases nothing") {
    Play play;
    play.to_amber();
    play.tap(action::StaffKey{});
    play.type_pin();
    play.judge_pin(PinVerdict::right);
    CHECK(play.place() == "see staff");
    REQUIRE(play.under<overlay::Sure>());
    CHECK(std::get<overlay::Sure>(play.visit.overlay).of == overlay::Sure::Of::seen_patient);
    play.tap(action::Confirm{false});
    CHECK(play.visit.release == Release::none);
    play.tap(action::Confirm{true});
    CHECK_MESSAGE(play.visit.release == Release::none, "it is asked no more");
    play.released_by_staff();
    CHECK(play.visit.release == Release::by_staff);
    play.tap(action::StaffKey{});
    CHECK_MESSAGE(play.place() == "see staff", "there is nothing left to release");
}

TEST_CASE("staff mode closes by itself, and leaves nothing") {
    auto play = in_staff_mode();
    play.wait(119s);
    CHECK(play.place() == "staff status");
    play.happen(event::Touched{});
    play.wait(119s);
    CHECK(play.place() == "staff status");
    play.wait(1s);
    CHECK(play.place() == "welcome");
    CHECK(play.visit == fresh({8}, play.visit.around, play.visit.started));
}

TEST_CASE("who waits for an update from a stick is not sent away, and has time to read what came of it") {
    auto play = in_staff_mode();
    const auto told = [&](StickUpdate is) {
        auto status = std::make_shared<KioskStatus>();
        status->stick = is;
        play.happen(event::StatusIs{status});
    };
    told(StickUpdate::ready);
    play.wait(100s);
    told(StickUpdate::looking);
    play.wait(200s);
    told(StickUpdate::checking);
    play.wait(200s);
    CHECK(play.place() == "staff status");
    told(StickUpdate::installed);
    play.wait(119s);
    CHECK(play.place() == "staff status");
    play.wait(1s);
    CHECK(play.place() == "welcome");
}

TEST_CASE("a stick that nobody answers for does not keep the page open for ever") {
    auto play = in_staff_mode();
    auto status = std::make_shared<KioskStatus>();
    status->stick = StickUpdate::looking;
    play.happen(event::StatusIs{status});
    play.wait(419s);
    CHECK(play.place() == "staff status");
    play.wait(1s);
    CHECK(play.place() == "welcome");
}

TEST_CASE("a test call tells how long the desk took") {
    auto play = in_staff_mode();
    play.tap(action::TestCall{});
    CHECK(only<effect::RaiseTestCall>(play) == effect::RaiseTestCall{{7}, {1}});
    play.wait(2s);
    play.happen(event::TestCallReported{{7}, {1}, DeskStage::taken});
    CHECK(!play.visit.test_call->shown_at);
    play.happen(event::TestCallReported{{6}, {1}, DeskStage::shown});
    CHECK(!play.visit.test_call->shown_at);
    play.happen(event::TestCallReported{{7}, {1}, DeskStage::shown});
    play.wait(3s);
    play.happen(event::TestCallReported{{7}, {1}, DeskStage::closed});
    CHECK(*play.visit.test_call->shown_at - play.visit.test_call->raised_at == 2s);
    CHECK(*play.visit.test_call->answered_at - play.visit.test_call->raised_at == 5s);
    play.said();
    play.tap(action::Close{});
    CHECK(play.said() == Words{"forget"});
}

TEST_CASE("a test call that nobody answered does not stay at the desk") {
    auto play = in_staff_mode();
    play.tap(action::TestCall{});
    play.said();
    play.tap(action::Close{});
    CHECK(play.said() == Words{"end test call", "forget"});

    auto coming = in_staff_mode();
    coming.tap(action::TestCall{});
    coming.happen(event::TestCallReported{{7}, {1}, DeskStage::acknowledged});
    coming.said();
    coming.tap(action::Close{});
    CHECK_MESSAGE((coming.said() == Words{"end test call", "forget"}), "answered, but not closed at the desk");
}

TEST_CASE("where no desk is set, a test call is sent to nobody") {
    auto play = in_staff_mode({PrinterKind::none, Desk::none, true});
    play.tap(action::TestCall{});
    CHECK(play.visit.test_call->state == CallState::no_desk);
    CHECK(wake_at(play.content, play.visit) == play.visit.last_touch + 120s);
    play.tap(action::Close{});
    CHECK(play.said() == Words{"forget"});
}

TEST_CASE("a test call that nobody sees is not shown after the time a red page has for it") {
    auto play = in_staff_mode();
    play.content.clinic.timing.call_shown_within = 7s;
    play.tap(action::TestCall{});
    play.wait(7s - 1ms);
    CHECK(play.visit.test_call->state == CallState::calling);
    play.wait(1ms);
    CHECK(play.visit.test_call->state == CallState::not_sent);
    CHECK(!play.visit.test_call->shown_at);
    play.wait(1s);
    play.happen(event::TestCallReported{{7}, {1}, DeskStage::shown});
    CHECK_MESSAGE(play.visit.test_call->state == CallState::shown, "late, but seen");
    CHECK(*play.visit.test_call->shown_at - play.visit.test_call->raised_at == 8s);
}

TEST_CASE("a test call that is shown and not answered says so after the time a red page has for it") {
    auto play = in_staff_mode();
    play.content.clinic.timing.call_answered_within = 20s;
    play.tap(action::TestCall{});
    play.wait(2s);
    play.happen(event::TestCallReported{{7}, {1}, DeskStage::shown});
    play.wait(20s - 1ms);
    CHECK(play.visit.test_call->state == CallState::shown);
    play.wait(1ms);
    CHECK(play.visit.test_call->state == CallState::not_answered);
    play.happen(event::TestCallReported{{7}, {1}, DeskStage::acknowledged});
    CHECK(play.visit.test_call->state == CallState::coming);
    CHECK(*play.visit.test_call->answered_at - play.visit.test_call->raised_at == 22s);
}

TEST_CASE("with no page open at the desk a drill begins as a red page does, and tells the desk all the same") {
    auto play = in_staff_mode({PrinterKind::none, Desk::deaf, true});
    play.tap(action::StartDrill{});
    CHECK(only<effect::RaiseTestCall>(play) == effect::RaiseTestCall{{7}, {1}});
    CHECK(play.visit.test_call->state == CallState::not_sent);

    auto goes = in_staff_mode();
    goes.tap(action::StartDrill{});
    CHECK(goes.visit.test_call->state == CallState::calling);
    goes.happen(event::DeskIs{Desk::deaf});
    CHECK(goes.visit.test_call->state == CallState::not_sent);
}

TEST_CASE("the glass is dead while it is wiped") {
    auto play = in_staff_mode();
    play.tap(action::CleanGlass{});
    const auto wiped = play.visit;
    play.taps({action::Help{}, action::Finish{}, action::Start{}, action::ToggleLowered{}});
    play.happen(event::Touched{});
    play.happen(event::Pressed{action::Help{}});
    CHECK(play.visit == wiped);
    play.wait(29s);
    CHECK(play.place() == "cleaning");
    play.wait(1s);
    CHECK(play.place() == "welcome");
}

TEST_CASE("a restart is asked for once more") {
    auto play = in_staff_mode();
    play.tap(action::Restart{});
    CHECK(play.said().empty());
    play.tap(action::Confirm{false});
    CHECK(play.place() == "staff status");
    play.taps({action::Restart{}, action::Confirm{true}});
    CHECK(play.said() == Words{"restart", "forget"});
}

TEST_CASE("a drill goes through call, paper, warning signs and every red page, and is written down") {
    auto play = in_staff_mode();
    play.tap(action::StartDrill{});
    CHECK(play.said() == Words{"test call", "print"});
    play.wait(1s);
    play.happen(event::TestCallReported{{7}, {1}, DeskStage::shown});
    play.print_report(PrintStage::printed);
    for (std::size_t i = 0; i < play.content.languages.size(); ++i) {
        CHECK(play.at<place::Drill>().language.index == i);
        play.tap(action::Continue{});
    }
    CHECK(play.place() == "drill end");
    CHECK_MESSAGE(!is_passed(drill_line(play.content, play.visit)), "nobody answered the call");
    play.wait(1s);
    play.happen(event::TestCallReported{{7}, {1}, DeskStage::closed});
    play.tap(action::Continue{});
    const auto line = only<effect::LogDrill>(play).drill;
    CHECK(is_passed(line));
    CHECK(line.shown_after == 1s);
    CHECK(line.answered_after == 2s);
    CHECK(line.page_came_out);
    CHECK(line.warning_signs > 0);
    CHECK(line.signs_that_call == line.warning_signs);
    CHECK(play.place() == "staff status");
}

TEST_CASE("a drill that went wrong says so") {
    const DrillLine good{1s, 2s, true, true, true, 3, 3, 2, 2};
    CHECK(is_passed(good));
    auto without = good;
    without.had_printer = without.page_came_out = false;
    CHECK_MESSAGE(is_passed(without), "no printer is no fault");
    for (const auto& spoil : std::vector<void (*)(DrillLine&)>{
             [](DrillLine& line) { line.answered_after.reset(); }, [](DrillLine& line) { line.shown_after.reset(); },
             [](DrillLine& line) { line.page_came_out = false; }, [](DrillLine& line) { line.signs_that_call = 2; },
             [](DrillLine& line) { line.red_pages_seen = 1; }, [](DrillLine& line) { line.had_desk = false; }}) {
        auto bad = good;
        spoil(bad);
        CHECK(!is_passed(bad));
    }
}
