// SPDX-License-Identifier: Apache-2.0
// Reading aloud: what begins it, what silences it, and that it is gone with the visit.
#include "by_ear.hpp"

using namespace kiosk;
using namespace kiosk::visit;
using namespace small_clinic;

namespace {

using Is = Listening::Is;
using Stopped = Listening::Stopped;

/// Listen was chosen.
Listening with_keys(Listening listening) {
    listening.has_keys = true;
    return listening;
}

}  // namespace

TEST_CASE("Listen reads sentence by sentence, and waits at the end") {
    ByEar visit;
    CHECK(!is_listening(visit.visit));
    visit.tap(action::Listen{});
    CHECK(visit.ear() == with_keys(Listening{Is::reading, 1, 0}));
    visit.heard();
    CHECK(visit.ear() == with_keys(Listening{Is::reading, 1, 1}));
    visit.heard(true);
    CHECK(visit.ear() == with_keys(Listening{Is::waiting, 1, 0}));
    CHECK(is_listening(visit.visit));
}

TEST_CASE("the next screen is read by itself; without listening nothing is") {
    ByEar visit;
    visit.tap(action::Start{});
    CHECK(visit.ear() == Listening{});
    visit.tap(action::Listen{});
    visit.heard();
    visit.tap(action::StartQuestions{});
    CHECK(visit.ear() == with_keys(Listening{Is::reading, 2, 0}));
    visit.heard(true);
    visit.tap(action::ChooseWho{Who::me});
    CHECK(visit.ear() == with_keys(Listening{Is::reading, 3, 0}));
    visit.tap(action::ShowWhy{});
    CHECK_MESSAGE((visit.ear() == with_keys(Listening{Is::reading, 4, 0})), "a panel");
    visit.tap(action::Close{});
    CHECK(visit.ear() == with_keys(Listening{Is::reading, 5, 0}));
}

TEST_CASE("any touch silences at once") {
    struct Touch {
        const char* what;
        Event event;
    };
    const std::vector<Touch> touches{
        {"a finger on a key", event::Pressed{action::Back{}}},
        {"a finger on Stop", event::Pressed{action::StopListening{}}},
        {"a touch beside all keys", event::Touched{}},
        {"a tap that fits nothing", event::Tapped{action::PrintThis{}}},
    };
    for (const auto& touch : touches) {
        CAPTURE(touch.what);
        ByEar visit;
        visit.begin();
        visit.tap(action::Listen{});
        visit.heard();
        visit.happen(touch.event);
        CHECK(visit.ear() == with_keys(Listening{Is::waiting, 1, 1}));
    }
}

TEST_CASE("its own keys change the voice and do not silence it") {
    ByEar visit;
    visit.begin();
    visit.tap(action::Listen{});
    visit.heard();
    visit.happen(event::Pressed{action::SetVolume{3}});
    visit.tap(action::SetVolume{3});
    CHECK(visit.ear() == with_keys(Listening{Is::reading, 1, 1, Speed::normal, 3}));
    visit.happen(event::Pressed{action::SetSpeed{Speed::slow}});
    visit.tap(action::SetSpeed{Speed::slow});
    CHECK_MESSAGE((visit.ear() == with_keys(Listening{Is::reading, 2, 1, Speed::slow, 3})),
                  "the sentence begins again, slower");
    visit.happen(event::Pressed{action::RepeatScreen{}});
    visit.tap(action::RepeatScreen{});
    CHECK(visit.ear() == with_keys(Listening{Is::reading, 3, 0, Speed::slow, 3}));
    visit.tap(action::SetVolume{99});
    CHECK(visit.ear().volume == Listening::loudest);
    visit.tap(action::SetVolume{-99});
    CHECK(visit.ear().volume == Listening::quietest);
}

TEST_CASE("Stop is a pause: Listen goes on at the sentence it stopped at, on the same screen") {
    ByEar visit;
    visit.begin();
    visit.tap(action::Listen{});
    visit.heard();
    visit.heard();
    visit.tap(action::StopListening{});
    CHECK(visit.ear() == Listening{.is = Is::off, .reading = 1, .sentence = 2, .stopped = Stopped::for_good});
    visit.tap(action::Listen{});
    CHECK(visit.ear() == with_keys(Listening{Is::reading, 2, 2}));
    visit.tap(action::StopListening{});
    visit.no();
    CHECK_MESSAGE((visit.ear() == Listening{.is = Is::off, .reading = 2, .stopped = Stopped::for_good}),
                  "another screen is not read, and begins at its beginning");
}

TEST_CASE("a report about another reading, sentence or person changes nothing") {
    ByEar visit;
    visit.begin();
    visit.taps({action::Listen{}, action::RepeatScreen{}});
    const auto before = visit.ear();
    visit.happen(event::Said{visit.visit.ticket, before.reading - 1, 0, false});
    visit.happen(event::Said{visit.visit.ticket, before.reading, 1, true});
    visit.happen(event::Said{{visit.visit.ticket.number - 1}, before.reading, 0, true});
    CHECK(visit.ear() == before);
    visit.tap(action::StopListening{});
    visit.happen(event::Said{visit.visit.ticket, before.reading, 0, true});
    CHECK(visit.ear().is == Is::off);
}

