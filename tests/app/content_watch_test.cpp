// SPDX-License-Identifier: Apache-2.0
// Content that takes too long to judge: bounded by what it computes, not by how busy the machine is.
#include "app/content_watch.hpp"

#include "app/clock.hpp"
#include "mailbox/scratch.hpp"

#include <sys/stat.h>

#include <fstream>
#include <thread>

using namespace kiosk;
using namespace kiosk::app;

namespace {

/// What is found by a program of these shell commands.
Findings taken_in_by(const std::string& commands, TakingIn how) {
    const Scratch scratch;
    how.program = scratch.folder / "take-in";
    std::ofstream(how.program) << "#!/bin/sh\n" << commands << '\n';
    REQUIRE(chmod(how.program.c_str(), 0700) == 0);
    const Machine machine{.content = scratch.folder / "content.xml"};
    sigset_t none;
    sigemptyset(&none);
    ContentWatch watch(machine, none, how);
    for (const auto begun = now(); now() - begun < Duration{60'000};) {
        if (auto found = watch.turn(now(), "2026-11-30")) return *found;
        std::this_thread::sleep_for(Duration{5});
    }
    FAIL("nothing was found in a minute");
    return {};
}

using Lines = std::vector<std::string>;
constexpr std::chrono::seconds a_second{1};
const std::string broke_off = "The content could not be checked: the program broke off. Run: kiosk check";

}  // namespace

TEST_CASE("what computes for too long is ended, and staff are told so") {
    CHECK(taken_in_by("while :; do :; done", {.computing = a_second}).problems ==
          Lines{"Checking the content took longer than 1 second of computing; it is tried again."});
}

TEST_CASE("waiting is not computing: a busy machine judges good content") {
    CHECK(taken_in_by("sleep 2; exit 0", {.computing = a_second}).problems == Lines{broke_off});
}

TEST_CASE("what hangs is ended, and told apart from what breaks off") {
    CHECK(taken_in_by("exec sleep 60", {.waiting = Duration{1'000}}).problems ==
          Lines{"Checking the content took longer than 1 second; it is tried again."});
    CHECK(taken_in_by("kill -SEGV $$", {}).problems == Lines{broke_off});
}
