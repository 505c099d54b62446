// SPDX-License-Identifier: Apache-2.0
// Chaos on the real window, for KIOSK_SOAK_SECONDS (a minute where it is not set), from KIOSK_SOAK_SEED. The kiosk
// lives, keeps the rules of the proof at each step that it takes (soaked.cpp), comes back to welcome, and stops
// growing.
#include "chaos.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <random>
#include <string>
#include <vector>

using namespace kiosk;
using namespace kiosk::test;
using soak::Chaos;

namespace {

using Clock = std::chrono::steady_clock;
// Seconds: then the last time-outs are waited for, not slept through, and memory is flat for the second half.
constexpr int long_enough = 300;

#ifdef __SANITIZE_ADDRESS__
constexpr bool memory_is_its_own = false;  // a sanitizer keeps what was freed; leaks of OpenGL drivers are not ours
[[maybe_unused]] const int no_leaks = setenv("ASAN_OPTIONS", "detect_leaks=0", 0);
#else
constexpr bool memory_is_its_own = true;
#endif

std::uint64_t number_in(const char* variable, std::uint64_t otherwise) {
    const char* text = std::getenv(variable);
    return text == nullptr || *text == '\0' ? otherwise : std::stoull(text);
}

/// What a process holds: memory in MB (its share of what it has with others), and descriptors.
struct Holds {
    double memory = 0;
    long files = 0;
};

Holds holds(pid_t pid) {
    const auto process = "/proc/" + std::to_string(pid);
    const auto rollup = read_file(process + "/smaps_rollup");
    const auto at = rollup.find("\nPss:");
    REQUIRE(at != std::string::npos);
    const std::filesystem::directory_iterator files(process + "/fd");
    return {std::stod(rollup.substr(at + 5)) / 1024, std::distance(begin(files), end(files))};
}

/// MB: a third over what each held after 600 s, when every page, glyph and drawing had long been drawn and is kept.
constexpr double most_of_screen = 224, most_of_service = 48;

/// After a rest nothing is open that was not before, but for a connection to mailbox or printer that comes and goes.
void check_files(const char* who, const Holds& first, const Holds& now) {
    constexpr long comes_and_goes = 3;
    INFO(who << ": " << first.files << " -> " << now.files << " files");
    CHECK(now.files <= first.files + comes_and_goes);
}

void check_memory(const char* who, double most, const Holds& now) {
    if (!memory_is_its_own) return;
    INFO(who << ": " << now.memory << " MB");
    CHECK(now.memory < most);
}

/// MB held at rests from the half of a long run on, when all of that was kept already. A content that was just changed
/// is there twice for a while, and what is freed of it is given back late: what has grown has grown at each of the last
/// rests.
void check_growth(const char* who, const std::vector<double>& held) {
    constexpr double growth = 16;
    constexpr long last = 3;
    if (!memory_is_its_own || held.size() <= last) return;
    INFO(who << ": " << held.front() << " MB at first");
    CHECK(*std::min_element(held.end() - last, held.end()) - held.front() < growth);
}

std::string story(const std::map<std::string, int>& seen) {
    std::string text;
    for (const auto& [place, times] : seen) text += (text.empty() ? "" : ", ") + place + ' ' + std::to_string(times);
    return text;
}

/// From here on the program must go on as if nothing had been: a visit, in the same folder.
void begins_anew(Room& room) {
    room.kiosk->kill(SIGTERM);
    REQUIRE(room.kiosk->ended(Duration{30'000}));
    CHECK(room.kiosk->code() == 0);
    CHECK(all_bytes(room.folder / "state").find("given ") == std::string::npos);
    room.start();
    play::Player next(shipped(), visit::PrinterKind::none);
    to_first_question(room, next);
}

struct Soak {
    std::uint64_t seed = number_in("KIOSK_SOAK_SEED", std::random_device{}());
    Room room{};
    Clinic clinic{};
    Chaos chaos{seed, room, clinic};
    std::optional<Holds> first_screen{}, first_service{};
    std::vector<double> warm_screen{}, warm_service{};

    /// At welcome again, and no larger than it may be. `is_warm`: from here on it must not grow.
    void rest(Chaos::Wait wait, bool is_warm) {
        INFO("seed " << seed << "\n"
                     << room.log().substr(room.log().size() - std::min<std::size_t>(room.log().size(), 2'000)));
        REQUIRE(chaos.rest(wait) == "");
        const auto screen = holds(room.kiosk->pid()), service = holds(room.service());
        MESSAGE("screen " << screen.memory << " MB, " << screen.files << " files; service " << service.memory << " MB, "
                          << service.files << " files; seen: " << story(chaos.journal().seen()));
        check_memory("screen", most_of_screen, screen);
        check_memory("service", most_of_service, service);
        if (!first_screen) first_screen = screen, first_service = service;
        check_files("screen", *first_screen, screen);
        check_files("service", *first_service, service);
        if (!is_warm) return;
        warm_screen.push_back(screen.memory);
        warm_service.push_back(service.memory);
    }
};

}  // namespace

TEST_CASE("whatever happens in a waiting room, the kiosk lives, keeps its rules, comes home and does not grow") {
    const auto seconds = number_in("KIOSK_SOAK_SECONDS", 60);
    Soak soak;
    MESSAGE("KIOSK_SOAK_SECONDS=" << seconds << " KIOSK_SOAK_SEED=" << soak.seed);
    soak.chaos.start();
    const auto pid = soak.room.kiosk->pid();
    const auto begun = Clock::now(), end = begun + std::chrono::seconds(seconds), half = begun + (end - begun) / 2;
    const bool is_long = seconds >= long_enough;
    for (int cards = 1; Clock::now() < end; ++cards) {
        soak.chaos.deal();
        INFO("seed " << soak.seed << ", card " << cards << "\n" << soak.room.log());
        const bool ended = soak.room.kiosk->ended(Duration{0});
        REQUIRE_MESSAGE(!ended, "it ended with code ", soak.room.kiosk->code());
        if (cards % Chaos::half_a_deck == 0) soak.rest(Chaos::Wait::asleep, is_long && Clock::now() > half);
    }
    soak.rest(is_long ? Chaos::Wait::awake : Chaos::Wait::asleep, is_long);
    check_growth("screen", soak.warm_screen);
    check_growth("service", soak.warm_service);
    CHECK(soak.room.kiosk->pid() == pid);
    // Each service that ended was killed here.
    CHECK(
        until(Duration{10'000}, [&] { return soak.chaos.journal().services_lost() >= soak.chaos.services_killed(); }));
    CHECK(soak.chaos.journal().services_lost() == soak.chaos.services_killed());
    CHECK_MESSAGE(soak.chaos.journal().seen().size() >= 5, "too little was seen: ", story(soak.chaos.journal().seen()));
    for (const char* words : {"rule broken", "Sanitizer", "runtime error", "bug in the"})
        CHECK_FALSE(says(soak.room.log(), words));
    begins_anew(soak.room);
}
