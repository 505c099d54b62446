// SPDX-License-Identifier: Apache-2.0
// The second channel with a real call book and a real receiver on loopback that is slow, down, broken, and recovers:
// each page is delivered once, and no call waits for it.
#include "desk/pager.hpp"

#include "mailbox/scratch.hpp"
#include "paging_system.hpp"

#include <nlohmann/json.hpp>

#include <atomic>

using namespace kiosk;
using namespace kiosk::desk;

namespace {

using Mood = PagingSystem::Mood;

const CallId first{"Waiting room 1", std::uint64_t{1} << 61, Kind::call, 1};
const std::string secret = "0123456789abcdef0123456789abcdef";

/// Its clocks are moved by the test.
struct Clinic {
    Scratch scratch;
    std::atomic<std::int64_t> wall{1'795'476'153'000}, ticks{5'000};
    Desk desk{std::move(*CallBook::open(scratch.folder / "calls.sqlite")), [this] { return WallTime{wall}; },
              [this] { return Instant{ticks}; }};
    PagingSystem system;
    std::unique_ptr<Pager> pager;

    void open() {
        pager.reset();
        auto opened = Pager::open(desk, {}, Receiver{system.url(), secret, {}}, scratch.folder / "notices.sqlite");
        REQUIRE(opened);
        pager = std::move(*opened);
    }
    void raise(const CallId& id = first) {
        does([&](CallBook& book, WallTime now) {
            return book.take({.id = id, .told = {Level::emergency, {"Chest pain now"}, "Español"}, .raised_at = now});
        });
    }
    void does(const std::function<Result<Done>(CallBook&, WallTime)>& deed) { REQUIRE(desk.write(deed)); }
    void pass(Duration time) {
        wall += time.count();
        ticks += time.count();
    }
    Pager::State state(const std::function<bool(const Pager::State&)>& is) const {
        auto found = pager->state();
        for (int i = 0; i < 3'000 && !is(found); ++i) {
            usleep(10'000);
            found = pager->state();
        }
        REQUIRE(is(found));
        return found;
    }
};

std::string event_of(const PagingSystem::Got& got) {
    return nlohmann::json::parse(got.body).at("event").get<std::string>();
}

std::vector<std::string> events(const std::vector<PagingSystem::Got>& all) {
    std::vector<std::string> found;
    for (const auto& one : all) found.push_back(event_of(one));
    return found;
}

using Events = std::vector<std::string>;

}  // namespace

TEST_CASE("a call that nobody sees, then nobody answers, is paged; so is that somebody comes, and its end") {
    Clinic clinic;
    clinic.system.start();
    clinic.open();
    clinic.raise();
    clinic.pass(Duration{10'000});
    CHECK(events(clinic.system.got(1)) == Events{"not-shown"});
    clinic.does([](CallBook& book, WallTime now) { return book.show(first, now); });
    clinic.pass(Duration{30'000});
    CHECK(events(clinic.system.got(2)) == Events{"not-shown", "not-answered"});
    clinic.does([](CallBook& book, WallTime now) { return book.acknowledge(first, "Nurse Lee", now); });
    clinic.system.got(3);
    clinic.does([](CallBook& book, WallTime now) { return book.close(first, Closed::with_patient, "Nurse Lee", now); });
    const auto got = clinic.system.got(4);
    CHECK(events(got) == Events{"not-shown", "not-answered", "coming", "closed"});
    for (const auto& one : got) {
        CHECK(PagingSystem::deliveries(got, one.key) == 1);
        const auto seconds = WallTime{std::stoll(one.signature.substr(2)) * 1'000};
        CHECK(one.signature == signature(secret, seconds, one.body));
        for (const auto* never : {"Chest", "Español", "Lee", "2305843009213693952"})
            CHECK(one.body.find(never) == std::string::npos);
    }
    const auto state = clinic.state([](const auto& is) { return is.delivered == 4; });
    CHECK(state == Pager::State{.delivered = 4, .delivered_at = WallTime{clinic.wall}});
}

TEST_CASE("nothing is told of a call that is answered in time") {
    Clinic clinic;
    clinic.system.start();
    clinic.open();
    clinic.raise();
    clinic.does([](CallBook& book, WallTime now) { return book.show(first, now); });
    clinic.does([](CallBook& book, WallTime now) { return book.acknowledge(first, "Nurse Lee", now); });
    clinic.pass(Duration{600'000});
    // What comes after it, of another call, has overtaken nothing.
    clinic.raise({"Waiting room 1", 2, Kind::call, 1});
    clinic.pass(Duration{10'000});
    CHECK(events(clinic.system.got(1)) == Events{"not-shown"});
    clinic.does([](CallBook& book, WallTime now) { return book.close(first, Closed::at_kiosk, "", now); });
    clinic.raise({"Waiting room 1", 3, Kind::call, 1});
    clinic.pass(Duration{10'000});
    CHECK(events(clinic.system.got(2)) == Events{"not-shown", "not-shown"});
}

TEST_CASE("a receiver that is down, broken and slow hears each page once when it recovers, under one key") {
    Clinic clinic;
    clinic.open();
    clinic.raise();
    clinic.pass(Duration{10'000});
    auto state = clinic.state([](const auto& is) { return is.failed == 1; });
    CHECK(state.why == "The paging system at 127.0.0.1 did not answer within 2 s.");
    CHECK(state.failing_since == WallTime{clinic.wall});
    const auto since = clinic.wall.load();
    // Bound and not listening took nothing; what stood in its queue is answered now, to nobody.
    clinic.system.is(Mood::broken);
    clinic.system.start();
    const auto stale = clinic.system.got(1).size();
    clinic.pass(Duration{1'000});
    CHECK(event_of(clinic.system.got(stale + 1).back()) == "not-shown");
    state = clinic.state([](const auto& is) { return is.failed == 2; });
    CHECK(state.why == "The paging system at 127.0.0.1 answered 500.");
    CHECK(state.failing_since == WallTime{since});
    clinic.system.is(Mood::slow);
    clinic.pass(Duration{2'000});
    clinic.state([](const auto& is) { return is.failed == 3; });
    clinic.system.is(Mood::fine);
    clinic.system.wake();
    clinic.pass(Duration{4'000});
    state = clinic.state([](const auto& is) { return is.delivered == 1; });
    CHECK(state == Pager::State{.delivered = 1, .failed = 3, .delivered_at = WallTime{clinic.wall}});
    clinic.pass(Duration{60'000});
    clinic.raise({"Waiting room 1", 2, Kind::call, 1});
    clinic.pass(Duration{10'000});
    clinic.state([](const auto& is) { return is.delivered == 2; });
    const auto got = clinic.system.got();
    CHECK(PagingSystem::deliveries(got, got.front().key) == 1);
    for (std::size_t i = 0; i + 1 < got.size(); ++i) CHECK(got[i].key == got.front().key);
    CHECK(got.back().key != got.front().key);
}

TEST_CASE("while a receiver hangs, calls are written and seen as ever") {
    Clinic clinic;
    clinic.system.is(Mood::slow);
    clinic.system.start();
    clinic.open();
    clinic.raise();
    clinic.pass(Duration{10'000});
    clinic.system.got(1);
    clinic.raise({"Waiting room 1", 2, Kind::call, 1});
    clinic.does([](CallBook& book, WallTime now) { return book.show(first, now); });
    CHECK(clinic.desk.board().calls.size() == 2);
    CHECK_MESSAGE(clinic.pager->state().failed == 0, "it hung all the while, 2 s long");
}

TEST_CASE("a new page waits behind no old one") {
    Clinic clinic;
    clinic.system.is(Mood::broken);
    clinic.system.start();
    clinic.open();
    for (std::uint64_t ticket = 1; ticket <= 20; ++ticket) clinic.raise({"Waiting room 1", ticket, Kind::call, 1});
    clinic.pass(Duration{10'000});
    clinic.state([](const auto& is) { return is.failed == 20; });
    const CallId late{"Waiting room 2", 1, Kind::call, 1};
    clinic.raise(late);
    clinic.pass(Duration{10'000});
    CHECK(clinic.system.got(21)[20].key == key_of({late, Event::not_shown}));
}

TEST_CASE("however often it failed, it is tried again within 30 s") {
    Clinic clinic;
    clinic.system.is(Mood::broken);
    clinic.system.start();
    clinic.open();
    clinic.raise();
    clinic.pass(Duration{10'000});
    for (int tries = 1; tries <= 12; ++tries) {
        clinic.state([&](const auto& is) { return is.failed == tries; });
        clinic.pass(Pager::longest_wait);
        clinic.raise({"Waiting room 1", static_cast<std::uint64_t>(tries), Kind::today, 0});  // it looks at once
    }
}

TEST_CASE("a clock that is set back makes no page late") {
    Clinic clinic;
    clinic.system.start();
    clinic.open();
    clinic.raise();
    // Once this one is paged, the pager has seen the other, too.
    clinic.does([](CallBook& book, WallTime now) {
        const CallId older{"Waiting room 2", 1, Kind::call, 1};
        return book.take({.id = older, .told = {}, .raised_at = {now.ms - 10'000}});
    });
    clinic.system.got(1);
    clinic.wall -= 3'600'000;
    clinic.ticks += 10'000;
    CHECK(clinic.system.got(2)[1].key == key_of({first, Event::not_shown}));
}

TEST_CASE("a pager that is opened again says again what was not answered, and nothing that was") {
    Clinic clinic;
    clinic.system.is(Mood::broken);
    clinic.system.start();
    clinic.open();
    clinic.raise();
    clinic.pass(Duration{10'000});
    clinic.state([](const auto& is) { return is.failed == 1; });
    clinic.open();
    clinic.state([](const auto& is) { return is.failed == 1; });
    clinic.system.is(Mood::fine);
    clinic.open();
    clinic.state([](const auto& is) { return is.delivered == 1; });
    clinic.open();
    clinic.does([](CallBook& book, WallTime now) { return book.close(first, Closed::at_kiosk, "", now); });
    clinic.state([](const auto& is) { return is.delivered == 1; });
    const auto got = clinic.system.got();
    CHECK(events(got) == Events{"not-shown", "not-shown", "not-shown", "closed"});
    CHECK(got[0].key == got[1].key);
    CHECK(got[1].key == got[2].key);
}

TEST_CASE("of a call that is closed for an hour nothing is sent and nothing is known any more") {
    Clinic clinic;
    clinic.system.is(Mood::broken);
    clinic.system.start();
    clinic.open();
    clinic.raise();
    clinic.pass(Duration{10'000});
    clinic.state([](const auto& is) { return is.failed == 1; });
    clinic.does([](CallBook& book, WallTime now) { return book.close(first, Closed::at_kiosk, "", now); });
    clinic.state([](const auto& is) { return is.failed == 2; });
    CHECK_FALSE(NoticeBook::open(clinic.scratch.folder / "notices.sqlite")->sendings()->empty());
    clinic.pass(Duration{3'600'001});
    const auto is_forgotten = [&] {
        return NoticeBook::open(clinic.scratch.folder / "notices.sqlite")->sendings()->empty();
    };
    for (int i = 0; i < 3'000 && !is_forgotten(); ++i) usleep(10'000);
    CHECK(is_forgotten());
    CHECK(clinic.pager->state().failed == 2);
}
