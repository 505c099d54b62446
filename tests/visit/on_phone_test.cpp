// SPDX-License-Identifier: Apache-2.0
// Handouts on their way into a telephone: what could be printed, and no more.
#include "play.hpp"

using namespace kiosk;
using namespace kiosk::visit;
using namespace small_clinic;

TEST_CASE("from reading, and back to it") {
    Play visit;
    visit.to_library();
    visit.taps({action::Read{walking}, action::TurnTo{2}, action::ShowOnPhone{}});
    REQUIRE(visit.at<place::OnPhone>().handouts.size() == 1);
    CHECK(visit.at<place::OnPhone>().handouts.front().id() == walking);
    visit.taps({action::TurnTo{3}, action::TurnTo{-1}});
    CHECK(visit.at<place::OnPhone>().page == 3);
    visit.tap(action::Back{});
    CHECK(visit.at<place::Reading>().page == 2);
    visit.taps({action::ShowOnPhone{}, action::ShowHandouts{}});
    CHECK(visit.place() == "library");
    visit.tap(action::ShowOnPhone{});
    CHECK_MESSAGE(visit.place() == "library", "only what is being read");
}

TEST_CASE("from a printer in trouble all that was to be printed goes along, and Back shows the job that is") {
    Play visit;
    visit.to_library();
    visit.taps({action::Choose{walking}, action::Choose{oils}, action::PrintChosen{}});
    visit.print_report(PrintStage::needs_hand, Trouble::paper);
    visit.tap(action::ShowOnPhone{});
    REQUIRE(visit.at<place::OnPhone>().handouts.size() == 2);
    visit.print_report(PrintStage::printing, Trouble::none, 1, 2);
    CHECK(visit.place() == "on phone");
    visit.tap(action::Back{});
    CHECK(visit.at<place::Printing>().job == visit.visit.job->number);
}

TEST_CASE("a note for staff is for paper alone") {
    Play visit;
    visit.to_amber();
    visit.tap(action::PrintNote{});
    visit.print_report(PrintStage::needs_hand, Trouble::paper);
    visit.tap(action::ShowOnPhone{});
    CHECK(visit.place() == "printing");
}

TEST_CASE("before a release only what is always open") {
    Play visit;
    visit.to_amber();
    visit.taps({action::Read{see_clinician}, action::ShowOnPhone{}});
    CHECK(visit.at<place::OnPhone>().handouts.front().id() == see_clinician);
    CHECK_FALSE(visit.at<place::OnPhone>().tell_clinician_first);
    visit.taps({action::Back{}, action::Back{}});
    visit.released_by_staff();
    visit.tap(action::ShowHandouts{});
    visit.taps({action::Read{walking}, action::ShowOnPhone{}});
    CHECK(visit.at<place::OnPhone>().tell_clinician_first);
}

TEST_CASE("nobody is hurried who has several codes to read") {
    Play visit;
    visit.to_library();
    visit.taps({action::Read{walking}, action::ShowOnPhone{}});
    visit.wait(119s);
    CHECK_FALSE(visit.under<overlay::StillThere>());
    visit.wait(1s);
    CHECK(visit.under<overlay::StillThere>());
}
