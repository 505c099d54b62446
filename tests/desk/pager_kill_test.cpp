// SPDX-License-Identifier: Apache-2.0
// kill -9 of the service at any moment loses no page, and a page that comes again has the same key.
#include "desk/pager.hpp"
#include "mailbox/scratch.hpp"
#include "paging_system.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <random>

#include <sys/prctl.h>

using namespace kiosk;
using namespace kiosk::desk;

namespace {

using Mood = PagingSystem::Mood;

constexpr std::uint64_t calls = 300;

WallTime wall() {
    return {std::chrono::duration_cast<Duration>(std::chrono::system_clock::now().time_since_epoch()).count()};
}

CallId id(std::uint64_t ticket) {
    return {"Waiting room 1", ticket, Kind::call, 1};
}

CallBook calls_of(const Scratch& scratch) {
    return std::move(*CallBook::open(scratch.folder / "calls.sqlite"));
}

Sendings sendings(const Scratch& scratch) {
    auto book = NoticeBook::open(scratch.folder / "notices.sqlite");
    REQUIRE(book);
    const auto found = book->sendings();
    REQUIRE(found);
    return *found;
}

void raise_unseen(const Scratch& scratch, std::uint64_t ticket) {
    auto book = calls_of(scratch);
    REQUIRE(book.take({.id = id(ticket), .told = {}, .raised_at = {wall().ms - 20'000}}));
}

[[noreturn]] void serve(const Scratch& scratch, const Receiver& receiver) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);  // a test that fails leaves nobody behind
    Desk desk(calls_of(scratch), wall, [] { return Instant{wall().ms}; });
    const auto pager = Pager::open(desk, {}, receiver, scratch.folder / "notices.sqlite");
    if (!pager) _exit(1);
    for (;;) pause();
}

bool is_delivered(const Scratch& scratch, std::uint64_t ticket) {
    const auto all = sendings(scratch);
    const auto found = all.find({id(ticket), Event::not_shown});
    return found != all.end() && found->second == Sent::delivered;
}

std::ptrdiff_t delivered_of(const Scratch& scratch) {
    const auto all = sendings(scratch);
    return std::count_if(all.begin(), all.end(), [](const auto& one) { return one.second == Sent::delivered; });
}

void wait_for(const std::function<bool()>& is_true) {
    for (int i = 0; i < 6'000 && !is_true(); ++i) usleep(10'000);
    REQUIRE(is_true());
}

}  // namespace

TEST_CASE("kill -9 while the receiver keeps it waiting: the page comes again, under the same key, once") {
    Scratch scratch;
    raise_unseen(scratch, 1);
    PagingSystem system;
    const Receiver receiver{system.url(), "0123456789abcdef", {}};
    // Both before there are threads here; the second waits for its turn.
    int turn[2];
    REQUIRE(pipe(turn) == 0);
    Child one([&] { serve(scratch, receiver); });
    Child two([&] {
        char go = 0;
        if (read(turn[0], &go, 1) == 1) serve(scratch, receiver);
    });
    system.is(Mood::slow);
    system.start();
    system.got(1);
    one.kill_now();
    system.is(Mood::fine);
    REQUIRE(write(turn[1], "g", 1) == 1);
    const auto got = system.got(2);
    CHECK(got[0].key == key_of({id(1), Event::not_shown}));
    CHECK(got[0].key == got[1].key);
    wait_for([&] { return is_delivered(scratch, 1); });
    CHECK(PagingSystem::deliveries(system.got(), got[0].key) == 1);
    close(turn[0]);
    close(turn[1]);
}

TEST_CASE("kill -9 at any moment, and many an answer is 500: of 300 pages none is lost, none has another key") {
    Scratch scratch;
    std::map<std::string, int> expected;
    for (std::uint64_t ticket = 1; ticket <= calls; ++ticket) {
        raise_unseen(scratch, ticket);
        expected[key_of({id(ticket), Event::not_shown})] = 0;
    }
    PagingSystem system;
    system.is(Mood::changing);
    const Receiver receiver{system.url(), "0123456789abcdef", {}};
    constexpr int kills = 60;
    // Before there are threads here.
    Child killer([&] {
        std::mt19937 dice(20261123);
        std::ptrdiff_t delivered = 0;
        for (int i = 0; i < kills; ++i) {
            Child service([&] { serve(scratch, receiver); });
            // However slow the machine is, now and then one gets somewhere.
            if (i % 10 == 0)
                wait_for([&] {
                    const auto now = delivered_of(scratch);
                    return now > delivered || now == static_cast<std::ptrdiff_t>(calls);
                });
            usleep(static_cast<useconds_t>(std::uniform_int_distribution<int>(1'000, 15'000)(dice)));
            if (i % 10 == 0) delivered = delivered_of(scratch);
        }
    });
    system.start();
    REQUIRE(killer.wait_for() == 0);
    const auto before_the_last = system.got().size();
    Desk desk(calls_of(scratch), wall, [] { return Instant{wall().ms}; });
    const auto last = Pager::open(desk, {}, receiver, scratch.folder / "notices.sqlite");
    REQUIRE(last);
    wait_for([&] { return delivered_of(scratch) == static_cast<std::ptrdiff_t>(calls); });
    int again = 0;
    for (const auto& one : system.got()) {
        REQUIRE(expected.contains(one.key));
        if (one.mood == Mood::fine) again += expected[one.key]++ > 0 ? 1 : 0;
    }
    for (const auto& [key, times] : expected) CHECK(times >= 1);
    CHECK_MESSAGE(again <= kills, "only what a kill caught between the answer and the note");
    CHECK_MESSAGE(before_the_last > 0, "the killed did something");
    MESSAGE(kills << " kills, " << before_the_last << " messages before the last start, " << again
                  << " pages taken twice under one key");
}
