// SPDX-License-Identifier: Apache-2.0
// The screen's own service when it cannot live; and what status says.
#include "app/files.hpp"
#include "room.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>
#include <fstream>

using namespace kiosk;
using namespace kiosk::test;

namespace {

constexpr Duration limit{150'000};  // take-in is niced, and a busy machine lets it wait

}  // namespace

TEST_CASE("a service that keeps dying is started after longer and longer waits; status says why") {
    const Clinic clinic;
    Room room;
    room.start({"--printer", "folder:" + room.folder / "paper", "--name", "Waiting room 1"}, clinic.content());
    const auto content = app::load_content(clinic.content()).content;
    REQUIRE(content);
    play::Player player(*content, visit::PrinterKind::demonstration);
    fine(room, player.see());
    REQUIRE(until(limit, [&] { return says(status(room, clinic), "printer: Demonstration"); }));
    auto said = status(room, clinic);
    CHECK(says(said, "kiosk: Waiting room 1\n"));
    CHECK(says(said, "service: running\n"));
    CHECK(says(said, "content on the disk: fit for patients\n"));
    // Its service reads the same machine file, and what was left empty is said to be empty.
    const auto words = read_file("/proc/" + std::to_string(room.service()) + "/cmdline");
    const auto zero = std::string(1, '\0');
    CHECK(says(words, zero + "--config" + zero + (room.folder / "machine.conf") + zero));
    CHECK(says(words, zero + "--printer-pin" + zero + zero));

    const auto copies = std::filesystem::path(room.folder / "state/content");
    REQUIRE(until(limit, [&] { return std::filesystem::exists(copies / "current"); }));
    clinic.write("<kiosk");
    // Whoever keeps a copy may not have left the folder yet.
    REQUIRE(until(limit, [&] {
        std::error_code error;
        std::filesystem::remove_all(copies, error);
        return !std::filesystem::exists(copies);
    }));
    ::kill(room.service(), SIGKILL);
    REQUIRE_MESSAGE(until(limit, [&] { return says(room.log(), "service starts again in 4 s"); }), room.log());
    const auto log = room.log();
    CHECK(log.find("again in 1 s") < log.find("again in 2 s"));
    CHECK(log.find("again in 2 s") < log.find("again in 4 s"));
    CHECK(until(limit, [&] {
        return says(status(room, clinic), "service: not running: the content has errors; see: kiosk check\n");
    }));

    clinic.write(clinic.xml);
    REQUIRE(until(limit, [&] { return says(status(room, clinic), "service: running\n"); }));

    room.kiosk->kill(SIGTERM);
    REQUIRE(room.kiosk->ended(limit));
    said = status(room, clinic);
    CHECK(says(said, "screen: not running\ncontent on the glass: none, the screen is not running\n"));
    CHECK(says(said, "service: not running\n"));
}

TEST_CASE("a printer that cannot be meant ends run at once, with a sentence") {
    Folder folder;
    CHECK(output_of("(" + std::string(KIOSK_BINARY) + " run --printer foo --state " + (folder / "state") +
                    "; echo $?)") ==
          "kiosk: The printer \"foo\" is not known: write folder:DIR, ipp://HOST/ipp/print or "
          "ipps://HOST/ipp/print.\n2\n");
}
