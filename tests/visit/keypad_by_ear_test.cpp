// SPDX-License-Identifier: Apache-2.0
// What whoever uses a keypad hears: the stop they came to, and what they may not miss.
#include "by_ear.hpp"

using namespace kiosk;
using namespace kiosk::visit;
using namespace small_clinic;

namespace {

using Is = Listening::Is;
using Stopped = Listening::Stopped;

}  // namespace

TEST_CASE("a keypad is heard stop by stop, and each new screen from its beginning; Repeat says it once more") {
    ByEar visit;
    visit.begin();
    visit.happen(event::Focused{focus::Text{}});
    CHECK(visit.ear() == Listening{.is = Is::reading, .reading = 1, .stop_alone = true});
    visit.heard();
    visit.happen(event::Focused{focus::Key{action::ShowWhy{}}});
    CHECK(visit.ear() == Listening{.is = Is::reading, .reading = 2, .stop_alone = true});
    visit.heard(true);
    visit.happen(event::RepeatAsked{});
    CHECK(visit.ear() == Listening{.is = Is::reading, .reading = 3, .stop_alone = true});
    visit.tap(action::ShowWhy{});
    CHECK(visit.ear() == Listening{.is = Is::reading, .reading = 4});
    visit.tap(action::Close{});
    visit.happen(event::Touched{});
    visit.happen(event::RepeatAsked{});
    CHECK_MESSAGE((visit.ear() == Listening{.is = Is::reading, .reading = 6}), "without a focus: the screen");
}

TEST_CASE("OK on a box says the box with its tick") {
    ByEar visit;
    visit.up_to(about);
    const Action tick = action::TickReply{Reply::no};
    visit.happen(event::Focused{focus::Key{tick}});
    visit.tap(tick);
    CHECK(visit.ear() == Listening{.is = Is::reading, .reading = 2, .stop_alone = true});
}

TEST_CASE("whoever stopped it is not read to by the keypad again, until they ask") {
    ByEar visit;
    visit.begin();
    visit.happen(event::Focused{focus::Text{}});
    visit.tap(action::StopListening{});
    visit.happen(event::Focused{focus::Key{action::Back{}}});
    CHECK(!is_listening(visit.visit));
    visit.happen(event::RepeatAsked{});
    CHECK(visit.ear().is == Is::reading);
    CHECK(visit.ear().stopped == Stopped::no);
}

TEST_CASE("a panel that closes says the key the keypad is back on, which OK would press") {
    ByEar visit;
    visit.begin();
    visit.happen(event::Focused{focus::Key{action::ShowWhy{}}});
    visit.tap(action::ShowWhy{});
    CHECK_FALSE(visit.ear().stop_alone);
    visit.tap(action::Close{});
    CHECK(visit.ear().is == Is::reading);
    CHECK(visit.ear().stop_alone);
}

TEST_CASE("help is heard by whoever uses the keypad, though they had stopped it") {
    ByEar visit;
    visit.begin();
    visit.happen(event::Focused{focus::Text{}});
    visit.tap(action::StopListening{});
    visit.tap(action::Help{});
    REQUIRE(visit.place() == "red page");
    CHECK(visit.ear().is == Is::reading);
    CHECK_FALSE(visit.ear().stop_alone);

    ByEar seen;
    seen.begin();
    seen.tap(action::Help{});
    CHECK_FALSE(is_listening(seen.visit));
}

TEST_CASE("where help is, is heard as the rest was; then nothing of it stays") {
    ByEar visit;
    visit.begin();
    visit.happen(event::Focused{focus::Text{}});
    visit.tap(action::SetVolume{3});
    visit.heard(true);
    while (visit.place() != "unfinished") visit.wait(1s);
    CHECK(visit.ear().is == Is::reading);
    CHECK(visit.ear().volume == 3);
    CHECK(visit.visit.focus == Focus{focus::Text{}});
    visit.happen(event::RepeatAsked{});
    CHECK(visit.place() == "unfinished");
    auto touched = visit;
    touched.happen(event::Touched{});
    CHECK(touched.place() == "welcome");
    CHECK(touched.ear() == Listening{});
    visit.wait(visit.content.clinic.timing.unfinished_notice);
    CHECK(visit.place() == "welcome");
    CHECK(visit.visit == fresh(visit.visit.ticket, visit.visit.around, visit.now));
}

TEST_CASE("the keypad stays on the key of the pace, of the volume and of Listen") {
    ByEar visit;
    visit.begin();
    const auto on = [&](const Action& action) { visit.happen(event::Focused{focus::Key{action}}); };
    on(action::SetVolume{3});
    visit.tap(action::SetVolume{3});
    CHECK(visit.visit.focus == Focus{focus::Key{action::SetVolume{4}}});
    on(action::SetVolume{2});
    visit.tap(action::SetVolume{2});
    CHECK(visit.visit.focus == Focus{focus::Key{action::SetVolume{1}}});
    CHECK(is_same_key(action::SetSpeed{Speed::slow}, action::SetSpeed{Speed::fast}));
    CHECK(is_same_key(action::Listen{}, action::StopListening{}));
    CHECK_FALSE(is_same_key(action::Listen{}, action::RepeatScreen{}));
}

TEST_CASE("the keys of Listen stay in the dock while the keypad goes from stop to stop, until Stop") {
    ByEar visit;
    visit.begin();
    visit.happen(event::Focused{focus::Text{}});
    CHECK_FALSE(visit.ear().has_keys);
    visit.tap(action::Listen{});
    visit.happen(event::Focused{focus::Key{action::SetVolume{3}}});
    CHECK(visit.ear().has_keys);
    CHECK(visit.ear().stop_alone);
    visit.no();
    CHECK(visit.ear().has_keys);
    visit.tap(action::StopListening{});
    CHECK_FALSE(visit.ear().has_keys);
}

TEST_CASE("what was stopped to answer a private question by eye is heard again after it") {
    ByEar visit;
    visit.begin();
    visit.happen(event::Focused{focus::Text{}});
    while (!is_private(visit.content, visit.visit)) visit.no();
    visit.tap(action::StopListening{});
    visit.happen(event::Focused{focus::Key{action::Back{}}});
    CHECK_FALSE(is_listening(visit.visit));
    visit.tap(action::ShowWhy{});
    visit.tap(action::Close{});
    CHECK_FALSE(is_listening(visit.visit));
    visit.no();
    REQUIRE_FALSE(is_private(visit.content, visit.visit));
    CHECK(visit.ear().is == Is::reading);
    CHECK(visit.ear().stopped == Stopped::no);
}

TEST_CASE("who had silenced the keypad hears the warning all the same, and then nothing again") {
    ByEar visit;
    visit.begin();
    visit.happen(event::Focused{focus::Text{}});
    visit.tap(action::StopListening{});
    while (!std::holds_alternative<overlay::StillThere>(visit.visit.overlay)) visit.wait(1s);
    CHECK(visit.ear().is == Is::reading);
    visit.tap(action::StillHere{});
    CHECK_FALSE(is_listening(visit.visit));
    visit.happen(event::Focused{focus::Key{action::Back{}}});
    CHECK_FALSE(is_listening(visit.visit));
}
