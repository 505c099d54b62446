// SPDX-License-Identifier: Apache-2.0
#include "views/gallery_album.hpp"

namespace kiosk::views {
namespace {

using content::Urgency;
using visit::DeskStage, visit::PinVerdict, visit::PrintStage;
namespace action = visit::action;
namespace event = visit::event;

const visit::KioskStatus status{.printer = "ready",
                                .emergencies_today = 1,
                                .see_today = 3,
                                .last_drill = "2026-11-16 08:05",
                                .visits = {31, 42, 38, 45, 29, 11, 9},
                                .weekdays = {1, 2, 3, 4, 5, 6, 0},
                                .checks_finished = 163,
                                .handouts_printed = 271};

const visit::Surroundings deaf_desk{visit::PrinterKind::real, visit::Desk::deaf, true};

Walk at_pin(const content::Content& content, const visit::Surroundings& around = with_pin,
            const visit::KioskStatus& told = status) {
    return Walk(content, around)
        .tell(event::StatusIs{std::make_shared<const visit::KioskStatus>(told)})
        .tell(event::StaffGesture{});
}

Walk in_staff_mode(const content::Content& content) {
    return at_pin(content).type_pin();
}

/// Nobody hears this kiosk, and its printer waits for somebody.
Walk in_trouble(const content::Content& content) {
    auto told = status;
    told.printer = "paper";
    told.printer_trouble = true;
    return at_pin(content, deaf_desk, told).type_pin();
}

/// It takes bundles from a stick.
Walk with_stick(const content::Content& content, visit::StickUpdate is, const std::string& version = {}) {
    auto told = status;
    told.stick = is;
    told.stick_version = version;
    return at_pin(content, with_pin, told).type_pin();
}

Walk& test_call(Walk& walk, DeskStage stage) {
    return walk.tell(event::TestCallReported{walk.visit().ticket, walk.visit().test_call->number, stage});
}

}  // namespace

void show_staff(Album& album) {
    const auto& content = album.content;
    album.add("06-see-staff-with-pin", to_outcome(content, with_pin, Urgency::today, 2), Pages::list);
    const Walk pin = at_pin(content);
    album.add("13a-pin", pin);
    album.add("13a-pin-typed", Walk(pin).tap(action::Digit{1, 0}).tap(action::Digit{2, 1}).tap(action::Digit{3, 2}));
    album.add("13a-pin-wrong", Walk(pin).type_pin(PinVerdict::wrong));
    album.add("13a-pin-on-amber", to_outcome(content, with_pin, Urgency::today, 2).tap(action::StaffKey{}));
    album.add("13a-seen-patient", to_outcome(content, with_pin, Urgency::today, 2).tap(action::StaffKey{}).type_pin());
    const Walk staff = in_staff_mode(content);
    album.add("13b-status", staff);
    album.add("13b-restart", Walk(staff).tap(action::Restart{}));
    Walk tested = Walk(staff).tap(action::PrintTestPage{}).tap(action::TestCall{});
    tested.printer(PrintStage::printed);
    album.add("13b-status-tested", test_call(tested, DeskStage::shown));
    album.add("13b-status-troubles", in_trouble(content).tap(action::TestCall{}));
    album.add("13b-status-stick-looking", with_stick(content, visit::StickUpdate::looking));
    album.add("13b-status-stick-installed", with_stick(content, visit::StickUpdate::installed, "202611301742"));
    album.add("13b-status-stick-not-ours", with_stick(content, visit::StickUpdate::not_ours));
    album.add("13c-cleaning", Walk(staff).tap(action::CleanGlass{}));
    Walk drill = Walk(staff).tap(action::StartDrill{});
    album.add("13d-drill", drill);
    album.add("13d-drill-not-sent", in_trouble(content).tap(action::StartDrill{}));
    drill.tap(action::Continue{}).printer(PrintStage::printed);
    test_call(drill, DeskStage::closed);
    while (drill.is_at<visit::place::Drill>()) drill.tap(action::Continue{});
    album.add("13d-drill-end", drill);
}

}  // namespace kiosk::views
