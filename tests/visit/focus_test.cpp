// SPDX-License-Identifier: Apache-2.0
// The keypad's focus as part of a visit: where it stays, where it begins anew, and that whoever uses it is there.
#include "play.hpp"

using namespace kiosk;
using namespace kiosk::visit;
using namespace small_clinic;

namespace {

Focus on(const Action& action) {
    return focus::Key{action};
}
const Focus title = focus::Text{};

void go(Play& visit, const Focus& focus) {
    visit.happen(event::Focused{focus});
    REQUIRE(visit.visit.focus == focus);
}

}  // namespace

TEST_CASE("nobody's focus shows until a keypad is used; a touch hides it again") {
    Play visit;
    visit.begin();
    CHECK_FALSE(visit.visit.focus);
    go(visit, on(action::Back{}));
    visit.happen(event::Touched{});
    CHECK_FALSE(visit.visit.focus);
    go(visit, on(action::Back{}));
    visit.happen(event::Pressed{action::Back{}});
    CHECK_FALSE(visit.visit.focus);
}

TEST_CASE("another screen begins at its title, so that the same key is never pressed unseen") {
    Play visit;
    visit.up_to(fall);
    go(visit, on(action::Say{Reply::no}));
    visit.tap(action::Say{Reply::no});
    REQUIRE(visit.question() != "fall");
    CHECK(visit.visit.focus == title);
}

TEST_CASE("on the same screen the focus stays, whatever happens") {
    Play visit;
    visit.to_library();
    visit.taps({action::Choose{walking}, action::PrintChosen{}});
    const auto finish = on(action::StopPrinting{});
    go(visit, finish);
    visit.print_report(PrintStage::printing, Trouble::none, 1, 2);
    CHECK(visit.visit.focus == finish);
    visit.happen(event::DeskIs{Desk::none});
    visit.tap(action::ToggleLowered{});
    CHECK(visit.visit.focus == finish);
}

TEST_CASE("ticks, pages and digits leave the focus where it is") {
    Play visit;
    visit.begin();
    go(visit, on(action::Tick{chest_pain}));
    visit.tap(action::Tick{chest_pain});
    CHECK(visit.visit.focus == on(action::Tick{chest_pain}));
    visit.tap(action::TurnTo{1});
    CHECK(visit.visit.focus == on(action::Tick{chest_pain}));

    Play pin;
    pin.happen(event::StaffGesture{});
    REQUIRE(pin.place() == "staff pin");
    go(pin, on(action::Digit{5, 0}));
    pin.tap(action::Digit{5, 0});
    CHECK(pin.visit.focus == on(action::Digit{5, 0}));
    CHECK(is_same_key(action::Digit{5, 0}, action::Digit{5, 1}));
    CHECK_FALSE(is_same_key(action::Digit{5, 0}, action::Digit{6, 0}));
}

TEST_CASE("a panel begins at its title; when it closes the focus is back where it was") {
    Play visit;
    visit.begin();
    const auto opener = on(action::OpenPanel{Panel::text_size});
    go(visit, opener);
    visit.tap(action::OpenPanel{Panel::text_size});
    CHECK(visit.visit.focus == title);
    go(visit, on(action::SetTextSize{TextSize::large}));
    visit.tap(action::SetTextSize{TextSize::large});
    CHECK(visit.visit.focus == on(action::SetTextSize{TextSize::large}));
    visit.tap(action::OpenPanel{Panel::contrast});
    CHECK_MESSAGE(visit.visit.focus == title, "another panel");
    visit.tap(action::Close{});
    CHECK(visit.visit.focus == opener);
}

TEST_CASE("a panel that opened by touch, or closed onto another screen, leaves no focus of before") {
    Play visit;
    visit.begin();
    visit.tap(action::OpenPanel{Panel::contrast});
    go(visit, on(action::Close{}));
    visit.tap(action::Close{});
    CHECK(visit.visit.focus == title);
    go(visit, on(action::Back{}));
    visit.tap(action::ShowWhy{});
    visit.tap(action::Help{});
    CHECK(visit.visit.focus == title);
    CHECK_FALSE(visit.visit.focus_below);
}

TEST_CASE("whoever uses the keypad is there") {
    Play visit;
    visit.begin();
    const auto idle = visit.content.clinic.timing.idle, countdown = visit.content.clinic.timing.idle_countdown;
    go(visit, on(action::Back{}));
    for (const Event& event : {Event{event::Focused{title}}, Event{event::RepeatAsked{}}}) {
        visit.wait(idle - 1s);
        visit.happen(event);
        visit.wait(idle - 1s);
        CHECK(visit.under<std::monostate>());
        visit.wait(1s);
        REQUIRE(visit.under<overlay::StillThere>());
        visit.happen(event);
        CHECK_MESSAGE(visit.under<overlay::StillThere>(), "its keys can be reached");
        visit.wait(countdown - 1s);
        CHECK_MESSAGE(visit.under<overlay::StillThere>(), "the whole countdown again");
        visit.tap(action::StillHere{});
    }
    CHECK(visit.question() == "chest");
}

TEST_CASE("the focus is asked whether it is still there, and goes back to what it was on") {
    Play visit;
    visit.begin();
    go(visit, on(action::ShowWhy{}));
    visit.wait(visit.content.clinic.timing.idle);
    REQUIRE(visit.under<overlay::StillThere>());
    CHECK(visit.visit.focus == title);
    go(visit, on(action::StillHere{}));
    visit.wait(2s);
    CHECK_MESSAGE(visit.visit.focus == on(action::StillHere{}), "the countdown moves on");
    visit.tap(action::StillHere{});
    CHECK(visit.visit.focus == on(action::ShowWhy{}));
}

TEST_CASE("a keypad leads from the notice to welcome, as a touch does") {
    Play visit;
    visit.begin();
    visit.wait(visit.content.clinic.timing.idle + visit.content.clinic.timing.idle_countdown);
    REQUIRE(visit.place() == "unfinished");
    visit.happen(event::Focused{title});
    CHECK(visit.place() == "welcome");
}

TEST_CASE("the next person finds no focus") {
    Play visit;
    visit.to_library();
    go(visit, on(action::Finish{}));
    visit.tap(action::Finish{});
    CHECK(visit.visit == fresh(visit.visit.ticket, visit.around, visit.now));

    Play welcome;
    go(welcome, on(action::Start{}));
    welcome.wait(welcome.content.clinic.timing.idle);
    CHECK_MESSAGE(!welcome.visit.focus, "also of who only looked at welcome");
}

TEST_CASE("nothing is heard of a keypad that is wiped") {
    Play staff;
    staff.happen(event::StaffGesture{});
    staff.type_pin();
    staff.judge_pin(PinVerdict::right);
    staff.tap(action::CleanGlass{});
    REQUIRE(staff.place() == "cleaning");
    const auto before = staff.visit;
    staff.happen(event::Focused{title});
    staff.happen(event::RepeatAsked{});
    CHECK(staff.visit == before);
}
