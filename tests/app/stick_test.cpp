// SPDX-License-Identifier: Apache-2.0
// A bundle on a USB stick: what staff behind the PIN ask for, what a unit of its own does, and what the glass is told.
// The sticks are images of FAT file systems, made and read by mtools.
#include "app/stick.hpp"

#include "app/other_program.hpp"
#include "app/state.hpp"
#include "bundle_way.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <thread>

using namespace kiosk;
using namespace kiosk::app;
using visit::StickUpdate;

namespace {

struct Sticks : Way {
    StickDesk desk;
    Sticks() : desk((kiosk.sticks = file("usb-*"), kiosk)) { REQUIRE(make_books_folder(kiosk)); }

    std::string stick(const std::string& name = "usb-one") const {
        const auto image = file(name.c_str());
        REQUIRE(run_program({"mformat", "-C", "-i", image, "-T", "65536", "-h", "16", "-s", "63", "::"}).as ==
                Ran::As::fine);
        return image;
    }
    /// This bundle, as it is now.
    void copy_to(const std::string& stick, const std::string& as) const {
        REQUIRE(run_program({"mcopy", "-i", stick, bundle, "::" + as}).as == Ran::As::fine);
    }
    Told unit(Exit expected) const {
        return told([&] { return app::install(kiosk, {.stick = true, .wait = 0}); }, expected);
    }
    /// Staff ask, the unit does it, staff look.
    StickAnswer update(Exit expected) {
        REQUIRE(desk.ask(Instant{0}));
        CHECK(desk.look(Instant{1'000}).is == StickUpdate::looking);
        unit(expected);
        return desk.look(Instant{2'000});
    }
};

}  // namespace

TEST_CASE("the newest bundle on a stick is installed, and staff at the glass are told") {
    Sticks clinic;
    CHECK(clinic.desk.look(Instant{0}) == StickAnswer{});
    const auto stick = clinic.stick();
    clinic.pack(8);
    clinic.copy_to(stick, "Riverside, new words (1).KIOSK");
    clinic.pack(7);
    clinic.copy_to(stick, "older.kiosk");
    std::ofstream(clinic.file("holiday.jpg")) << "not a bundle";
    REQUIRE(run_program({"mcopy", "-i", stick, clinic.file("holiday.jpg"), "::"}).as == Ran::As::fine);
    CHECK(clinic.update(Exit::fine) == StickAnswer{StickUpdate::installed, 8});
    CHECK(clinic.shown() != "nothing");
    // It stays to be read.
    CHECK(clinic.desk.look(Instant{900'000}) == StickAnswer{StickUpdate::installed, 8});
}

TEST_CASE("what is refused is told in one of a few sentences, and changes nothing") {
    Sticks clinic;
    const auto stick = clinic.stick();
    SUBCASE("no bundle") {
        CHECK(clinic.update(Exit::world).is == StickUpdate::empty);
    }
    SUBCASE("no file system that is known") {
        std::ofstream(stick, std::ios::trunc) << std::string(100'000, 'x');
        CHECK(clinic.update(Exit::world).is == StickUpdate::unreadable);
    }
    SUBCASE("signed by a stranger") {
        clinic.pack(7);
        clinic.copy_to(stick, "a.kiosk");
        clinic.kiosk.bundle_key = *make_key(clinic.file("another"));
        CHECK(clinic.update(Exit::content_problem).is == StickUpdate::not_ours);
    }
    SUBCASE("no bundle at all under its name") {
        std::ofstream(clinic.bundle) << "clinic-kiosk-bundle 1\n";
        clinic.copy_to(stick, "a.kiosk");
        CHECK(clinic.update(Exit::content_problem).is == StickUpdate::not_ours);
    }
    SUBCASE("nobody approved it") {
        clinic.pack(7);
        clinic.copy_to(stick, "a.kiosk");
        clinic.kiosk.approval_key = *make_key(clinic.file("clinician"));
        CHECK(clinic.update(Exit::content_problem).is == StickUpdate::unfit);
    }
    CHECK(clinic.shown() == "nothing");
}

TEST_CASE("older than what was here") {
    Sticks clinic;
    clinic.pack(8);
    clinic.install(Exit::fine);
    const auto stick = clinic.stick();
    clinic.pack(7);
    clinic.copy_to(stick, "a.kiosk");
    CHECK(clinic.update(Exit::content_problem).is == StickUpdate::older);
}

TEST_CASE("the whole stick and its one part: what can be read decides") {
    Sticks clinic;
    std::ofstream(clinic.file("usb-one")) << std::string(100'000, '\0');
    clinic.pack(7);
    clinic.copy_to(clinic.stick("usb-one-part1"), "a.kiosk");
    CHECK(clinic.update(Exit::fine).is == StickUpdate::installed);
}

TEST_CASE("one who asks is answered though nothing on the machine looks for sticks") {
    Sticks clinic;
    REQUIRE(clinic.desk.ask(Instant{0}));
    CHECK(read_file((clinic.scratch.folder / "kiosk/books/stick-wanted").string()).text);
    CHECK(clinic.desk.look(Instant{119'000}).is == StickUpdate::looking);
    CHECK(clinic.desk.look(Instant{121'000}).is == StickUpdate::no_answer);
    CHECK_FALSE(read_file((clinic.scratch.folder / "kiosk/books/stick-wanted").string()).text);
    // Nor is a check that never ends, nor rubbish in its place.
    REQUIRE(clinic.desk.ask(Instant{130'000}));
    REQUIRE(leave_answer(clinic.kiosk, {StickUpdate::checking, 0}));
    CHECK(clinic.desk.look(Instant{729'000}).is == StickUpdate::checking);
    CHECK(clinic.desk.look(Instant{731'000}).is == StickUpdate::no_answer);
    // An answer that comes too late is no answer to the next one who asks.
    REQUIRE(leave_answer(clinic.kiosk, {StickUpdate::installed, 3}));
    REQUIRE(clinic.desk.ask(Instant{800'000}));
    CHECK(clinic.desk.look(Instant{801'000}).is == StickUpdate::looking);
}

TEST_CASE("of many bundles, under any name, the one with the highest version") {
    Sticks clinic;
    const auto stick = clinic.stick();
    std::ofstream(clinic.bundle) << "clinic-kiosk-bundle 1\nversion 999\n";
    clinic.copy_to(stick, "a.kiosk");
    for (int i = 1; i <= 18; ++i) {
        clinic.pack(static_cast<std::uint64_t>(i));
        clinic.copy_to(stick, "clinic[" + std::to_string(i) + "].kiosk");
    }
    CHECK(clinic.update(Exit::fine) == StickAnswer{StickUpdate::installed, 18});
}

TEST_CASE("pulled out while it is read: the stick is to blame, not the bundle") {
    Sticks clinic;
    clinic.pack(7);
    const auto stick = clinic.stick();
    clinic.copy_to(stick, "a.kiosk");
    const auto file = look_at_sticks(clinic.kiosk).bundles;
    REQUIRE(file.size() == 1);
    std::filesystem::remove(stick);
    CHECK_FALSE(read_stick(file.front()));
}

TEST_CASE("what came of it stays for an hour; rubbish in its place is no answer") {
    Sticks clinic;
    for (const auto* rubbish : {"2 0", "99 0", "-4 0", "12 0"}) {
        REQUIRE(clinic.desk.ask(Instant{0}));
        std::ofstream(clinic.scratch.folder / "kiosk/books/stick-answer") << rubbish;
        CHECK_MESSAGE(clinic.desk.look(Instant{1'000}).is == StickUpdate::no_answer, rubbish);
    }
    CHECK(clinic.desk.look(Instant{3'600'000}).is == StickUpdate::no_answer);
    CHECK(clinic.desk.look(Instant{3'602'000}).is == StickUpdate::ready);
}

TEST_CASE("a reader without a card does not cut short the time to put the stick in") {
    Sticks clinic;
    std::ofstream(clinic.file("usb-reader")) << "";
    clinic.pack(7);
    clinic.copy_to(clinic.stick("late"), "a.kiosk");
    const std::jthread hand([&] {
        std::this_thread::sleep_for(std::chrono::seconds(7));
        std::filesystem::rename(clinic.file("late"), clinic.file("usb-late"));
    });
    CHECK(wait_for_stick(clinic.kiosk, Duration{60'000}).is == StickUpdate::looking);
}

TEST_CASE("a kiosk that takes no bundles, or none from sticks, leaves no note") {
    const Way way;
    for (auto machine :
         {Machine{.state = way.kiosk.state}, Machine{.state = way.kiosk.state, .bundle_key = "ab", .sticks = ""}}) {
        StickDesk desk(machine);
        CHECK(desk.look(Instant{0}).is == StickUpdate::not_here);
        CHECK(desk.ask(Instant{0}));
        CHECK_FALSE(read_file((way.scratch.folder / "kiosk/books/stick-wanted").string()).text);
    }
}
