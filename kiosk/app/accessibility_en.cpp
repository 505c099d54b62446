// SPDX-License-Identifier: Apache-2.0
// EN 301 549 v3.2.1, clause 5 (generic requirements) and clause 8 (hardware).
#include "app/accessibility.hpp"
#include "views/gallery.hpp"
#include "views/views.hpp"

#include <algorithm>

namespace kiosk::app {

namespace {

constexpr const char* en = "EN 301 549 v3.2.1";

Finding hardware(const char* what) {
    return {Meets::needs_hardware, what, {}};
}

Finding none(const char* why) {
    return {Meets::does_not_apply, why, {}};
}

/// Text size, contrast and lowering have a key on every patient's screen.
Finding settings_at_hand(const Ground& ground) {
    using namespace visit;
    int screens = 0;
    std::string without;
    for (const auto& shown : views::screens(ground.content)) {
        if (is_for_staff(shown.visit.place)) continue;
        if (is_listening(shown.visit)) continue;  // one touch of Stop away
        const auto actions = views::compose(ground.content, shown.visit, shown.now).actions;
        const auto offers = [&](const Action& action) {
            return std::find(actions.begin(), actions.end(), action) != actions.end();
        };
        ++screens;
        if (!offers(action::OpenPanel{Panel::text_size}) || !offers(action::OpenPanel{Panel::contrast}) ||
            !offers(action::ToggleLowered{}))
            without = shown.name;
    }
    return {without.empty() ? Meets::yes : Meets::no,
            "keys for text size, contrast and Lower screen in the dock; to whoever hears a screen read, after Stop",
            without.empty() ? "on all " + std::to_string(screens) + " of a patient's screens" : "not on " + without};
}

std::vector<Criterion> non_visual() {
    return {
        {en, "5.1.3.1", "Non-visual access", judge::speech},
        {en, "5.1.3.2", "Auditory output delivery including speech", judge::private_listening},
        {en, "5.1.3.3", "Auditory output correlation", judge::speech},
        {en, "5.1.3.4", "Speech output user control", judge::speech_control},
        {en, "5.1.3.5", "Speech output automatic interruption", judge::speech_control},
        {en, "5.1.3.6", "Speech output for non-text content", judge::speech},
        {en, "5.1.3.7", "Speech output for video", [](const Ground&) { return none("there is no video"); }},
        {en, "5.1.3.8", "Masked entry",
         [](const Ground&) { return none("patients enter nothing masked; the PIN is for staff"); }},
        {en, "5.1.3.9", "Private access to personal data", judge::private_listening},
        {en, "5.1.3.10", "Non-interfering audio output", judge::speech_control},
        {en, "5.1.3.11", "Private listening volume", judge::private_listening},
        {en, "5.1.3.12", "Speaker volume",
         [](const Ground&) { return hardware("speakers that reach 65 dBA, measured where people stand"); }},
        {en, "5.1.3.13", "Volume reset", judge::speech_control},
        {en, "5.1.3.14", "Spoken languages", judge::speech},
        {en, "5.1.3.15", "Non-visual error identification", judge::speech},
        {en, "5.1.3.16", "Receipts, tickets and transactional outputs", judge::speech},
    };
}

std::vector<Criterion> hardware_clauses() {
    return {
        {en, "8.1.2", "Standard connections",
         [](const Ground&) { return hardware("USB keypad and 3.5 mm socket of standard form"); }},
        {en, "8.1.3", "Colour",
         [](const Ground&) { return hardware("lamps and marks of the housing, if there are any"); }},
        {en, "8.2.1", "Speech volume",
         [](const Ground&) { return hardware("18 dB of range, a step at +12 dB or more"); }},
        {en, "8.2.2", "Magnetic coupling", [](const Ground&) { return none("nothing is held to the ear"); }},
        {en, "8.3", "Stationary ICT: reach and floor space",
         [](const Ground& ground) {
             return Finding{Meets::needs_hardware,
                            "hang the panel so that all keys are 380 to 1220 mm high; Lower screen brings them down",
                            "keys of a lowered screen end " +
                                std::to_string(static_cast<int>(ground.eye.mm(1920 - 944))) +
                                " mm over the lower edge of the picture"};
         }},
        {en, "8.4", "Mechanically operable parts",
         [](const Ground&) { return hardware("a keypad that needs 22.2 N or less, and no grasp or twist"); }},
        {en, "8.5", "Tactile indication of speech mode",
         [](const Ground&) { return hardware("a mark by the headphone socket"); }},
    };
}

}  // namespace

std::vector<Criterion> en_301_549() {
    std::vector<Criterion> all{{en, "5.1.2.1", "Closed functionality", judge::fits}};
    for (const auto& row : non_visual()) all.push_back(row);
    const std::vector<Criterion> rest{
        {en, "5.1.4", "Functionality closed to text enlargement", judge::letters},
        {en, "5.1.5", "Visual output for auditory information",
         [](const Ground&) { return none("nothing is said that is not on the glass"); }},
        {en, "5.1.6", "Operation without keyboard interface", judge::keys},
        {en, "5.1.7", "Access without speech", [](const Ground&) { return none("nobody has to speak"); }},
        {en, "5.2", "Activation of accessibility features", settings_at_hand},
        {en, "5.3", "Biometrics", [](const Ground&) { return none("there are none"); }},
        {en, "5.4", "Preservation of accessibility information",
         [](const Ground&) {
             return Finding{Meets::yes, "handouts are tagged PDF with their language (tests/page/pdf_test.cpp)", {}};
         }},
        {en, "5.5.1", "Means of operation", judge::one_finger},
        {en, "5.5.2", "Operable parts discernibility",
         [](const Ground&) { return hardware("a keypad that fingers can tell apart without pressing"); }},
        {en, "5.6", "Locking or toggle controls",
         [](const Ground&) {
             return hardware("a keypad without keys that lock; on the glass each such key says its state");
         }},
        {en, "5.7", "Key repeat", judge::key_repeat},
        {en, "5.8", "Double-strike key acceptance",
         [](const Ground& ground) {
             const auto guard = ground.content.clinic.timing.repeat_guard.count();
             return Finding{guard >= 500 ? Meets::yes : Meets::no,
                            "a second touch on the same key does not count so soon",
                            std::to_string(guard) + " ms (0.5 s are asked for)"};
         }},
        {en, "5.9", "Simultaneous user actions", judge::one_finger},
    };
    for (const auto& row : rest) all.push_back(row);
    for (const auto& row : hardware_clauses()) all.push_back(row);
    return all;
}

}  // namespace kiosk::app
