// SPDX-License-Identifier: Apache-2.0
// Totals of days on the disk: counted once, however often told, through kill -9; no byte of a visit stays.
#include "desk/usage_book.hpp"
#include "mailbox/scratch.hpp"

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>

using namespace kiosk;
using namespace kiosk::desk;

namespace {

const Day day = *read_day("2026-11-22");
const Tally spanish{"Español", Outcome::today};

UsageBook opened(const Scratch& scratch) {
    auto book = UsageBook::open(scratch.folder / "usage.sqlite");
    REQUIRE(book);
    return std::move(*book);
}

std::vector<Totals> all(UsageBook& book) {
    const auto found = book.totals({});
    REQUIRE(found);
    return *found;
}

/// As SQLite writes a number of eight bytes.
std::string bytes_of(std::uint64_t number) {
    std::string bytes;
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 0xFF);
    return bytes;
}

constexpr std::uint64_t ticket = 0x1122334455667788;

}  // namespace

TEST_CASE("a visit is counted once, however often it is told, also after a restart") {
    Scratch scratch;
    for (int start = 0; start < 3; ++start) {
        auto book = opened(scratch);
        REQUIRE(book.count({ticket, 9, 0}, spanish, day));
        REQUIRE(book.count({ticket, 9, 0}, spanish, day));
        REQUIRE(book.count_handouts({ticket, 0, 1}, 3, day));
        REQUIRE(book.count_handouts({ticket, 0, 1}, 3, day));
    }
    auto book = opened(scratch);
    CHECK(all(book) == std::vector{Totals{day, 1, 3, {0, 0, 1, 0}, {{"Español", 1}}}});
}

TEST_CASE("told again on another day, for the clock was set, it is not counted again") {
    Scratch scratch;
    auto book = opened(scratch);
    const std::chrono::days one{1};
    REQUIRE(book.count({1, 9, 0}, spanish, day));
    REQUIRE(book.count({1, 9, 0}, spanish, day + one));
    REQUIRE(book.count({2, 9, 0}, spanish, day - one));
    REQUIRE(book.count({3, 9, 0}, spanish, day + one));
    int visits = 0;
    for (const auto& totals : all(book)) visits += totals.visits;
    CHECK(visits == 3);
}

TEST_CASE("once settled no byte of the visit's ticket is left; what is still open stays remembered") {
    Scratch scratch;
    auto book = opened(scratch);
    REQUIRE(book.count({ticket, 9, 0}, spanish, day));
    REQUIRE(book.count({ticket + 1, 9, 0}, spanish, day));
    CHECK_FALSE(scratch.holders(bytes_of(ticket)).empty());
    REQUIRE(book.settle({{ticket + 1, 9, 0}}));
    CHECK(scratch.holders(bytes_of(ticket)).empty());
    REQUIRE(book.count({ticket + 1, 9, 0}, spanish, day));
    CHECK(all(book).front().visits == 2);
    REQUIRE(book.settle({}));
    CHECK(scratch.holders(bytes_of(ticket + 1)).empty());
}

TEST_CASE("days are kept for 400 days, then no byte is left of them") {
    Scratch scratch;
    auto book = opened(scratch);
    REQUIRE(book.count({1, 9, 0}, {"Tiếng Việt", Outcome::none}, day));
    REQUIRE(book.settle({}));
    REQUIRE(book.forget_old(day + UsageBook::kept));
    CHECK(all(book).size() == 1);
    REQUIRE(book.forget_old(day + UsageBook::kept + std::chrono::days{1}));
    CHECK(all(book).empty());
    CHECK(scratch.holders("Tiếng Việt").empty());
}

TEST_CASE("killed at any moment and told again, nothing is lost or counted twice") {
    Scratch scratch;
    std::mt19937 random(7);
    constexpr int visits = 300;
    for (int round = 0; round < 25; ++round) {
        const pid_t child = fork();
        if (child == 0) {
            auto book = UsageBook::open(scratch.folder / "usage.sqlite");
            if (!book) _exit(1);
            for (int visit = 0; visit < visits; ++visit)
                if (!book->count({static_cast<std::uint64_t>(visit), 9, 0}, spanish, day)) _exit(1);
            _exit(0);
        }
        REQUIRE(child > 0);
        usleep(static_cast<useconds_t>(random() % 60'000));
        kill(child, SIGKILL);
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        if (WIFEXITED(status)) REQUIRE(WEXITSTATUS(status) == 0);
    }
    auto book = opened(scratch);
    for (int visit = 0; visit < visits; ++visit)
        REQUIRE(book.count({static_cast<std::uint64_t>(visit), 9, 0}, spanish, day));
    CHECK(all(book) == std::vector{Totals{day, visits, 0, {0, 0, visits, 0}, {{"Español", visits}}}});
}

TEST_CASE("a damaged book is said, and what is lost with it") {
    Scratch scratch;
    std::ofstream(scratch.folder / "usage.sqlite") << std::string(5'000, 'x');
    const auto book = UsageBook::open(scratch.folder / "usage.sqlite");
    REQUIRE_FALSE(book);
    CHECK(book.failure().sentence.find("the totals of days in it are lost") != std::string::npos);
}
