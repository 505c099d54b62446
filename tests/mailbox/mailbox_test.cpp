// SPDX-License-Identifier: Apache-2.0
#include "mailbox/mailbox.hpp"

#include "mailbox/scratch.hpp"

#include <poll.h>
#include <sys/stat.h>

#include <set>

using namespace kiosk;
using namespace kiosk::mailbox;

namespace {

Request request(std::uint64_t ticket, Kind kind, int number, std::string payload = {}) {
    return {{ticket, kind, number}, std::move(payload)};
}

bool nudged(int descriptor, int within_ms = 1000) {
    pollfd one{descriptor, POLLIN, 0};
    return poll(&one, 1, within_ms) == 1;
}

struct Both {
    Scratch scratch;
    Screen screen = std::move(*Screen::open(scratch.folder));
    Service service = std::move(*Service::open(scratch.folder));
    std::uint64_t ticket = screen.next_ticket();

    Request taken() {
        auto next = service.take();
        REQUIRE(next);
        REQUIRE(*next);
        return **next;
    }
    bool empty() {
        const auto next = service.take();
        REQUIRE(next);
        return !*next;
    }
};

}  // namespace

TEST_CASE("no ticket is given twice, not over restarts, nor by a folder that was lost or put back from a copy") {
    Scratch scratch;
    const auto copy = scratch.folder / "copy", box = scratch.folder / "box";
    std::set<std::uint64_t> given;
    const auto start = [&](const std::filesystem::path& folder) {
        REQUIRE(make_folder(folder));
        auto screen = Screen::open(folder);
        REQUIRE_MESSAGE(screen, (screen ? std::string() : screen.failure().sentence));
        for (int visit = 0; visit < 3; ++visit) CHECK(given.insert(screen->next_ticket()).second);
    };
    start(box);
    REQUIRE(make_folder(copy));
    std::filesystem::copy_file(box / "mailbox.db", copy / "mailbox.db");
    for (const auto& folder : {box, copy, box}) start(folder);
    std::filesystem::remove_all(box);
    start(box);
}

TEST_CASE("requests come in the order they were put, each once, bytes and all") {
    Both both;
    const std::string bytes("a\0b\xff\n'", 6);
    const Request rows[] = {request(both.ticket, Kind::print, 1, bytes), request(both.ticket, Kind::call, 1, "call"),
                            request(both.ticket, Kind::tell_desk, 0), request(both.ticket, Kind::print, 2, "second")};
    for (const Request& row : rows) REQUIRE(both.screen.put(row));
    for (const Request& row : rows) CHECK(both.taken() == row);
    CHECK(both.empty());
}

TEST_CASE("putting a request twice is putting it once") {
    Both both;
    for (int i = 0; i < 2; ++i) REQUIRE(both.screen.put(request(both.ticket, Kind::print, 1, "x")));
    const Request first = both.taken();
    REQUIRE(both.screen.put(first));
    CHECK(both.empty());
    REQUIRE(both.service.finish(first.key));
    REQUIRE(both.screen.put(first));
    CHECK(both.empty());
}

TEST_CASE("a call may be repeated as often as someone tries again") {
    Both both;
    for (int i = 0; i < 3; ++i) {
        REQUIRE(both.screen.put(request(both.ticket, Kind::repeat_call, 1)));
        const Request repeat = both.taken();
        CHECK(repeat.key.kind == Kind::repeat_call);
        REQUIRE(both.service.finish(repeat.key));
    }
    CHECK(both.empty());
}

TEST_CASE("a cancel finds the print not yet taken, or waits for the service") {
    Both both;
    REQUIRE(both.screen.put(request(both.ticket, Kind::print, 1, "not taken")));
    CHECK(*both.screen.put(request(both.ticket, Kind::cancel_print, 1)) == Put::withdrawn);
    CHECK(both.empty());
    CHECK(both.scratch.holders("not taken").empty());

    REQUIRE(both.screen.put(request(both.ticket, Kind::print, 2, "taken")));
    both.taken();
    CHECK(*both.screen.put(request(both.ticket, Kind::cancel_print, 2)) == Put::waiting);
    CHECK(both.taken() == request(both.ticket, Kind::cancel_print, 2));
}

