// SPDX-License-Identifier: Apache-2.0
#include "app/finger.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace kiosk;
using window::Finger;

namespace {

/// Two keys, one over the other, on the panel of the design: Yes (y 100..200) and No (y 300..400).
page::Sheet two_keys(Size size = {1080, 1920}) {
    page::Sheet sheet;
    sheet.size = size;
    sheet.targets = {{.key = 0, .touch = {100, 100, 400, 100}, .label = "Yes", .spoken = ""},
                     {.key = 1, .touch = {100, 300, 400, 100}, .label = "No", .spoken = ""}};
    return sheet;
}

views::Screen meanings() {
    return {{}, {visit::action::Say{visit::Reply::yes}, visit::action::Say{visit::Reply::no}}};
}

struct Touch {
    Finger::Kind kind;
    Point at;
    long long ms;
};

/// What a finger did, as words: "press yes", "tap yes", "off", "touch"; in order.
std::string read(const std::vector<Touch>& touches, long long change_at = -1, Size size = {1080, 1920}) {
    app::FingerReader reader{content::Timing{}};
    const auto sheet = two_keys(size);
    const auto screen = meanings();
    std::string seen;
    for (const auto& touch : touches) {
        if (change_at >= 0 && touch.ms >= change_at) reader.screen_changed({std::exchange(change_at, -1)});
        const auto event = reader.read({touch.kind, touch.at}, sheet, screen, {touch.ms});
        if (!event) continue;
        const auto name = [](const visit::Action& a) {
            return std::get<visit::action::Say>(a).reply == visit::Reply::yes ? "yes" : "no";
        };
        if (const auto* tapped = std::get_if<visit::event::Tapped>(&*event))
            seen += std::string("tap ") + name(tapped->action) + ", ";
        if (const auto* pressed = std::get_if<visit::event::Pressed>(&*event))
            seen += pressed->action ? std::string("press ") + name(*pressed->action) + ", " : "off, ";
        if (std::holds_alternative<visit::event::Touched>(*event)) seen += "touch, ";
    }
    return seen;
}

constexpr auto down = Finger::Kind::down, moved = Finger::Kind::moved, up = Finger::Kind::up;

}  // namespace

TEST_CASE("what a finger means") {
    struct Row {
        const char* what;
        std::vector<Touch> touches;
        const char* seen;
    };
    const std::vector<Row> rows = {
        {"a key fires on release inside it", {{down, {200, 150}, 0}, {up, {200, 150}, 90}}, "press yes, tap yes, "},
        {"a long press is a press", {{down, {200, 150}, 0}, {up, {200, 150}, 9000}}, "press yes, tap yes, "},
        {"a trembling finger may slip 39 px off the key",
         {{down, {200, 190}, 0}, {moved, {200, 239}, 50}, {up, {200, 239}, 90}},
         "press yes, tap yes, "},
        {"40 px off is off", {{down, {200, 190}, 0}, {up, {200, 240}, 90}}, "press yes, off, "},
        {"sliding off lets go of the key and nothing fires",
         {{down, {200, 150}, 0}, {moved, {200, 260}, 50}, {up, {200, 260}, 90}},
         "press yes, off, "},
        {"sliding off and back fires",
         {{down, {200, 150}, 0}, {moved, {200, 260}, 50}, {moved, {200, 150}, 60}, {up, {200, 150}, 90}},
         "press yes, off, press yes, tap yes, "},
        {"sliding onto another key fires neither",
         {{down, {200, 150}, 0}, {moved, {200, 350}, 50}, {up, {200, 350}, 90}},
         "press yes, off, "},
        {"a touch beside the keys says only that someone is there",
         {{down, {900, 900}, 0}, {up, {900, 900}, 90}},
         "touch, "},
        {"a second touch on the same key within 0.8 s does nothing",
         {{down, {200, 150}, 0}, {up, {200, 150}, 90}, {down, {200, 150}, 300}, {up, {200, 150}, 400}},
         "press yes, tap yes, "},
        {"after 0.8 s it does",
         {{down, {200, 150}, 0}, {up, {200, 150}, 90}, {down, {200, 150}, 890}, {up, {200, 150}, 950}},
         "press yes, tap yes, press yes, tap yes, "},
        {"another key answers at once",
         {{down, {200, 150}, 0}, {up, {200, 150}, 90}, {down, {200, 350}, 200}, {up, {200, 350}, 260}},
         "press yes, tap yes, press no, tap no, "},
        {"a release alone does nothing", {{up, {200, 150}, 0}}, ""},
    };
    for (const auto& row : rows) {
        INFO(row.what);
        CHECK(read(row.touches) == row.seen);
    }
}

TEST_CASE("after a change of screen") {
    CHECK(read({{down, {200, 150}, 299}, {up, {200, 150}, 350}}, 0) == "");  // deaf for 300 ms
    CHECK(read({{down, {200, 150}, 300}, {up, {200, 150}, 350}}, 0) == "press yes, tap yes, ");
    CHECK(read({{down, {200, 150}, 0}, {up, {200, 150}, 900}}, 500) ==
          "press yes, ");  // the key went away under the finger
}

TEST_CASE("the slop is a length of the hand: it shrinks with a smaller panel") {
    CHECK(read({{down, {200, 190}, 0}, {up, {200, 219}, 90}}, -1, {540, 960}) == "press yes, tap yes, ");
    CHECK(read({{down, {200, 190}, 0}, {up, {200, 221}, 90}}, -1, {540, 960}) == "press yes, off, ");
}

TEST_CASE("a double touch on Listen does not stop it; digits and steps of the volume each count") {
    using namespace visit::action;
    const app::SameKey same;
    CHECK(same(Listen{}, StopListening{}));
    CHECK(same(SetSpeed{visit::Speed::slow}, SetSpeed{visit::Speed::fast}));
    CHECK_FALSE(same(Digit{1, 0}, Digit{1, 1}));
    CHECK_FALSE(same(SetVolume{3}, SetVolume{4}));
}
