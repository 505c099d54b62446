// SPDX-License-Identifier: Apache-2.0
// The staff password and its sessions: wrong tries slow down, also over a restart, and neither password nor cookie is
// on the disk.
#include "desk/secrets.hpp"
#include "mailbox/scratch.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <sys/stat.h>

#include <optional>

using namespace kiosk;
using namespace kiosk::desk;
using Verdict = Secrets::Verdict;

namespace {

const std::string good = "correct horse battery";

struct Staff {
    Scratch scratch;
    std::filesystem::path file = scratch.folder / "secrets.sqlite";
    std::optional<Secrets> secrets = std::move(*Secrets::open(file));
    WallTime now{1'000'000'000};

    Secrets::Tried tries(const std::string& password) {
        const auto tried = secrets->try_at(Secrets::Door::desk, password, now);
        REQUIRE(tried);
        return *tried;
    }
    void restart() {
        secrets.reset();
        secrets.emplace(std::move(*Secrets::open(file)));
    }
};

}  // namespace

TEST_CASE("a password is right or wrong, kept as a hash in a file of its owner alone") {
    Staff staff;
    CHECK_FALSE(*staff.secrets->has(Secrets::Door::desk));
    CHECK(staff.tries(good).verdict == Verdict::wrong);
    REQUIRE(staff.secrets->set(Secrets::Door::desk, good));
    CHECK(*staff.secrets->has(Secrets::Door::desk));
    CHECK(staff.tries(good).verdict == Verdict::right);
    CHECK(staff.tries("correct horse").verdict == Verdict::wrong);
    CHECK(staff.scratch.holders(good) == "");
    CHECK_FALSE(staff.scratch.holders("$argon2id$").empty());
    struct stat about {};
    REQUIRE(stat(staff.file.c_str(), &about) == 0);
    CHECK((about.st_mode & 0777) == 0600);
}

TEST_CASE("after five wrong tries each waits twice as long, up to a quarter of an hour, also over a restart") {
    Staff staff;
    REQUIRE(staff.secrets->set(Secrets::Door::desk, good));
    for (int i = 0; i < 4; ++i) CHECK(staff.tries("wrong wrong wrong").wait == Duration{0});
    Duration wait = staff.tries("wrong wrong wrong").wait;
    CHECK(wait == Duration{1'000});
    for (int i = 0; i < 12; ++i) {
        staff.restart();
        // Too soon: not even the right one is looked at, and it does not count.
        CHECK(staff.tries(good).verdict == Verdict::too_soon);
        staff.now.ms += wait.count();
        const auto next = staff.tries("wrong wrong wrong");
        CHECK(next.verdict == Verdict::wrong);
        CHECK(next.wait == std::min(wait * 2, Secrets::longest_wait));
        wait = next.wait;
    }
    CHECK(wait == Secrets::longest_wait);
    staff.now.ms += wait.count();
    CHECK(staff.tries(good).verdict == Verdict::right);
    CHECK(staff.tries("wrong wrong wrong").wait == Duration{0});
}

TEST_CASE("a clock that was set back locks nobody out for longer than they would have waited, and that ends") {
    Staff staff;
    REQUIRE(staff.secrets->set(Secrets::Door::desk, good));
    for (int i = 0; i < 6; ++i) {
        staff.tries("wrong wrong wrong");
        staff.now.ms += 10'000;
    }
    staff.tries("wrong wrong wrong");
    staff.now.ms -= 365LL * 24 * 3'600'000;
    const auto told = staff.tries(good);
    CHECK(told.verdict == Verdict::too_soon);
    CHECK(told.wait == Duration{4'000});
    staff.now.ms += told.wait.count();
    CHECK(staff.tries(good).verdict == Verdict::right);
}

TEST_CASE("one wrong try and a clock set back: the next is looked at") {
    Staff staff;
    REQUIRE(staff.secrets->set(Secrets::Door::desk, good));
    staff.tries("wrong wrong wrong");
    staff.now.ms -= 4 * 3'600'000;
    CHECK(staff.tries(good).verdict == Verdict::right);
}

TEST_CASE("a session that was used while the clock was ahead ends when it is idle, by the clock as it is") {
    Staff staff;
    REQUIRE(staff.secrets->set(Secrets::Door::desk, good));
    const auto cookie = *staff.secrets->begin_session(staff.now);
    const auto now = staff.now;
    staff.now.ms += Secrets::session_idle.count();
    CHECK(staff.secrets->has_session(cookie, staff.now));
    staff.now = now;
    CHECK(staff.secrets->has_session(cookie, staff.now));
    staff.now.ms += Secrets::session_idle.count() + 1;
    CHECK_FALSE(staff.secrets->has_session(cookie, staff.now));
}

TEST_CASE("a file that cannot be written throws out nobody who has signed in") {
    Staff staff;
    REQUIRE(staff.secrets->set(Secrets::Door::desk, good));
    const auto cookie = *staff.secrets->begin_session(staff.now);
    SQLite::Database other((staff.scratch.folder / "secrets.sqlite").string(), SQLite::OPEN_READWRITE);
    other.exec("BEGIN IMMEDIATE");
    staff.now.ms += Secrets::session_idle.count() / 2;
    CHECK(staff.secrets->has_session(cookie, staff.now));
    CHECK_FALSE(staff.secrets->begin_session(staff.now));
}

TEST_CASE("a session lasts while it is used, ends when it is idle, signed out, or the password is another") {
    Staff staff;
    REQUIRE(staff.secrets->set(Secrets::Door::desk, good));
    const auto cookie = *staff.secrets->begin_session(staff.now);
    CHECK(cookie.size() == 64);
    CHECK(staff.scratch.holders(cookie) == "");
    CHECK(staff.secrets->has_session(cookie, staff.now));
    CHECK_FALSE(staff.secrets->has_session(std::string(64, 'a'), staff.now));
    CHECK_FALSE(staff.secrets->has_session("", staff.now));
    staff.now.ms += Secrets::session_idle.count();
    CHECK(staff.secrets->has_session(cookie, staff.now));
    staff.restart();
    staff.now.ms += Secrets::session_idle.count();
    CHECK(staff.secrets->has_session(cookie, staff.now));
    staff.now.ms += Secrets::session_idle.count() + 1;
    CHECK_FALSE(staff.secrets->has_session(cookie, staff.now));

    const auto second = *staff.secrets->begin_session(staff.now), third = *staff.secrets->begin_session(staff.now);
    CHECK(second != third);
    staff.secrets->end_session(second);
    CHECK_FALSE(staff.secrets->has_session(second, staff.now));
    CHECK(staff.secrets->has_session(third, staff.now));
    REQUIRE(staff.secrets->set(Secrets::Door::desk, "another password"));
    CHECK_FALSE(staff.secrets->has_session(third, staff.now));
}

TEST_CASE("what makes a password") {
    CHECK(password_trouble(good) == "");
    CHECK(password_trouble("123456789") == "A password of the desk has 10 letters or more.");
    CHECK(password_trouble(std::string(201, 'x')) == "A password of the desk has 200 letters at most.");
}
