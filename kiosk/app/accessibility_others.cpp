// SPDX-License-Identifier: Apache-2.0
// Revised Section 508, chapter 4: 402 and 407; and WCAG 2.2.
#include "app/accessibility.hpp"

#include <cmath>
#include <cstdio>

namespace kiosk::app {

namespace {

constexpr const char* revised = "Revised Section 508";
constexpr const char* web = "WCAG 2.2";
constexpr double least_capital = 4.8;  ///< mm: 3/16 inch

Finding hardware(const char* what) {
    return {Meets::needs_hardware, what, {}};
}

Finding none(const char* why) {
    return {Meets::does_not_apply, why, {}};
}

Finding characters(const Ground& ground) {
    auto least = ground.fit[Surface::Seen::normal].letters;
    least.meet(ground.fit[Surface::Seen::normal].access_labels);
    const double mm = ground.eye.capital(least.value);
    char text[32];
    std::snprintf(text, sizeof text, "%.2f mm", mm);
    return {mm >= least_capital ? Meets::yes : Meets::no,
            "sans serif; capitals 4.8 mm (3/16 inch) or more in every text size",
            std::string(text) + " (" + in_words(least) + ")"};
}

Finding help(const Ground&) {
    return {Meets::yes, "the help key has one place on every patient's screen (tests/views/glass_rules_test.cpp)", {}};
}

}  // namespace

std::vector<Criterion> section_508() {
    return {
        {revised, "402.2", "Speech-output enabled", judge::speech},
        {revised, "402.2.1", "Information displayed on-screen", judge::speech},
        {revised, "402.2.2", "Transactional outputs", judge::speech},
        {revised, "402.2.3", "Speech delivery type and coordination", judge::speech},
        {revised, "402.2.4", "User control", judge::speech_control},
        {revised, "402.2.5", "Braille instructions",
         [](const Ground&) { return hardware("a braille label that says how to start speech"); }},
        {revised, "402.3.1", "Private listening", judge::private_listening},
        {revised, "402.3.2", "Non-private listening",
         [](const Ground&) { return hardware("speakers of 65 dB or more"); }},
        {revised, "402.4", "Characters on display screens", characters},
        {revised, "407.2", "Contrast",
         [](const Ground&) { return hardware("labels of a keypad that stand out from it"); }},
        {revised, "407.3.1", "Tactilely discernible",
         [](const Ground&) { return hardware("a keypad beside the glass"); }},
        {revised, "407.4", "Key repeat", judge::key_repeat},
        {revised, "407.5", "Timed response", judge::timed_response},
        {revised, "407.6", "Operation", judge::one_finger},
        {revised, "407.8", "Reach height and depth",
         [](const Ground&) { return hardware("keys 380 to 1220 mm high when the panel hangs"); }},
    };
}

std::vector<Criterion> wcag() {
    return {
        {web, "1.3.4", "Orientation", judge::fits},
        {web, "1.4.3", "Contrast (minimum)", judge::text_contrast},
        {web, "1.4.4", "Resize text", judge::letters},
        {web, "1.4.6", "Contrast (enhanced)", judge::text_contrast},
        {web, "1.4.11", "Non-text contrast", judge::edge_contrast},
        {web, "2.1.1", "Keyboard", judge::keys},
        {web, "2.1.2", "No keyboard trap", judge::keys},
        {web, "2.2.1", "Timing adjustable", judge::time_to_answer},
        {web, "2.3.3", "Animation from interactions", judge::stillness},
        {web, "2.4.3", "Focus order", judge::focus},
        {web, "2.4.7", "Focus visible", judge::focus},
        {web, "2.5.1", "Pointer gestures", judge::one_finger},
        {web, "2.5.2", "Pointer cancellation", judge::one_finger},
        {web, "2.5.5", "Target size (enhanced)", judge::key_size},
        {web, "2.5.7", "Dragging movements", judge::one_finger},
        {web, "2.5.8", "Target size (minimum)", judge::key_size},
        {web, "3.1.1", "Language of page", judge::languages},
        {web, "3.2.6", "Consistent help", help},
        {web, "3.3.8", "Accessible authentication", [](const Ground&) { return none("patients do not sign in"); }},
    };
}

}  // namespace kiosk::app
