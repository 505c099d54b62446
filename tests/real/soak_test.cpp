// SPDX-License-Identifier: Apache-2.0
// A bored teenager: thousands of touches anywhere, faster than anybody reads. The kiosk lives, stops growing and can
// still be used.
#include "room.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <thread>

using namespace kiosk;
using namespace kiosk::test;

namespace {

constexpr int warm_up = 2'000, rest = 4'000;
constexpr std::chrono::milliseconds between{25};

/// What the process holds for itself alone, in MB. Until its caches are full it may grow.
double own_memory(pid_t pid) {
    const auto rollup = read_file("/proc/" + std::to_string(pid) + "/smaps_rollup");
    const auto at = rollup.find("\nPss_Anon:");
    REQUIRE(at != std::string::npos);
    return std::stod(rollup.substr(at + 10)) / 1024;
}

long open_files(pid_t pid) {
    const std::filesystem::directory_iterator files("/proc/" + std::to_string(pid) + "/fd");
    return std::distance(begin(files), end(files));
}

}  // namespace

TEST_CASE("thousands of touches anywhere: alive, no larger than its caches, and a visit is still possible") {
    Room room;
    room.start({"--printer", "folder:" + room.folder / "paper"});
    play::Player player(shipped(), visit::PrinterKind::demonstration);
    fine(room, player.see());
    const auto pid = room.kiosk->pid(), service = room.service();
    std::mt19937 random(1);  // the same touches every time
    const auto touch = [&](int times) {
        for (int i = 0; i < times; ++i) {
            player.screen().tap({static_cast<double>(random() % 1080), static_cast<double>(random() % 1920)});
            std::this_thread::sleep_for(between);
        }
    };
    touch(warm_up);
    const double before = own_memory(pid), before_service = own_memory(service);
    const auto files = open_files(pid), files_service = open_files(service);
    touch(rest);
    const double after = own_memory(pid), after_service = own_memory(service);
    MESSAGE("own memory of the screen " << before << " -> " << after << " MB, of the service " << before_service
                                        << " -> " << after_service << " MB");
    CHECK(after - before < 16);
    CHECK(after_service - before_service < 16);
    CHECK(open_files(pid) <= files + 2);  // a connection to the mailbox that comes and goes
    CHECK(open_files(service) <= files_service + 2);
    CHECK_FALSE(room.kiosk->ended(Duration{0}));
    CHECK(room.service() == service);
    // In the middle of whatever was touched last.
    room.kiosk->kill(SIGTERM);
    REQUIRE(room.kiosk->ended(Duration{15'000}));
    CHECK(room.kiosk->code() == 0);
    CHECK(all_bytes(room.folder / "state").find("given ") == std::string::npos);
    room.start();
    play::Player next(shipped(), visit::PrinterKind::none);
    to_first_question(room, next);
}
