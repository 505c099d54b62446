// SPDX-License-Identifier: Apache-2.0
// Which keys send the six, and what each of the six means on a screen.
#include "app/keypad_reader.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace kiosk;
using app::KeypadKey;
namespace action = visit::action;

namespace {

page::Stop text(bool is_title = false) {
    page::Stop stop;
    stop.is_title = is_title;
    stop.words = {{"words"}};
    return stop;
}

page::Stop key(page::KeyId id, bool disabled = false) {
    page::Stop stop;
    stop.kind = page::Stop::Kind::key;
    stop.key = id;
    stop.disabled = disabled;
    stop.words = {{"key"}};
    return stop;
}

const visit::Action yes = action::Say{visit::Reply::yes}, back = action::Back{}, turn = action::TurnTo{1},
                    help = action::Help{};

struct Glass {
    views::Screen screen{{}, {yes, back, turn, help}};
    std::vector<page::Stop> stops{text(true), text(), key(0), key(1), key(2, true), key(3)};
    std::optional<std::size_t> focused;

    app::OnGlass on() const { return {screen, stops, focused}; }
};

std::string words(const visit::Event& event) {
    if (std::holds_alternative<visit::event::RepeatAsked>(event)) return "repeat";
    if (std::holds_alternative<visit::event::Touched>(event)) return "touch";
    const auto name = [](const visit::Action& meant) -> std::string {
        if (meant == yes) return "yes";
        if (meant == back) return "back";
        if (meant == turn) return "turn";
        if (meant == help) return "help";
        return std::holds_alternative<action::Close>(meant) ? "close" : "another";
    };
    if (const auto* tapped = std::get_if<visit::event::Tapped>(&event)) return "tap " + name(tapped->action);
    const auto& on = std::get<visit::event::Focused>(event).on;
    if (const auto* at = std::get_if<visit::focus::Text>(&on)) return "text " + std::to_string(at->number);
    return "key " + name(std::get<visit::focus::Key>(on).action);
}

std::string words(const std::vector<visit::Event>& events) {
    if (events.empty()) return "nothing";
    std::string all;
    for (const auto& event : events) all += (all.empty() ? "" : ", ") + words(event);
    return all;
}

std::string read(const Glass& glass, std::optional<KeypadKey> pressed) {
    app::KeypadReader reader{content::Timing{}};
    return words(reader.read(pressed, glass.on(), {1'000}));
}

}  // namespace

TEST_CASE("a plain keyboard") {
    const app::Keypad keypad;
    struct Row {
        const char* typed;
        KeypadKey meant;
    };
    for (const auto& row : {Row{"Right", KeypadKey::next},
                            {"Down", KeypadKey::next},
                            {"Tab", KeypadKey::next},
                            {"Left", KeypadKey::previous},
                            {"Up", KeypadKey::previous},
                            {"Shift+Tab", KeypadKey::previous},
                            {"Return", KeypadKey::ok},
                            {"KP_Enter", KeypadKey::ok},
                            {"KP_Right", KeypadKey::next},
                            {"KP_Down", KeypadKey::next},
                            {"KP_Left", KeypadKey::previous},
                            {"KP_Up", KeypadKey::previous},
                            {"space", KeypadKey::ok},
                            {"Escape", KeypadKey::back},
                            {"BackSpace", KeypadKey::back},
                            {"F5", KeypadKey::repeat},
                            {"F1", KeypadKey::help}}) {
        CAPTURE(row.typed);
        CHECK(keypad.key(row.typed) == row.meant);
    }
    for (const char* typed :
         {"a", "F13", "Alt+F4", "Control+c", "Alt+Tab", "Control+Alt+BackSpace", "Shift+Return", ""}) {
        CAPTURE(typed);
        CHECK_FALSE(keypad.key(typed));
    }
}

TEST_CASE("what the machine says of its keypad") {
    const auto keypad = app::Keypad::read("next=F13 previous=F14 ok=F15,F16 help=Right");
    REQUIRE(keypad);
    CHECK(keypad->key("F13") == KeypadKey::next);
    CHECK(keypad->key("F14") == KeypadKey::previous);
    CHECK(keypad->key("F15") == KeypadKey::ok);
    CHECK(keypad->key("F16") == KeypadKey::ok);
    CHECK_MESSAGE(keypad->key("Right") == KeypadKey::help, "a key that is named means that alone");
    CHECK_MESSAGE(keypad->key("Return") == KeypadKey::ok, "a plain keyboard goes on");

    const std::string instead =
        "; write previous, next, ok, back, repeat or help, and the X names of the keys that send it: \"next=F13 "
        "previous=F14 ok=F15,Return\" (xev shows a key's name)";
    const auto trouble = [&](const char* text) {
        const auto read = app::Keypad::read(text);
        REQUIRE_FALSE(read);
        return read.failure().sentence;
    };
    CHECK(trouble("forward=F13") == "'forward=F13' names none of the six keys" + instead);
    CHECK(trouble("next") == "'next' names none of the six keys" + instead);
    CHECK(trouble("next=Enter") == "there is no key 'Enter'" + instead);
    CHECK(trouble("next=") == "'next=' names no key" + instead);
    CHECK(trouble("next=F13 previous=F14,F13") == "'F13' would mean both next and previous" + instead);
    CHECK_MESSAGE(app::Keypad::read("next=F13,F13 next=F13"), "the same said again");
}

TEST_CASE("names that xev shows stand for the keys that send them") {
    const auto on_a_display = [](const std::string& name) -> std::set<std::string> {
        if (name == "XF86Tools" || name == "F13") return {"F13"};
        if (name == "KP_4") return {"KP_Left", "Shift+KP_Left"};
        return {};
    };
    const auto keypad = app::Keypad::read("next=XF86Tools ok=KP_4", on_a_display);
    REQUIRE(keypad);
    CHECK(keypad->key("F13") == KeypadKey::next);
    CHECK(keypad->key("KP_Left") == KeypadKey::ok);
    CHECK(keypad->key("Shift+KP_Left") == KeypadKey::ok);
    const auto none = app::Keypad::read("next=XF86Launch9", on_a_display);
    REQUIRE_FALSE(none);
    CHECK(none.failure().sentence.starts_with("no key of this machine sends 'XF86Launch9'; write "));
    CHECK_FALSE(app::Keypad::read("next=XF86Tools previous=F13", on_a_display));
}

TEST_CASE("next and previous go round; the first only shows where it begins") {
    Glass glass;
    CHECK(read(glass, KeypadKey::next) == "text 0");
    CHECK(read(glass, KeypadKey::previous) == "text 0");
    const std::vector<std::string> stops{"text 0", "text 1", "key yes", "key back", "key turn", "key help"};
    for (std::size_t at = 0; at < stops.size(); ++at) {
        glass.focused = at;
        CHECK(read(glass, KeypadKey::next) == stops[(at + 1) % stops.size()]);
        CHECK(read(glass, KeypadKey::previous) == stops[(at + stops.size() - 1) % stops.size()]);
    }
    glass.stops.clear();
    glass.focused.reset();
    CHECK(read(glass, KeypadKey::next) == "nothing");
    CHECK(read(glass, KeypadKey::previous) == "nothing");
    CHECK(read(glass, KeypadKey::ok) == "nothing");
}

TEST_CASE("OK is a touch of the key under the focus; of anything else it only says that somebody is there") {
    Glass glass;
    CHECK(read(glass, KeypadKey::ok) == "text 0");
    CHECK_MESSAGE(read(glass, KeypadKey::help) == "text 0, tap help", "whoever begins with it hears what follows");
    glass.focused = 1;
    CHECK(read(glass, KeypadKey::ok) == "text 1");
    glass.focused = 2;
    CHECK(read(glass, KeypadKey::ok) == "tap yes");
    glass.focused = 4;
    CHECK_MESSAGE(read(glass, KeypadKey::ok) == "key turn", "disabled");
    CHECK(read(glass, KeypadKey::repeat) == "repeat");
    CHECK(read(glass, KeypadKey::help) == "tap help");
}

TEST_CASE("nobody answers what they could not hear; to staff and back it goes") {
    Glass glass;
    glass.screen.actions.push_back(action::Tick{});
    glass.screen.actions.push_back(action::TickReply{visit::Reply::no});
    glass.screen.actions.push_back(action::TickReply{visit::Reply::tell_staff});
    for (const page::KeyId id : {4, 5, 6}) glass.stops.push_back(key(id));
    const auto at = [&](std::size_t stop, bool is_unheard) {
        app::KeypadReader reader{content::Timing{}};
        const auto events = reader.read(KeypadKey::ok, {glass.screen, glass.stops, stop, is_unheard}, {1'000});
        return events.size() == 1 && std::holds_alternative<visit::event::Tapped>(events.front());
    };
    for (const std::size_t answer : {2U, 6U, 7U}) {
        CAPTURE(answer);
        CHECK(at(answer, false));
        CHECK_FALSE(at(answer, true));
    }
    for (const std::size_t other : {3U, 5U, 8U}) CHECK(at(other, true));
}

TEST_CASE("any other key says that somebody is there, and the focus stays") {
    Glass glass;
    CHECK(read(glass, {}) == "touch");
    glass.focused = 2;
    CHECK(read(glass, {}) == "key yes");
}

TEST_CASE("back is the screen's own way back") {
    Glass glass;
    glass.focused = 0;
    CHECK(read(glass, KeypadKey::back) == "tap back");
    glass.stops.erase(glass.stops.begin() + 3);  // covered, or not there
    CHECK_MESSAGE(read(glass, KeypadKey::back) == "text 0", "nothing leads back");
    glass.screen.page.panel = page::OverPanel{};
    CHECK_MESSAGE(read(glass, KeypadKey::back) == "tap close", "a panel closes");
    glass.screen.actions[0] = action::Confirm{false};
    CHECK_MESSAGE(read(glass, KeypadKey::back) == "tap another", "a question is answered with No");
    glass.screen.actions[0] = action::StillHere{};
    CHECK(read(glass, KeypadKey::back) == "tap another");
}

TEST_CASE("a shaking hand") {
    Glass glass;
    glass.focused = 2;
    app::KeypadReader reader{content::Timing{}};
    const auto press = [&](KeypadKey pressed, long long ms) { return words(reader.read(pressed, glass.on(), {ms})); };
    CHECK(press(KeypadKey::ok, 10'000) == "tap yes");
    CHECK_MESSAGE(press(KeypadKey::ok, 10'700) == "nothing", "the same key within 0.8 s");
    CHECK(press(KeypadKey::ok, 10'900) == "tap yes");
    reader.screen_changed({11'000});
    glass.focused = 3;
    CHECK_MESSAGE(press(KeypadKey::back, 11'200) == "nothing", "right after a screen change");
    CHECK_MESSAGE(press(KeypadKey::next, 11'200) == "key turn", "moving on chooses nothing");
    CHECK_MESSAGE(press(KeypadKey::ok, 11'600) == "nothing", "twice within 0.8 s, though on another key by now");
    CHECK(press(KeypadKey::ok, 11'700) == "tap back");
    reader.screen_changed({11'800});
    CHECK_MESSAGE(press(KeypadKey::help, 11'900) == "tap help", "help is the same on every screen");
    CHECK(press(KeypadKey::help, 12'600) == "nothing");
}