TEST_CASE("reports reach the screen once, latest state, oldest change first") {
    Both both;
    REQUIRE(both.screen.put(request(both.ticket, Kind::print, 1)));
    REQUIRE(both.screen.put(request(both.ticket, Kind::call, 1)));
    const Report sent{both.ticket, Subject::print, 1, 1, 0, 0, 2};
    const Report page{both.ticket, Subject::print, 1, 2, 0, 1, 2};
    const Report shown{both.ticket, Subject::call, 1, 1, 0, 0, 0};
    REQUIRE(both.service.report(sent));
    CHECK(*both.screen.reports() == std::vector{sent});
    CHECK(both.screen.reports()->empty());
    REQUIRE(both.service.report(sent));
    CHECK(both.screen.reports()->empty());
    REQUIRE(both.service.report(shown));
    REQUIRE(both.service.report(page));
    CHECK(*both.screen.reports() == std::vector{shown, page});
}

TEST_CASE("no report is kept about a visit that is over, or about a request nobody put") {
    Both both;
    REQUIRE(both.screen.put(request(both.ticket, Kind::print, 1, "x")));
    both.taken();
    REQUIRE(both.screen.forget(both.ticket));
    REQUIRE(both.service.report({both.ticket, Subject::print, 1, 4, 0, 0, 0}));
    REQUIRE(both.service.report({both.ticket + 9, Subject::print, 1, 4, 0, 0, 0}));
    CHECK(both.screen.reports()->empty());
}

TEST_CASE("a commit nudges the other side, and quiet takes all nudges") {
    Both both;
    both.service.quiet();
    both.screen.quiet();
    REQUIRE(both.screen.put(request(both.ticket, Kind::print, 1)));
    CHECK(nudged(both.service.descriptor()));
    REQUIRE(both.screen.put(request(both.ticket, Kind::print, 2)));
    both.service.quiet();
    CHECK_FALSE(nudged(both.service.descriptor(), 0));
    REQUIRE(both.service.report({both.ticket, Subject::print, 1, 1, 0, 0, 0}));
    CHECK(nudged(both.screen.descriptor()));
}

TEST_CASE("nudging a side that is away, or one that never reads, blocks nobody") {
    Scratch scratch;
    Screen screen = std::move(*Screen::open(scratch.folder));
    CHECK_FALSE(screen.service_is_there());
    for (int i = 0; i < 3; ++i) REQUIRE(screen.put(request(1, Kind::print, i)));
    Service service = std::move(*Service::open(scratch.folder));
    CHECK(screen.service_is_there());
    CHECK(service.screen_is_there());
    for (int i = 3; i < 400; ++i) REQUIRE(screen.publish({{Fact::heartbeat, std::to_string(i)}}));
    CHECK(service.facts(Side::screen)->at(Fact::heartbeat) == "399");
}

TEST_CASE("facts of both sides are there for both, and for status") {
    Both both;
    REQUIRE(both.screen.publish({{Fact::pid, "1"}, {Fact::content, "abc"}}));
    REQUIRE(both.service.publish({{Fact::pid, "2"}, {Fact::printer_kind, "real"}}));
    REQUIRE(both.service.publish({{Fact::printer_kind, "none"}}));
    const Facts service{{Fact::pid, "2"}, {Fact::printer_kind, "none"}};
    CHECK(*both.screen.facts(Side::service) == service);
    CHECK(*both.service.facts(Side::screen) == Facts{{Fact::pid, "1"}, {Fact::content, "abc"}});
    REQUIRE(both.screen.put(request(both.ticket, Kind::print, 1)));
    const auto seen = look(both.scratch.folder);
    REQUIRE(seen);
    CHECK(seen->service == service);
    CHECK(seen->screen_is_there);
    CHECK(seen->service_is_there);
    CHECK(seen->waiting == 1);
}

TEST_CASE("who looks into a mailbox that is just being made neither breaks it nor is told that it is broken") {
    for (int round = 0; round < 100; ++round) {
        Scratch scratch;
        Child screen([&] { _exit(Screen::open(scratch.folder) ? 0 : 1); });
        Child service([&] { _exit(Service::open(scratch.folder) ? 0 : 1); });
        for (;;) {
            const auto seen = look(scratch.folder);
            if (seen) break;
            REQUIRE(seen.failure().sentence.starts_with("There is no mailbox in the state folder"));
        }
        REQUIRE(screen.wait_for() == 0);
        REQUIRE(service.wait_for() == 0);
    }
}

