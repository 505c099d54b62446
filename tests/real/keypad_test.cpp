// SPDX-License-Identifier: Apache-2.0
// The real window and real keys by XTEST: a whole visit without one touch, keypads that send function keys, and that no
// key leaves the kiosk.
#include "by_keys.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <initializer_list>

using namespace kiosk;
using namespace kiosk::test;
using app::KeypadKey;
namespace action = kiosk::visit::action;

namespace {

constexpr Duration limit{20'000};

void chord(play::Player& player, std::initializer_list<const char*> keys) {
    for (const char* key : keys) player.screen().hold(key);
    for (const char* key : keys) player.screen().let_go(key);
}

/// A key of the keypad, and where it leads.
auto by_keypad(const Room& room, play::Player& player) {
    return [&](const char* key, visit::Focus focus) {
        player.screen().type(key);
        fine(room, player.happens(visit::event::Focused{std::move(focus)}));
    };
}

}  // namespace

TEST_CASE("from welcome through the safety check to a printed handout by six keys alone") {
    Room room;
    room.start({"--printer", "folder:" + room.folder / "paper"});
    play::Player player(shipped(), visit::PrinterKind::demonstration);
    const auto keys = by_sight(room, player);
    keys.to_first_question();
    keys.answer_no();
    const auto handout = keys.read_a_handout();
    fine(room, player.go_to(action::PrintThis{}));
    player.send(KeypadKey::ok);
    const auto printed = room.folder / "paper/job-1.pdf";
    REQUIRE(until(limit, [&] { return std::filesystem::exists(printed); }));
    const auto text = output_of("pdftotext -layout " + printed + " -");
    CHECK(text.find(shipped()[{0}][handout].title({})) != std::string::npos);
    const auto pages = static_cast<int>(std::count(text.begin(), text.end(), '\f'));
    const auto& visit = player.visit();
    fine(room, player.happens(visit::event::PrintReported{visit.ticket, visit.job->number, visit::PrintStage::saved,
                                                          visit::Trouble::none, pages, pages}));
    keys.choose(action::Finish{});
    CHECK(std::holds_alternative<visit::place::Welcome>(player.visit().place));
    CHECK_MESSAGE(!player.visit().focus, "the next person finds no ring");
}

TEST_CASE("back leads back, help is the red page at once, and a touch hides the ring") {
    Room room;
    room.start();
    play::Player player(shipped(), visit::PrinterKind::none);
    const auto keys = by_sight(room, player);
    keys.to_first_question();
    fine(room, player.press(KeypadKey::back));
    CHECK(std::holds_alternative<visit::place::AskWho>(player.visit().place));
    fine(room, player.press(KeypadKey::previous));
    CHECK(player.visit().focus);
    fine(room,
         player.press(KeypadKey::repeat));  // changes nothing; right after a change of screen a touch is not heard
    player.screen().tap({5, 5});
    fine(room, player.happens(visit::event::Touched{}));
    CHECK_FALSE(player.visit().focus);
    fine(room, player.press(KeypadKey::help));
    CHECK(std::holds_alternative<visit::place::Emergency>(player.visit().place));
    keys.choose(action::StaffAreWithMe{});
    keys.choose(action::Confirm{true});
    CHECK(std::holds_alternative<visit::place::Welcome>(player.visit().place));
}

TEST_CASE("a keypad that sends function keys, as the machine says; a held key moves once") {
    Room room;
    room.start({"--keypad", "next=F13 previous=F14 ok=F24"});
    play::Player player(shipped(), visit::PrinterKind::none);
    fine(room, player.see());
    const auto moves_to = by_keypad(room, player);
    moves_to("F13", visit::focus::Text{0});
    moves_to("F13", visit::focus::Text{1});
    moves_to("F14", visit::focus::Text{0});
    for (int i = 0; i < 3; ++i) player.screen().hold("F13");
    player.screen().let_go("F13");
    fine(room, player.happens(visit::event::Focused{visit::focus::Text{1}}));
    moves_to("F14", visit::focus::Text{0});
    fine(room, player.go_to(action::ChooseLanguage{}));
    player.screen().type("F24");
    fine(room, player.happens(visit::event::Tapped{action::ChooseLanguage{}}));
    CHECK(std::holds_alternative<visit::place::SafetyIntro>(player.visit().place));
}

TEST_CASE("a keypad by the names that xev shows: of a function key, of a number pad with NumLock") {
    Room room;
    room.start({"--keypad", "next=XF86Tools previous=KP_4 ok=KP_Begin,KP_5"});
    play::Player player(shipped(), visit::PrinterKind::none);
    fine(room, player.see());
    const auto moves_to = by_keypad(room, player);
    moves_to("F13", visit::focus::Text{0});
    moves_to("F13", visit::focus::Text{1});
    moves_to("KP_Left", visit::focus::Text{0});
    moves_to("KP_Right", visit::focus::Text{1});  // as a plain keyboard
    player.screen().type("Num_Lock");
    moves_to("KP_4", visit::focus::Text{0});
}

TEST_CASE("a key that nothing here can send: the kiosk says so instead of starting without it") {
    Room room;
    room.start({"--keypad", "next=Greek_ALPHA"});
    REQUIRE(room.kiosk->ended(limit));
    CHECK(says(room.log(), "keypad: no key of this machine sends 'Greek_ALPHA'; write previous, next"));
}

TEST_CASE("no key and no chord leaves the kiosk, or changes anything on it") {
    Room room;
    room.start();
    play::Player player(shipped(), visit::PrinterKind::none);
    by_sight(room, player).to_first_question();
    const auto before = player.visit().place;
    chord(player, {"Alt_L", "F4"});
    chord(player, {"Control_L", "Alt_L", "BackSpace"});
    chord(player, {"Control_L", "Alt_L", "Delete"});
    chord(player, {"Control_L", "c"});
    chord(player, {"Control_L", "q"});
    chord(player, {"Control_L", "w"});
    chord(player, {"Alt_L", "Tab"});
    chord(player, {"Alt_L", "space"});
    chord(player, {"Super_L", "d"});
    chord(player, {"Control_L", "Alt_L", "F1"});
    chord(player, {"Control_L", "Return"});
    for (const char* key : {"q", "F4", "F11", "F12", "Print", "Menu", "Super_L", "Delete", "Home", "a", "1"})
        player.screen().type(key);
    // What was typed before is read before.
    fine(room, player.press(KeypadKey::next));
    CHECK(player.visit().place == before);
    CHECK_FALSE(room.kiosk->ended(Duration{0}));
}
