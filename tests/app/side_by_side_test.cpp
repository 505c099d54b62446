// SPDX-License-Identifier: Apache-2.0
// Long work on all processors: every piece is done, whatever becomes of a helper.
#include "app/side_by_side.hpp"

#include <doctest/doctest.h>

#include <unistd.h>

#include <csignal>
#include <stdexcept>

namespace kiosk::app {

namespace {

bool always() {
    return true;
}

std::string large(std::size_t piece) {
    return std::string(100'000 + piece, static_cast<char>('a' + piece % 26));
}

}  // namespace

TEST_CASE("what the pieces came to is told in their order") {
    const auto all = side_by_side(37, large, always);
    REQUIRE(all.size() == 37);
    for (std::size_t i = 0; i < all.size(); ++i) CHECK(all[i] == large(i));
    CHECK(side_by_side(0, large, always).empty());
}

TEST_CASE("what a killed helper left is done here") {
    const auto here = getpid();
    const auto all = side_by_side(
        9,
        [&](std::size_t piece) {
            if (piece >= 3 && getpid() != here) raise(SIGKILL);
            return std::to_string(piece);
        },
        always);
    CHECK(all == std::vector<std::string>{"0", "1", "2", "3", "4", "5", "6", "7", "8"});
}

TEST_CASE("what is wrong in a helper is thrown here") {
    const auto fails = [](std::size_t) -> std::string { throw std::runtime_error("a font is missing"); };
    CHECK_THROWS_WITH(side_by_side(3, fails, always), "a font is missing");
}

TEST_CASE("work that is no longer wanted ends at once") {
    const auto sleeps = [](std::size_t) -> std::string {
        for (;;) pause();
    };
    int asked = 0;
    CHECK(side_by_side(2, sleeps, [&] { return ++asked < 3; }) == std::vector<std::string>{"", ""});
}

}  // namespace kiosk::app