TEST_CASE("what was taken but not finished is told after a restart, with all that is known") {
    Both both;
    for (int number = 1; number <= 4; ++number)
        REQUIRE(both.screen.put(request(both.ticket, Kind::print, number, "p" + std::to_string(number))));
    for (int number = 1; number <= 4; ++number) both.taken();
    const PrinterJob job{"ipp://printer/ipp/print", 17};
    REQUIRE(both.service.commit_job(both.ticket, 2, {job.uri, 0}));
    REQUIRE(both.service.commit_job(both.ticket, 2, job));
    REQUIRE(both.service.commit_job(both.ticket, 3, job));
    REQUIRE(both.screen.put(request(both.ticket, Kind::cancel_print, 3)));
    REQUIRE(both.service.drop_payload({both.ticket, Kind::print, 3}));
    REQUIRE(both.service.finish({both.ticket, Kind::print, 4}));

    const auto left = both.service.unfinished();
    REQUIRE(left);
    const Unfinished first{request(both.ticket, Kind::print, 1, "p1"), std::nullopt, false, false};
    const Unfinished second{request(both.ticket, Kind::print, 2, "p2"), job, false, false};
    const Unfinished third{request(both.ticket, Kind::print, 3), job, true, false};
    CHECK(*left == std::vector{first, second, third});
    REQUIRE(both.screen.forget(both.ticket));
    CHECK(both.service.unfinished()->front().forgotten);
}

TEST_CASE("no document may be sent for a request that is gone or finished") {
    Both both;
    const std::string gone = "The request of this job is not in the mailbox any more: nothing is sent.";
    CHECK(both.service.commit_job(both.ticket, 1, {"u", 1}).failure().sentence == gone);
    REQUIRE(both.screen.put(request(both.ticket, Kind::print, 1)));
    CHECK(both.service.commit_job(both.ticket, 1, {"u", 1}).failure().sentence == gone);
    both.taken();
    CHECK(both.service.commit_job(both.ticket, 1, {"u", 1}));
    REQUIRE(both.service.finish({both.ticket, Kind::print, 1}));
    CHECK(both.service.commit_job(both.ticket, 1, {"u", 1}).failure().sentence == gone);
}

TEST_CASE("a screen that starts again tells which prints the visits before it left") {
    Scratch scratch;
    Service service = std::move(*Service::open(scratch.folder));
    {
        Screen screen = std::move(*Screen::open(scratch.folder));
        CHECK(screen.prints_left().empty());
        REQUIRE(screen.put(request(5, Kind::print, 1, "left")));
        REQUIRE(screen.put(request(5, Kind::call, 1, "a call stays")));
    }
    Screen screen = std::move(*Screen::open(scratch.folder));
    CHECK(screen.prints_left() == std::vector{Key{5, Kind::print, 1}});
    CHECK((*service.take())->key == Key{5, Kind::print, 1});
    CHECK((*service.take())->key == Key{5, Kind::call, 1});
    CHECK((*service.take())->key == Key{5, Kind::forget, 0});
    REQUIRE(service.finish({5, Kind::forget, 0}));
    REQUIRE(service.finish({5, Kind::print, 1}));
    CHECK(scratch.holders("a call stays") != "");
    REQUIRE(service.finish({5, Kind::call, 1}));
    CHECK(scratch.holders("a call stays") == "");
    CHECK(service.unfinished()->empty());
}

TEST_CASE("the folder and everything in it is for one user only") {
    Both both;
    REQUIRE(both.screen.put(request(both.ticket, Kind::print, 1)));
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(both.scratch.folder)) {
        struct stat found {};
        REQUIRE(lstat(entry.path().c_str(), &found) == 0);
        CAPTURE(entry.path().filename());
        CHECK((found.st_mode & 0777) == 0600);
        ++files;
    }
    CHECK(files == 7);  // database, its log and index, two sockets, two locks
}

TEST_CASE("a report answers a request of its own kind alone") {
    const std::pair<Kind, Subject> rows[] = {{Kind::print, Subject::print},
                                             {Kind::call, Subject::call},
                                             {Kind::try_pin, Subject::pin},
                                             {Kind::test_call, Subject::test_call}};
    for (const auto& [kind, own] : rows) {
        Both both;
        REQUIRE(both.screen.put(request(both.ticket, kind, 1)));
        for (const auto& [other, about] : rows) REQUIRE(both.service.report({both.ticket, about, 1, 2, 0, 0, 0}));
        const auto reports = both.screen.reports();
        REQUIRE(reports);
        REQUIRE(reports->size() == 1);
        CHECK(reports->front().about == own);
    }
}

TEST_CASE("a typed PIN is gone once it was judged, and with the screen though nobody judged it") {
    Both both;
    REQUIRE(both.screen.put(request(both.ticket, Kind::try_pin, 1, "130279")));
    CHECK_FALSE(both.scratch.holders("130279").empty());
    REQUIRE(both.service.finish(both.taken().key));
    CHECK(both.scratch.holders("130279") == "");
    REQUIRE(both.screen.put(request(both.ticket, Kind::try_pin, 2, "130279")));
    REQUIRE(both.screen.leave());
    CHECK(both.scratch.holders("130279") == "");
}
