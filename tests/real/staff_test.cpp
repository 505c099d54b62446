// SPDX-License-Identifier: Apache-2.0
// Staff at the real window: a PIN that the service judges opens today's handouts, and, by the corners of welcome, the
// page with the test call, which reaches the desk.
#include "app/clock.hpp"
#include "app/staff_text.hpp"
#include "browser.hpp"
#include "mailbox/mailbox.hpp"
#include "room.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>
#include <fstream>

using namespace kiosk;
using namespace kiosk::test;
using visit::PinVerdict;
namespace action = kiosk::visit::action;
namespace event = kiosk::visit::event;

namespace {

constexpr Duration limit{60'000};
constexpr const char* pin = "130279";

mailbox::Facts told_by_service(const Room& room) {
    const auto look = mailbox::look(room.folder / "state/mailbox");
    return look ? look->service : mailbox::Facts{};
}

std::string told(const Room& room, mailbox::Fact fact) {
    return mailbox::value_of(told_by_service(room), fact);
}

/// As the installer does it, while the kiosk runs.
void set_pin(const Room& room) {
    const auto said = output_of("echo " + std::string(pin) + " | " + KIOSK_BINARY + " pin --config /dev/null --state " +
                                (room.folder / "state") + " 2>&1");
    REQUIRE_MESSAGE(says(said, "The staff PIN at the glass is set."), said);
    REQUIRE(until(limit, [&] { return told(room, mailbox::Fact::staff_pin) == "set"; }));
}

std::string bundle_key() {
    return std::string(64, 'a');
}

/// One bundle on it, that nobody signed.
void put_in_stick(const Room& room) {
    const auto image = room.folder / "usb-stick", bundle = room.folder / "words.kiosk";
    std::ofstream(bundle) << "no bundle";
    const auto said =
        output_of("(mformat -C -i " + image + " -f 1440 :: && mcopy -i " + image + " " + bundle + " ::) 2>&1");
    REQUIRE_MESSAGE(std::filesystem::exists(image), said);
}

struct Kiosk {
    Room room;
    play::Player player;

    Kiosk() : player(started(room), visit::PrinterKind::none) {
        fine(room, player.see());
        set_pin(room);
    }
    static const content::Content& started(Room& room) {
        room.start({"--listen", "127.0.0.1:0", "--name", "Waiting room 1", "--bundle-key", bundle_key(), "--sticks",
                    room.folder / "usb-*"});
        return shipped();
    }

    void type(const std::string& digits) {
        for (std::size_t i = 0; i < digits.size(); ++i)
            fine(room, player.tap(action::Digit{digits[i] - '0', static_cast<int>(i)}));
        REQUIRE(player.touch(player.key(action::EnterPin{})) == "");
    }
    /// What the service found; the glass says so.
    void judged(PinVerdict verdict) {
        const auto& visit = player.visit();
        fine(room, player.happens(event::PinJudged{visit.ticket, visit.pin_tries, verdict, Duration{0}}));
    }
    /// By the corners of welcome; what the page shows is what the service told.
    void to_staff_mode(visit::Desk desk) {
        fine(room, player.happens(event::DeskIs{desk}));
        fine(room, player.happens(event::StaffPinIs{true}));
        const auto corners = [&] {
            for (const Point corner : {Point{30, 30}, Point{1050, 30}, Point{30, 30}, Point{1050, 30}})
                player.screen().tap(corner);
            return player.happens(event::StaffGesture{}).empty();
        };
        REQUIRE_MESSAGE(until(limit, corners), room.log());
        type(pin);
        const auto read = [&] { return app::read_status(told(room, mailbox::Fact::status)); };
        REQUIRE_MESSAGE(until(limit, [&] { return bool(read()); }), room.log());
        CHECK(read()->visits.size() == 7);
        player.happens(event::StatusIs{std::make_shared<const visit::KioskStatus>(*read())});
        judged(PinVerdict::right);
    }
    void to_amber() {
        fine(room, player.happens(event::DeskIs{visit::Desk::deaf}));
        fine(room, player.happens(event::StaffPinIs{true}));
        to_first_question(room, player);
        fine(room, player.answer_no("Have you had any of these?"));
        fine(room, player.play("tap Fever, chills or night sweats"));
        fine(room, player.tap(action::Continue{}));
        fine(room, player.answer_all_no());
    }
};

}  // namespace

TEST_CASE("on amber a PIN and 'I have seen this patient' open the handouts, a wrong PIN nothing") {
    Kiosk at;
    at.to_amber();
    fine(at.room, at.player.tap(action::StaffKey{}));
    at.type("111111");
    at.judged(PinVerdict::wrong);
    at.type(pin);
    at.judged(PinVerdict::right);
    CHECK(at.player.key(action::Confirm{true}) != nullptr);
    fine(at.room, at.player.tap(action::Confirm{true}));
    CHECK(at.player.visit().release == visit::Release::by_staff);
    fine(at.room, at.player.tap(action::ShowHandouts{}));
    CHECK(std::holds_alternative<visit::place::Library>(at.player.visit().place));
    CHECK_FALSE(says(all_bytes(at.room.folder / "state"), pin));
    CHECK_FALSE(says(at.room.log(), pin));
}

TEST_CASE("from welcome, by the corners and the PIN, staff send a test call that the desk shows and answers") {
    Kiosk at;
    auto& player = at.player;
    REQUIRE(until(limit, [&] { return says(told(at.room, mailbox::Fact::desk_page), "http"); }));
    Browser desk;
    desk.open(told(at.room, mailbox::Fact::desk_page));
    REQUIRE(until(limit, [&] { return told(at.room, mailbox::Fact::desk) == "listens"; }));
    at.to_staff_mode(visit::Desk::listens);

    REQUIRE(player.touch(player.key(action::TestCall{})) == "");
    REQUIRE(until(limit, [&] { return says(desk.text("#calls"), "TEST CALL: nobody waits"); }));
    CHECK(says(desk.text("#calls"), "Waiting room 1"));
    CHECK(desk.text("header.alarm").empty());
    REQUIRE(player.touch(player.key(action::Close{})) == "");
    // Staff mode is closed: a test nobody answered does not stay.
    REQUIRE(until(limit, [&] { return says(desk.text("#calls"), "Nobody is calling."); }));
    CHECK(says(desk.text("#closed"), "TEST CALL: nobody waits"));
    fine(at.room, player.see());
}

TEST_CASE("a restart from the glass begins screen and service anew, and both can still be stopped") {
    Kiosk at;
    REQUIRE(until(limit, [&] { return told(at.room, mailbox::Fact::desk) == "deaf"; }));
    at.to_staff_mode(visit::Desk::deaf);
    const pid_t service = at.room.service();
    REQUIRE(service > 0);
    fine(at.room, at.player.tap(action::Restart{}));
    REQUIRE(at.player.touch(at.player.key(action::Confirm{true})) == "");
    fine(at.room, at.player.see());
    CHECK(std::holds_alternative<visit::place::Welcome>(at.player.visit().place));
    REQUIRE(until(limit, [&] { return at.room.service() > 0 && at.room.service() != service; }));
    at.room.kiosk->kill(SIGTERM);
    REQUIRE(at.room.kiosk->ended(limit));
    CHECK(at.room.kiosk->code() == 0);
}

TEST_CASE("behind the PIN staff ask for an update from a USB stick, and read what came of it") {
    Kiosk at;
    REQUIRE(until(limit, [&] { return told(at.room, mailbox::Fact::desk) == "deaf"; }));
    at.to_staff_mode(visit::Desk::deaf);
    const auto stick = [&] { return app::read_status(told(at.room, mailbox::Fact::status))->stick; };
    const auto on_glass = [&] {
        const auto status = app::read_status(told(at.room, mailbox::Fact::status));
        fine(at.room, at.player.happens(event::StatusIs{std::make_shared<const visit::KioskStatus>(*status)}));
    };
    REQUIRE(at.player.touch(at.player.key(action::UpdateFromStick{})) == "");
    REQUIRE(until(limit, [&] { return stick() == visit::StickUpdate::looking; }));
    on_glass();
    REQUIRE(std::filesystem::exists(at.room.folder / "state/books/stick-wanted"));
    put_in_stick(at.room);
    // As the unit does it.
    const auto said = output_of(std::string(KIOSK_BINARY) + " install --stick --config /dev/null --state " +
                                (at.room.folder / "state") + " --bundle-key " + bundle_key() + " --sticks '" +
                                (at.room.folder / "usb-*") + "' 2>&1");
    REQUIRE_MESSAGE(until(limit, [&] { return stick() == visit::StickUpdate::not_ours; }), said);
    on_glass();
    CHECK_FALSE(std::filesystem::exists(at.room.folder / "state/books/stick-wanted"));
}