TEST_CASE("a tick is no other screen; another page, another state of call or printer is") {
    ByEar visit;
    visit.up_to(about);
    visit.tap(action::Listen{});
    const auto reading = [&] { return visit.ear().reading; };
    const auto tapped = [&](const Action& action) {
        const int before = reading();
        visit.tap(action);
        return reading() - before;
    };
    CHECK(tapped(action::TickReply{Reply::no}) == 0);
    CHECK(tapped(action::TurnTo{1}) == 1);
    CHECK(tapped(action::Help{}) == 1);
    const int red = reading();
    visit.happen(event::DeskReported{visit.visit.ticket, visit.visit.call->number, DeskStage::shown});
    CHECK(reading() == red + 1);
    visit.happen(event::DeskReported{visit.visit.ticket, visit.visit.call->number, DeskStage::shown});
    CHECK(reading() == red + 1);
}

TEST_CASE("a language chosen on the way is heard from the beginning") {
    ByEar visit;
    visit.content = content_in_two_languages();
    visit.taps({action::ChooseLanguage{{0}}, action::Listen{}, action::OpenPanel{Panel::language}});
    const int before = visit.ear().reading;
    visit.tap(action::ChooseLanguage{{1}});
    CHECK(visit.ear().reading == before + 1);
}

TEST_CASE("the countdown is heard as it begins, and once more ten seconds before its end") {
    ByEar visit;
    visit.to_library();
    visit.tap(action::Listen{});
    visit.heard(true);
    const auto& timing = visit.content.clinic.timing;
    visit.wait(*wake_at(visit.content, visit.visit) - visit.now);
    REQUIRE(visit.under<overlay::StillThere>());
    CHECK(visit.ear().reading == 2);
    visit.wait(timing.idle_countdown - 11s);
    CHECK(visit.ear().reading == 2);
    visit.wait(1s);
    CHECK(visit.ear().reading == 3);
    visit.wait(8s);
    CHECK(visit.ear().reading == 3);
}

TEST_CASE("who never listened hears the warning, and then nothing again") {
    ByEar visit;
    visit.begin();
    while (!visit.under<overlay::StillThere>()) visit.wait(1s);
    CHECK(visit.ear() == Listening{.is = Is::reading, .reading = 1, .once = true});
    visit.heard(true);
    visit.wait(20s);
    CHECK_MESSAGE(visit.ear().reading == 2, "once more before the end");
    visit.tap(action::StillHere{});
    CHECK_FALSE(is_listening(visit.visit));
    visit.no();
    CHECK_FALSE(is_listening(visit.visit));
}

TEST_CASE("a keypad that is taken up at the warning is heard from then on") {
    ByEar visit;
    visit.begin();
    while (!visit.under<overlay::StillThere>()) visit.wait(1s);
    visit.happen(event::Focused{focus::Key{action::StillHere{}}});
    visit.tap(action::StillHere{});
    CHECK(visit.ear().is == Is::reading);
    CHECK_FALSE(visit.ear().once);
}

TEST_CASE("nobody is hurried while it reads: the warning waits from the last sentence on") {
    ByEar visit;
    visit.begin();
    visit.tap(action::Listen{});
    visit.wait(170s);
    visit.heard();
    visit.wait(170s);
    visit.heard(true);
    CHECK(wake_at(visit.content, visit.visit) == visit.now + 180s);
    visit.wait(180s);
    CHECK(visit.under<overlay::StillThere>());
}

TEST_CASE("nothing of it stays for the next person") {
    ByEar visit;
    visit.begin();
    visit.taps({action::Listen{}, action::SetVolume{4}, action::SetSpeed{Speed::fast}, action::Finish{}});
    CHECK(visit.place() == "welcome");
    CHECK(visit.ear() == Listening{});
    CHECK(visit.visit.around.sound == Sound::loudspeaker);
}

TEST_CASE("where there is no sound, or only staff, nothing is read") {
    Play mute;
    mute.tap(action::Listen{});
    CHECK(mute.visit.listening == Listening{});

    ByEar visit;
    visit.tap(action::Listen{});
    visit.happen(event::SoundIs{Sound::none});
    CHECK(visit.ear() == Listening{});
    visit.happen(event::SoundIs{Sound::loudspeaker});
    visit.tap(action::Listen{});
    visit.happen(event::StaffGesture{});
    CHECK(visit.place() == "staff pin");
    CHECK(!is_listening(visit.visit));
    visit.tap(action::Listen{});
    CHECK(!is_listening(visit.visit));
}

TEST_CASE("a private question, and why it is asked, are only for headphones") {
    ByEar visit;
    visit.begin();
    const auto& topic = visit.content.topics.front();
    while (!topic[visit.at<place::Asking>().question].is_private) {
        CHECK(!is_private(visit.content, visit.visit));
        visit.no();
    }
    CHECK(is_private(visit.content, visit.visit));
    visit.tap(action::ShowWhy{});
    CHECK(is_private(visit.content, visit.visit));
    visit.taps({action::Close{}, action::OpenPanel{Panel::text_size}});
    CHECK(!is_private(visit.content, visit.visit));
    visit.tap(action::Close{});
    visit.happen(event::SoundIs{Sound::headphones});
    CHECK(!is_private(visit.content, visit.visit));
}
