// SPDX-License-Identifier: Apache-2.0
// What several standards ask alike, judged once.
#include "app/accessibility.hpp"
#include "base/contrast.hpp"
#include "views/gallery.hpp"
#include "views/views.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace kiosk::app::judge {

namespace {

using Seen = Surface::Seen;
constexpr std::array on_the_glass{Seen::normal, Seen::large, Seen::largest, Seen::white_on_black};
constexpr double least_key = 44;  // CSS px of WCAG 2.2, 2.5.5: 1/96 inch each
constexpr double css_px = 25.4 / 96;

std::string number(double value, int digits) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return text.data();
}

std::string seconds(Duration time) {
    return number(static_cast<double>(time.count()) / 1000, 0) + " s";
}

Meets met(bool is) {
    return is ? Meets::yes : Meets::no;
}

page::Measures patients(const Fit& fit) {
    page::Measures all;
    for (const auto seen : on_the_glass) all.meet(fit[seen]);
    return all;
}

struct Moves {
    bool offered = false;  ///< a patient can stop it
    std::string still;     ///< a screen that moves all the same; empty: none
};

/// Countdowns apart, which say how much time is left.
Moves what_moves(const content::Content& content) {
    constexpr Duration a_moment{300};
    Moves moves;
    for (auto shown : views::screens(content)) {
        shown.visit.look.still = true;
        const auto screen = views::compose(content, shown.visit, shown.now);
        moves.offered = moves.offered || std::find(screen.actions.begin(), screen.actions.end(),
                                                   visit::Action{visit::action::ToggleStill{}}) != screen.actions.end();
        const bool counts = std::holds_alternative<visit::overlay::StillThere>(shown.visit.overlay) ||
                            std::holds_alternative<visit::place::Cleaning>(shown.visit.place);
        if (!counts && views::compose(content, shown.visit, shown.now + a_moment) != screen) moves.still = shown.name;
    }
    return moves;
}

Finding built(const Built& fact, const std::string& what) {
    if (fact) return {Meets::yes, *fact, {}};
    return {Meets::not_built, what, {}};
}

/// What is heard needs a machine that can speak.
std::optional<Finding> mute(const Ground& ground) {
    if (ground.built.no_voice.empty()) return {};
    return Finding{Meets::needs_hardware, ground.built.no_voice, {}};
}

Finding needs_headphones(const std::string& why, const std::string& value) {
    return {Meets::needs_hardware,
            "a headphone socket within reach, and then headphones=true in the machine file" + why, value};
}

}  // namespace

Finding text_contrast(const Ground& ground) {
    const auto& normal = ground.fit[Seen::normal].contrast;
    const auto& black = ground.fit[Seen::white_on_black].contrast;
    const auto& staff = ground.fit[Seen::by_staff].contrast;
    return {met(std::min({normal.value, black.value, staff.value}) >= least_text_contrast),
            "every text of every screen against what it stands on, 7 to 1 or more",
            "least " + in_tenths(normal.value) + " to 1 in normal colors (" + in_words(normal) + "), " +
                in_tenths(black.value) + " white on black (" + in_words(black) + "), " + in_tenths(staff.value) +
                " on staff's pages (" + in_words(staff) + ")"};
}

Finding edge_contrast(const Ground& ground) {
    const auto all = patients(ground.fit).edge_contrast;
    return {met(all.value >= least_edge_contrast),
            "the edge of every key against what the key stands on, 3 to 1 or more",
            "least " + in_tenths(all.value) + " to 1 (" + in_words(all) + ")"};
}

Finding letters(const Ground& ground) {
    const auto& largest = ground.fit[Seen::largest];
    const auto& staff = ground.fit[Seen::by_staff].letters;
    const bool roles = std::all_of(ground.roles.begin(), ground.roles.end(),
                                   [](const RoleLetters& role) { return role.enough.has_value(); });
    const bool screens = ground.eye.degrees(largest.letters.value) >= least_degrees;
    const double labels = ground.eye.degrees(largest.access_labels.value, reach);
    return {met(roles && screens && labels >= least_degrees),
            "three text sizes; the labels of the dock's keys never grow and are read at arm's reach, 400 mm",
            "smallest at Largest: " + in_words(largest.letters) + ", " + ground.eye.in_words(largest.letters.value) +
                " at " + number(ground.eye.distance(), 0) + " mm; labels " + number(labels, 2) +
                " degrees at 400 mm (" + in_words(largest.access_labels) +
                "); staff's pages do not grow: " + ground.eye.in_words(staff.value) + " (" + in_words(staff) + ")"};
}

