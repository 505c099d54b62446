// SPDX-License-Identifier: Apache-2.0
// kill -9 of either side at random moments: nothing lost, nothing doubled, and nothing of a patient left in the folder.
#include "mailbox/mailbox.hpp"
#include "mailbox/scratch.hpp"

#include <fcntl.h>
#include <sys/mman.h>

#include <atomic>
#include <random>
#include <set>

using namespace kiosk;
using namespace kiosk::mailbox;

namespace {

constexpr int rounds = 200;

/// Seen by parent and children alike, and not rolled back by a kill: what the world has seen.
template <class T>
struct World {
    T* at = static_cast<T*>(mmap(nullptr, sizeof(T), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    ~World() { munmap(at, sizeof(T)); }
    T* operator->() { return at; }
};

std::mt19937& dice() {
    static std::mt19937 made(20261122);
    return made;
}

int up_to(int most) {
    return std::uniform_int_distribution<int>(0, most)(dice());
}

/// How often children came so far as to have the mailbox open: a kill before that would test little on a slow host.
struct Starts {
    World<std::atomic<int>> count;

    void let_it_run(int start, int most_us) {
        for (int i = 0; i < 20'000 && *count.at < start; ++i) usleep(500);
        usleep(static_cast<useconds_t>(up_to(most_us)));
    }
};

std::vector<Request> take_all(Service& service) {
    std::vector<Request> all;
    for (auto next = service.take(); next && *next; next = service.take()) all.push_back(**next);
    return all;
}

struct Acknowledged {
    std::atomic<int> requests;
    std::atomic<std::uint64_t> key[100'000];
};

std::uint64_t packed(const Key& key) {
    return key.ticket * 1'000 + static_cast<std::uint64_t>(key.number);
}

/// One screen's life: puts prints until it is killed, and tells the world of each that was said to be done.
void put_until_killed(const Folder& folder, Acknowledged& told, Starts& starts) {
    auto screen = Screen::open(folder);
    if (!screen) _exit(1);
    ++*starts.count.at;
    const std::uint64_t ticket = screen->next_ticket();
    for (int number = 1; number < 30; ++number) {
        const Request request{{ticket, Kind::print, number}, std::string(static_cast<std::size_t>(number % 50), 'p')};
        if (!screen->put(request)) _exit(1);
        told.key[told.requests] = packed(request.key);
        ++told.requests;
    }
    pause();
}

constexpr int jobs = 3 * rounds;
struct Printer {
    std::atomic<int> created[jobs + 1], sent[jobs + 1], reported[jobs + 1];
};

/// As the service does it: create, commit, send, report, finish. A job that was committed is asked for, never sent
/// blindly.
void print_one(Service& service, Printer& printer, const Request& request, bool committed) {
    const int n = request.key.number;
    if (!committed) {
        ++printer.created[n];
        if (!service.commit_job(request.key.ticket, n, {"ipp://printer", n})) _exit(1);
    }
    if (printer.sent[n] == 0) ++printer.sent[n];
    if (!service.report({request.key.ticket, Subject::print, n, 4, 0, 0, 0})) _exit(1);
    ++printer.reported[n];
    if (!service.finish(request.key)) _exit(1);
}

void serve(const Folder& folder, Printer& printer, Starts& starts) {
    auto service = Service::open(folder);
    if (!service) _exit(1);
    const auto left = service->unfinished();
    if (!left) _exit(1);
    ++*starts.count.at;
    for (const Unfinished& one : *left) print_one(*service, printer, one.request, one.job.has_value());
    while (true) {
        auto next = service->take();
        if (!next) _exit(1);
        if (*next) print_one(*service, printer, **next, false);
        if (!*next) usleep(200);
    }
}

}  // namespace

TEST_CASE("the screen is killed 200 times: every request it was told is kept arrives, once") {
    Scratch scratch;
    World<Acknowledged> told;
    Starts starts;
    std::multiset<std::uint64_t> arrived;
    Service service = std::move(*Service::open(scratch.folder));
    for (int round = 0; round < rounds; ++round) {
        Child screen([&] { put_until_killed(scratch.folder, *told.at, starts); });
        starts.let_it_run(round + 1, 4'000);
        if (round % 2 == 0)
            for (const Request& request : take_all(service)) arrived.insert(packed(request.key));
        screen.kill_now();
        for (const Request& request : take_all(service)) {
            arrived.insert(packed(request.key));
            if (request.key.kind == Kind::print)
                REQUIRE(request.payload.size() == static_cast<std::size_t>(request.key.number % 50));
        }
        REQUIRE(service.facts(Side::screen));
    }
    CHECK(told->requests > rounds);
    int missing = 0, twice = 0;
    for (int i = 0; i < told->requests; ++i) missing += arrived.count(told->key[i]) == 0 ? 1 : 0;
    for (const std::uint64_t key : arrived) twice += arrived.count(key) > 1 ? 1 : 0;
    CHECK(missing == 0);
    CHECK(twice == 0);
}

TEST_CASE("the service is killed 200 times: every job is sent once and reported, none twice") {
    Scratch scratch;
    World<Printer> printer;
    Starts starts;
    Screen screen = std::move(*Screen::open(scratch.folder));
    const std::uint64_t ticket = screen.next_ticket();
    int put = 0, killed_at_work = 0;
    std::set<int> known;
    const auto collect = [&] {
        const auto reports = screen.reports();
        REQUIRE(reports);
        for (const Report& report : *reports) known.insert(report.number);
    };
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < 3; ++i) REQUIRE(screen.put({{ticket, Kind::print, ++put}, "MARKER"}));
        Child service([&] { serve(scratch.folder, *printer.at, starts); });
        starts.let_it_run(round + 1, 5'000);
        service.kill_now();
        collect();
        killed_at_work += static_cast<int>(known.size()) < put ? 1 : 0;
    }
    Child service([&] { serve(scratch.folder, *printer.at, starts); });
    for (int i = 0; i < 5'000 && printer->reported[jobs] == 0; ++i) usleep(1'000);
    for (int i = 0; i < 5'000 && !scratch.holders("MARKER").empty(); ++i) usleep(1'000);
    service.kill_now();
    collect();
    CHECK(put == jobs);
    CHECK(static_cast<int>(known.size()) == jobs);
    CHECK(killed_at_work > rounds / 10);
    for (int n = 1; n <= jobs; ++n) {
        CAPTURE(n);
        CHECK(printer->sent[n] == 1);
        CHECK(printer->created[n] >= 1);
    }
    CHECK(scratch.holders("MARKER").empty());
}

TEST_CASE("nothing of a patient is left in any byte after the visit, both sides running") {
    Scratch scratch;
    Screen screen = std::move(*Screen::open(scratch.folder));
    Service service = std::move(*Service::open(scratch.folder));
    // A call that stays open all the time: the search must find what is there.
    REQUIRE(screen.put({{1, Kind::call, 1}, "STAYSOPEN"}));
    for (int visit = 0; visit < 60; ++visit) {
        const std::uint64_t ticket = screen.next_ticket();
        const int count = 1 + up_to(6);
        for (int number = 1; number <= count; ++number) {
            const std::string payload = std::string(static_cast<std::size_t>(up_to(9'000)), 'm') + "MARKER";
            REQUIRE(screen.put({{ticket, number % 3 == 0 ? Kind::call : Kind::print, number}, payload}));
        }
        REQUIRE_FALSE(scratch.holders("MARKER").empty());
        if (visit % 3 == 0) REQUIRE(screen.forget(ticket));
        for (const Request& request : take_all(service)) {
            if (request.payload == "STAYSOPEN") continue;
            REQUIRE(service.commit_job(1, 1, {"u", 1}).failure().sentence != "");
            REQUIRE(service.report({ticket, Subject::print, request.key.number, 4, 0, 0, 0}));
            REQUIRE(service.finish(request.key));
        }
        REQUIRE(screen.forget(ticket));
        CAPTURE(visit);
        REQUIRE(scratch.holders("MARKER") == "");
        REQUIRE(scratch.holders("STAYSOPEN") != "");
    }
    CHECK(std::filesystem::file_size(scratch.folder / "mailbox.db-wal") == 0);
}

TEST_CASE("nothing of a patient is left after both were killed and started again") {
    Scratch scratch;
    int held = 0;
    Starts starts;
    for (int round = 0; round < 60; ++round) {
        {
            Child both([&] {
                Screen screen = std::move(*Screen::open(scratch.folder));
                Service service = std::move(*Service::open(scratch.folder));
                ++*starts.count.at;
                while (true) {
                    const std::uint64_t ticket = screen.next_ticket();
                    screen.put({{ticket, Kind::print, 1}, std::string(3'000, 'm') + "MARKER"});
                    for (const Request& request : take_all(service)) service.finish(request.key);
                    screen.forget(ticket);
                }
            });
            starts.let_it_run(round + 1, 20'000);
            both.kill_now();
        }
        if (!scratch.holders("MARKER").empty()) ++held;
        Screen screen = std::move(*Screen::open(scratch.folder));
        Service service = std::move(*Service::open(scratch.folder));
        const auto left = service.unfinished();
        REQUIRE(left);
        for (const Unfinished& one : *left) REQUIRE(service.finish(one.request.key));
        for (const Request& request : take_all(service)) REQUIRE(service.finish(request.key));
        CAPTURE(round);
        REQUIRE(scratch.holders("MARKER") == "");
    }
    CHECK(held > 5);  // kills did come while something lay there
}
