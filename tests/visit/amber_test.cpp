// SPDX-License-Identifier: Apache-2.0
// See staff today: what is locked, what opens, and who opens it.
#include "play.hpp"

using namespace kiosk;
using namespace kiosk::visit;
using namespace small_clinic;

TEST_CASE("the amber page tells the desk once and locks the answers") {
    Play visit;
    visit.to_amber();
    CHECK(visit.visit.amber_at == visit.now);
    CHECK(visit.visit.answers.amber_after == 9);
    REQUIRE(visit.effects.size() == 1);
    CHECK(std::get<effect::TellDesk>(visit.effects.front()) == effect::TellDesk{{7}, record(visit.visit)});
    visit.said();
    visit.wait(5s);
    visit.tap(action::ChangeAnswers{});
    visit.tap(action::Say{Reply::no});
    CHECK(visit.place() == "see staff");
    CHECK(visit.urgency() == Urgency::today);
    CHECK(visit.visit.answers.amber_after == 9);
    CHECK(visit.visit.amber_at == visit.now - 5s);
    CHECK(visit.said().empty());
}

TEST_CASE("without a desk nobody is told, until there is one") {
    Play visit{.around = {PrinterKind::real, Desk::none}};
    visit.to_amber();
    CHECK(visit.said().empty());
    visit.happen(event::DeskIs{Desk::listens});
    CHECK(visit.said() == Words{"tell desk"});
    visit.happen(event::DeskIs{Desk::listens});
    CHECK(visit.said().empty());
}

TEST_CASE("change an answer goes through the flagged questions") {
    Play visit;
    visit.up_to(fever);
    visit.tap(action::Say{Reply::yes});
    visit.no();
    visit.tick({weight_loss});
    visit.no_to_the_rest();
    visit.tap(action::ChangeAnswers{});
    CHECK(visit.question() == "fever");
    visit.tap(action::Continue{});
    CHECK(visit.question() == "flags");
    visit.tap(action::Back{});
    CHECK_MESSAGE(visit.question() == "germs", "Back reaches those that were not flagged");
    visit.tap(action::Continue{});
    CHECK(visit.place() == "see staff");
}

TEST_CASE("change an answer finds what only holds together") {
    Play visit;
    visit.up_to(flags);
    visit.tick({night_pain});
    visit.tap(action::Say{Reply::yes});
    visit.no_to_the_rest();
    CHECK(visit.place() == "see staff");
    visit.tap(action::ChangeAnswers{});
    CHECK(visit.question() == "flags");
    visit.tap(action::Continue{});
    CHECK(visit.question() == "weeks");
    visit.tap(action::Continue{});
    CHECK(visit.place() == "see staff");
}

TEST_CASE("Back from amber leads to the last question, and never below amber again") {
    Play visit;
    visit.to_amber();
    visit.tap(action::Back{});
    CHECK(visit.question() == "about");
    visit.tap(action::Continue{});
    CHECK(visit.place() == "see staff");
}

TEST_CASE("a changed answer can make amber red") {
    Play visit;
    visit.to_amber();
    visit.taps({action::ChangeAnswers{}, action::Say{Reply::no}});
    visit.taps({action::Back{}, action::Back{}, action::Back{}, action::Back{}});
    CHECK(visit.question() == "germs");
    visit.taps({action::Tick{needles}, action::Continue{}});
    CHECK_MESSAGE(visit.place() == "red page", "the fever changed to no still counts");
}

TEST_CASE("before a release only the always-open handouts open") {
    Play visit;
    visit.to_amber();
    visit.said();
    visit.tap(action::ShowHandouts{});
    CHECK(visit.place() == "staff first");
    visit.taps({action::Read{walking}, action::Read{warm_bath}, action::Choose{walking}, action::PrintChosen{},
                action::ReadWithCare{oils}, action::ShowGroup{{0}}, action::ChooseGroups{}});
    CHECK(visit.place() == "staff first");
    CHECK(visit.said().empty());
    visit.tap(action::Read{see_clinician});
    CHECK(visit.at<place::Reading>().handout.id() == see_clinician);
    CHECK_FALSE(visit.at<place::Reading>().tell_clinician_first);
    visit.tap(action::PrintThis{});
    CHECK(visit.said() == Words{"print"});
    visit.tap(action::ShowHandouts{});
    CHECK(visit.place() == "staff first");
    visit.tap(action::Back{});
    CHECK(visit.place() == "see staff");
    visit.tap(action::Read{what_to_ask});
    CHECK(visit.place() == "reading");
    visit.tap(action::Back{});
    CHECK(visit.place() == "see staff");
}

TEST_CASE("staff release the rest for this visit") {
    Play visit;
    visit.up_to(fever);
    visit.tap(action::Say{Reply::yes});
    visit.no();
    visit.no();
    visit.no();
    visit.tick({kidney});
    CHECK(visit.place() == "see staff");
    visit.released_by_staff();
    CHECK(visit.visit.release == Release::by_staff);
    CHECK(visit.place() == "see staff");
    visit.tap(action::ShowHandouts{});
    CHECK(visit.at<place::Library>().cleared.tell_clinician_first());
    visit.tap(action::Read{walking});
    CHECK(visit.at<place::Reading>().tell_clinician_first);
    visit.said();
    visit.tap(action::PrintThis{});
    const auto& order = std::get<effect::Print>(visit.effects.front()).order;
    CHECK(std::get<HandoutOrder>(order.what).tell_clinician_first);
    CHECK(order.record.release == Release::by_staff);
    visit.tap(action::ShowHandouts{});
    visit.tap(action::Read{warm_bath});
    CHECK_MESSAGE(visit.place() == "held back", "withheld stays withheld");
    visit.taps({action::Back{}, action::Back{}});
    CHECK(visit.place() == "see staff");
}