Finding key_size(const Ground& ground) {
    const auto all = patients(ground.fit);
    const double side = ground.eye.mm(all.key.value), gap = ground.eye.mm(all.apart.value);
    return {met(side >= least_key * css_px), "every key 44 CSS px (11.6 mm) or more on its shorter side",
            "smallest " + number(side, 1) + " mm (" + in_words(all.key) + "), nearest two " + number(gap, 1) +
                " mm apart (" + in_words(all.apart) + ")"};
}

Finding time_to_answer(const Ground& ground) {
    const auto& timing = ground.content.clinic.timing;
    using namespace std::chrono_literals;
    const auto first = std::min({timing.idle, timing.idle_reading, timing.idle_largest});
    return {met(first >= 45s && timing.idle_countdown >= 20s),
            "asked on the glass before anything is cleared; any touch or key is the answer, as often as wanted",
            "after " + seconds(timing.idle) + "; reading " + seconds(timing.idle_reading) +
                "; with the largest text or listening " + seconds(timing.idle_largest) + "; then " +
                seconds(timing.idle_countdown) + " to answer"};
}

/// Revised 508 asks for sight, and touch or sound.
Finding timed_response(const Ground& ground) {
    const auto seen = time_to_answer(ground);
    if (seen.meets != Meets::yes) return seen;
    if (const auto none = mute(ground)) return *none;
    if (ground.built.warns_everybody) return {Meets::yes, seen.how + "; it is read aloud, too", seen.value};
    return {Meets::no,
            ground.built.warns_listeners ? "whoever listens or moves by keys hears the question; all others only see it"
                                         : "the question is seen, and not heard",
            seen.value};
}

Finding fits(const Ground& ground) {
    const auto wrong = ground.fit.problems.size();
    return {met(wrong == 0), "every screen in every language, text size and color set, upright, lowered and across",
            std::to_string(ground.fit.screens) + " layouts, " + std::to_string(wrong) + " problems"};
}

Finding stillness(const Ground& ground) {
    const auto moves = what_moves(ground.content);
    return {met(moves.offered && moves.still.empty()),
            "in the contrast panel a patient can keep the screen still; then every change is a plain cut",
            moves.still.empty() ? "no screen moves by itself when still" : "still moving: " + moves.still};
}

Finding one_finger(const Ground&) {
    return {Meets::yes,
            "one touch of one finger, on release inside the key; no swipe, hold, drag or double touch "
            "(tests/app/finger_test.cpp)",
            {}};
}

Finding speech(const Ground& ground) {
    if (!ground.built.speech) return built({}, "not every screen is spoken whole");
    if (const auto none = mute(ground)) return *none;
    if (!ground.built.unspoken.empty()) return {Meets::no, ground.built.unspoken, *ground.built.speech};
    if (!ground.built.headphones)
        return needs_headphones(": on a loudspeaker private questions are not read", *ground.built.speech);
    return built(ground.built.speech, {});
}

Finding speech_control(const Ground& ground) {
    if (const auto none = mute(ground)) return *none;
    return built(ground.built.speech_control, "nothing is spoken, so there is nothing to control");
}

Finding private_listening(const Ground& ground) {
    if (const auto none = mute(ground)) return *none;
    return ground.built.headphones ? built(ground.built.headphones, {}) : needs_headphones({}, {});
}

Finding keys(const Ground& ground) {
    return built(ground.built.keys, "nothing works without touching the glass");
}

Finding key_repeat(const Ground&) {
    return {
        Meets::yes,
        "a key that is held down counts once, what it repeats by itself never (tests/real/keypad_test.cpp); a key on "
        "the glass counts when the finger leaves it",
        {}};
}

Finding focus(const Ground& ground) {
    return built(ground.built.focus, "there is no focus: only a finger chooses");
}

Finding languages(const Ground& ground) {
    const auto& all = ground.content.languages;
    const auto drafts =
        std::count_if(all.begin(), all.end(), [](const content::Language& each) { return each.is_draft; });
    return {Meets::yes, "chosen on the first screen and on every other; drafts say that they are",
            std::to_string(all.size()) + " languages, " + std::to_string(drafts) + " of them drafts"};
}

}  // namespace kiosk::app::judge
