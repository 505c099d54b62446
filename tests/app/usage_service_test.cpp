// SPDX-License-Identifier: Apache-2.0
// The way of a count between a real mailbox and a real book of usage: finished once it is counted, counted once
// however often it is told, and gone from the disk then.
#include "app/usage_service.hpp"

#include "app/usage_text.hpp"
#include "mailbox/scratch.hpp"

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>

using namespace kiosk;
using namespace kiosk::app;

namespace {

const desk::Day monday = *desk::read_day("2026-11-23");
constexpr std::chrono::days one{1};
constexpr const char* payload = R"({"language":"Tiếng Việt","outcome":0})";

struct Kiosk {
    Scratch scratch;
    mailbox::Screen screen = std::move(*mailbox::Screen::open(scratch.folder));
    mailbox::Service mailbox = std::move(*mailbox::Service::open(scratch.folder));
    desk::Day today = monday;
    UsageService service{mailbox, desk::UsageBook::open(scratch.folder / "usage.sqlite"), [this] { return today; }};

    /// Somebody's visit ends: counted, then forgotten.
    std::uint64_t visit() {
        const auto ticket = screen.next_ticket();
        REQUIRE(screen.put({{ticket, mailbox::Kind::tally, 0}, payload}));
        REQUIRE(screen.forget(ticket));
        return ticket;
    }
    void turn() {
        for (auto next = mailbox.take(); next && *next; next = mailbox.take()) {
            if ((*next)->key.kind == mailbox::Kind::tally)
                service.take(**next);
            else
                REQUIRE(mailbox.finish((*next)->key));
        }
        service.turn();
    }
    int visits() const { return desk::week(service.usage()).visits; }
};

}  // namespace

TEST_CASE("a visit is counted, and then the mailbox holds nothing of it") {
    Kiosk kiosk;
    kiosk.visit();
    CHECK(kiosk.scratch.holders("Tiếng Việt").find("mailbox") != std::string::npos);
    kiosk.turn();
    CHECK(kiosk.visits() == 1);
    CHECK(kiosk.mailbox.unfinished()->empty());
    CHECK(kiosk.scratch.holders("Tiếng Việt").find("mailbox") == std::string::npos);
    CHECK(mailbox::look(kiosk.scratch.folder)->waiting == 0);
}

TEST_CASE("told again by the mailbox after a kill it is not counted again") {
    Kiosk kiosk;
    const auto ticket = kiosk.visit();
    {
        // Killed between the book and the mailbox.
        auto book = desk::UsageBook::open(kiosk.scratch.folder / "usage.sqlite");
        REQUIRE(book);
        REQUIRE(book->count({ticket, static_cast<int>(mailbox::Kind::tally), 0}, *read_tally(payload), monday));
    }
    kiosk.today = monday + one;  // and the clock was set in between
    kiosk.turn();
    CHECK(kiosk.visits() == 1);
    kiosk.visit();
    kiosk.turn();
    CHECK(kiosk.visits() == 2);
}

TEST_CASE("handouts are counted once, though the printer says so twice") {
    Kiosk kiosk;
    const mailbox::Key print{kiosk.screen.next_ticket(), mailbox::Kind::print, 1};
    REQUIRE(kiosk.screen.put({print, "an order"}));
    REQUIRE(*kiosk.mailbox.take());
    kiosk.service.printed(print, 7);
    kiosk.service.turn();
    kiosk.service.printed(print, 7);
    REQUIRE(kiosk.mailbox.finish(print));
    for (int i = 0; i < 9; ++i) kiosk.visit();
    kiosk.turn();
    kiosk.today = monday + one;
    kiosk.turn();
    CHECK(desk::week(kiosk.service.usage()).handouts == desk::Known{7, true});
}

TEST_CASE("the numbers of a day are shown when it is over, and the week is published") {
    Kiosk kiosk;
    for (int i = 0; i < 6; ++i) kiosk.visit();
    kiosk.turn();
    CHECK(kiosk.visits() == 6);
    CHECK_FALSE(kiosk.service.usage().days.back().detail);
    kiosk.today = monday + one;
    kiosk.turn();
    const auto week = read_week(value_of(*kiosk.screen.facts(mailbox::Side::service), mailbox::Fact::usage));
    REQUIRE(week);
    CHECK(*week == desk::week(kiosk.service.usage()));
    CHECK(week->finished == desk::Known{6, true});
}

TEST_CASE("a book that cannot be had holds nothing up") {
    Scratch scratch;
    auto screen = std::move(*mailbox::Screen::open(scratch.folder));
    auto mailbox = std::move(*mailbox::Service::open(scratch.folder));
    UsageService service(mailbox, Failure{"The disk is gone."}, [] { return monday; });
    REQUIRE(screen.put({{screen.next_ticket(), mailbox::Kind::tally, 0}, payload}));
    service.take(**mailbox.take());
    service.turn();
    CHECK(mailbox.unfinished()->empty());
    CHECK(service.usage() == desk::Usage{});
}

TEST_CASE("a text that is no tally counts nothing and waits for nothing") {
    Kiosk kiosk;
    for (const auto* text : {"", "{}", R"({"language":"English","outcome":4})", R"({"language":7,"outcome":0})"}) {
        CHECK_FALSE(read_tally(text));
        REQUIRE(kiosk.screen.put({{kiosk.screen.next_ticket(), mailbox::Kind::tally, 0}, text}));
    }
    kiosk.turn();
    CHECK(kiosk.visits() == 0);
    CHECK(kiosk.mailbox.unfinished()->empty());
}

TEST_CASE("a service that is killed at any moment counts each visit once") {
    Scratch scratch;
    constexpr int visits = 120;
    std::mt19937 random(11);
    {
        auto screen = std::move(*mailbox::Screen::open(scratch.folder));
        for (int i = 0; i < visits; ++i) {
            const auto ticket = screen.next_ticket();
            REQUIRE(screen.put({{ticket, mailbox::Kind::tally, 0}, payload}));
            REQUIRE(screen.forget(ticket));
        }
    }
    const auto serve = [&] {
        auto mailbox = mailbox::Service::open(scratch.folder);
        if (!mailbox) return false;
        UsageService service(*mailbox, desk::UsageBook::open(scratch.folder / "usage.sqlite"), [] { return monday; });
        const auto left = mailbox->unfinished();
        if (!left) return false;
        for (const auto& unfinished : *left) service.take(unfinished.request);
        for (auto next = mailbox->take(); next && *next; next = mailbox->take()) {
            if ((*next)->key.kind == mailbox::Kind::tally)
                service.take(**next);
            else
                mailbox->finish((*next)->key);
            service.turn();
        }
        service.turn();
        return desk::week(service.usage()).visits == visits;
    };
    for (int round = 0; round < 15; ++round) {
        const pid_t child = fork();
        if (child == 0) _exit(serve() ? 0 : 1);
        REQUIRE(child > 0);
        usleep(static_cast<useconds_t>(random() % 150'000));
        kill(child, SIGKILL);
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        if (WIFEXITED(status)) CHECK(WEXITSTATUS(status) == 0);
    }
    CHECK(serve());
    CHECK(scratch.holders("Tiếng Việt").find("mailbox") == std::string::npos);
}