TEST_CASE("a PIN that opens nothing") {
    Play asking;
    asking.up_to(fever);
    asking.tap(action::Say{Reply::yes});
    asking.released_by_staff();
    CHECK_MESSAGE(asking.visit.release == Release::none, "amber was not shown yet");

    Play red;
    red.to_amber();
    red.tap(action::StaffKey{});
    red.type_pin();
    red.tap(action::Help{});
    red.judge_pin(PinVerdict::right);
    CHECK(red.place() == "red page");
    red.tap(action::Confirm{true});
    CHECK_MESSAGE(red.visit.release == Release::none, "never on the red page");

    Play calm;
    calm.to_library();
    calm.released_by_staff();
    CHECK(calm.visit.release == Release::none);
}

TEST_CASE("a changed answer withdraws the release") {
    Play visit;
    visit.to_amber();
    visit.released_by_staff();
    visit.taps({action::ShowHandouts{}, action::Choose{walking}, action::Choose{see_clinician}, action::Back{},
                action::Back{}});
    CHECK(visit.question() == "about");
    visit.taps({action::Tick{kidney}, action::Continue{}});
    CHECK(visit.visit.release == Release::none);
    CHECK(visit.visit.chosen == std::vector{see_clinician});
    visit.tap(action::ShowHandouts{});
    CHECK(visit.place() == "staff first");
}

TEST_CASE("the same answer again leaves the release") {
    Play visit;
    visit.to_amber();
    visit.released_by_staff();
    visit.taps({action::Back{}, action::Continue{}});
    CHECK(visit.visit.release == Release::by_staff);
}

TEST_CASE("a clinic that opens with the note: printed") {
    Play visit{.content = content_that_opens_with_note()};
    visit.to_amber();
    visit.tap(action::PrintNote{});
    CHECK(visit.place() == "printing");
    visit.print_report(PrintStage::printing, Trouble::none, 1, 1);
    CHECK_MESSAGE(visit.visit.release == Release::none, "not before it is known to be printed");
    visit.print_report(PrintStage::printed);
    CHECK(visit.visit.release == Release::by_note);
    visit.tap(action::ShowHandouts{});
    CHECK(visit.at<place::Library>().cleared.tell_clinician_first());
}

TEST_CASE("a clinic that opens with the note: saved for demonstration") {
    Play visit{.content = content_that_opens_with_note(), .around = {PrinterKind::demonstration, Desk::none}};
    visit.to_amber();
    visit.tap(action::PrintNote{});
    visit.print_report(PrintStage::saved);
    CHECK(visit.visit.release == Release::by_note);
}

TEST_CASE("a clinic that opens with the note: read through") {
    Play visit{.content = content_that_opens_with_note()};
    visit.to_amber();
    visit.taps({action::ReadNote{}, action::TurnTo{1}, action::Back{}});
    CHECK_MESSAGE(visit.visit.release == Release::none, "looked at, not read through");
    visit.taps({action::ReadNote{}, action::Continue{}});
    CHECK(visit.place() == "see staff");
    CHECK(visit.visit.release == Release::by_note);

    Play onward{.content = content_that_opens_with_note()};
    onward.to_amber();
    onward.taps({action::ReadNote{}, action::ShowHandouts{}});
    CHECK(onward.place() == "library");
    onward.tap(action::Back{});
    CHECK(onward.place() == "see staff");
}

TEST_CASE("elsewhere the note opens nothing") {
    Play visit;
    visit.to_amber();
    visit.taps({action::ReadNote{}, action::Continue{}});
    CHECK(visit.visit.release == Release::none);
    visit.tap(action::PrintNote{});
    visit.print_report(PrintStage::printed);
    CHECK(visit.visit.release == Release::none);
}

TEST_CASE("a note that printed other answers opens nothing") {
    Play visit{.content = content_that_opens_with_note()};
    visit.to_amber();
    visit.taps({action::PrintNote{}, action::Back{}, action::ChangeAnswers{}, action::Say{Reply::not_sure}});
    CHECK(visit.place() == "see staff");
    visit.print_report(PrintStage::printed);
    CHECK(visit.visit.release == Release::none);
}

TEST_CASE("whoever finishes on amber is asked once more") {
    Play visit;
    visit.to_amber();
    visit.said();
    visit.tap(action::Finish{});
    CHECK(visit.place() == "see staff");
    CHECK(visit.under<overlay::Sure>());
    visit.tap(action::Confirm{false});
    CHECK(visit.place() == "see staff");
    CHECK(visit.under<std::monostate>());
    CHECK(visit.said().empty());
    visit.taps({action::Finish{}, action::Confirm{true}});
    CHECK(visit.visit == fresh({8}, visit.around, visit.now));
    CHECK(visit.said() == Words{"forget"});
}
