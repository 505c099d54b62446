// SPDX-License-Identifier: Apache-2.0
// The calls of a desk on its disk: told twice is told once, a stage never goes back, what was closed leaves no byte,
// and kill -9 loses nothing.
#include "desk/call_book.hpp"
#include "mailbox/scratch.hpp"

#include <doctest/doctest.h>

#include <random>
#include <set>

using namespace kiosk;
using namespace kiosk::desk;

namespace {

const CallId first{"Waiting room 1", 7, Kind::call, 1};

CallBook opened(const Scratch& scratch) {
    auto book = CallBook::open(scratch.folder / "calls.sqlite");
    REQUIRE(book);
    return std::move(*book);
}

Call raised(const CallId& id = first, WallTime at = {1'000}) {
    return {.id = id, .told = {Level::emergency, {"Chest pain now", "Fever"}, "Español"}, .raised_at = at};
}

Call only_call(CallBook& book) {
    const auto calls = book.calls({0});
    REQUIRE(calls);
    REQUIRE(calls->size() == 1);
    return calls->front();
}

}  // namespace

TEST_CASE("a call told twice is one call, with the words of the first telling") {
    Scratch scratch;
    auto book = opened(scratch);
    REQUIRE(book.take(raised()));
    auto again = raised();
    again.told.reasons = {"something else"};
    REQUIRE(book.take(again));
    auto call = only_call(book);
    CHECK(call.told == raised().told);
    CHECK(call.stage == Stage::taken);
    CHECK(call.raised_at == WallTime{1'000});
}

TEST_CASE("stages go forward only, and say when and by whom") {
    Scratch scratch;
    auto book = opened(scratch);
    REQUIRE(book.take(raised()));
    REQUIRE(book.show(first, {2'000}));
    REQUIRE(book.show(first, {3'000}));
    CHECK(only_call(book).shown_at == WallTime{2'000});
    REQUIRE(book.acknowledge(first, "Nurse Lee", {4'000}));
    REQUIRE(book.acknowledge(first, "Dr. Ba", {5'000}));
    CHECK(only_call(book).coming_by == "Nurse Lee");
    REQUIRE(book.show(first, {6'000}));
    CHECK(only_call(book).stage == Stage::coming);
    REQUIRE(book.close(first, Closed::with_patient, "Dr. Ba", {7'000}));
    REQUIRE(book.close(first, Closed::at_kiosk, "", {8'000}));
    REQUIRE(book.acknowledge(first, "Nurse Lee", {9'000}));
    const auto call = only_call(book);
    CHECK(call.stage == Stage::closed);
    CHECK(call.closed == Closed::with_patient);
    CHECK(call.closed_by == "Dr. Ba");
    CHECK(call.closed_at == WallTime{7'000});
}

TEST_CASE("acknowledged without being shown was shown, too") {
    Scratch scratch;
    auto book = opened(scratch);
    REQUIRE(book.take(raised()));
    REQUIRE(book.acknowledge(first, "Nurse Lee", {4'000}));
    CHECK(only_call(book).shown_at == WallTime{4'000});
}

TEST_CASE("a patient who calls again must be shown again, unless somebody is coming") {
    Scratch scratch;
    auto book = opened(scratch);
    REQUIRE(book.take(raised()));
    REQUIRE(book.show(first, {2'000}));
    REQUIRE(book.again(first, {40'000}, {7}));
    CHECK(only_call(book).stage == Stage::taken);
    CHECK(only_call(book).shown_at == WallTime{0});
    CHECK(only_call(book).again_at == WallTime{40'000});
    REQUIRE(book.show(first, {40'500}));
    REQUIRE(book.again(first, {40'700}, {7}));
    CHECK_MESSAGE(only_call(book).stage == Stage::shown, "told twice is told once");
    CHECK(only_call(book).again_at == WallTime{40'000});
    REQUIRE(book.acknowledge(first, "Nurse Lee", {41'000}));
    REQUIRE(book.again(first, {42'000}, {8}));
    CHECK(only_call(book).stage == Stage::coming);
}

TEST_CASE("a cancelled call stays open, marked so, until a person closes it") {
    Scratch scratch;
    auto book = opened(scratch);
    REQUIRE(book.take(raised()));
    REQUIRE(book.cancel(first));
    CHECK(only_call(book).cancelled);
    CHECK(only_call(book).stage == Stage::taken);
}

TEST_CASE("messages of one visit stand apart") {
    Scratch scratch;
    auto book = opened(scratch);
    for (const auto kind : {Kind::call, Kind::today, Kind::stopped}) REQUIRE(book.take(raised({"A", 7, kind, 0})));
    REQUIRE(book.take(raised({"B", 7, Kind::call, 0})));
    REQUIRE(book.take(raised({"A", 7, Kind::call, 2})));
    CHECK(book.calls({0})->size() == 5);
}

TEST_CASE("the reasons of a closed call are on no byte of the disk; the call itself is forgotten later") {
    Scratch scratch;
    auto book = opened(scratch);
    REQUIRE(book.take(raised()));
    CHECK_FALSE(scratch.holders("Chest pain now").empty());
    REQUIRE(book.close(first, Closed::with_patient, "Nurse Lee", {7'000}));
    CHECK(scratch.holders("Chest pain now") == "");
    CHECK(scratch.holders("Espa") == "");
    CHECK(only_call(book).told == Told{});
    CHECK(book.calls({7'001})->empty());
    REQUIRE(book.forget_closed({7'000}));
    CHECK(book.calls({0})->size() == 1);
    REQUIRE(book.forget_closed({7'001}));
    CHECK(book.calls({0})->empty());
}

TEST_CASE("changes come in their order, also after a restart") {
    Scratch scratch;
    const CallId second{"B", 8, Kind::call, 1};
    {
        auto book = opened(scratch);
        REQUIRE(book.take(raised()));
        REQUIRE(book.take(raised(second)));
        REQUIRE(book.show(first, {2'000}));
    }
    auto book = opened(scratch);
    auto changed = book.changed_after(0);
    REQUIRE(changed);
    REQUIRE(changed->size() == 2);
    CHECK(changed->at(0).id == second);
    CHECK(changed->at(1).id == first);
    const auto seen = changed->at(1).revision;
    CHECK(book.changed_after(seen)->empty());
    REQUIRE(book.cancel(second));
    CHECK(book.changed_after(seen)->size() == 1);
}

TEST_CASE("names at the desk: kept, each once, no more than forty") {
    Scratch scratch;
    auto book = opened(scratch);
    REQUIRE(book.add_person("Nurse Lee"));
    REQUIRE(book.add_person("Nurse Lee"));
    REQUIRE(book.add_person("Dr. Ba"));
    CHECK(*book.people() == std::vector<std::string>{"Dr. Ba", "Nurse Lee"});
    for (int i = 0; i < 38; ++i) REQUIRE(book.add_person("P" + std::to_string(i)));
    CHECK(*book.add_person("one more") == Done::same);
    REQUIRE(book.remove_person("Dr. Ba"));
    CHECK(book.people()->size() == 39);
}

TEST_CASE("a book that is damaged says so") {
    Scratch scratch;
    std::ofstream(scratch.folder / "calls.sqlite") << std::string(4096, 'x');
    const auto book = CallBook::open(scratch.folder / "calls.sqlite");
    REQUIRE_FALSE(book);
    CHECK(book.failure().sentence ==
          "The call book " + (scratch.folder / "calls.sqlite").string() +
              " is damaged. Stop kiosk, move the file away and start kiosk again; open calls in it are lost.");
}

TEST_CASE("kill -9 at any moment: what was said to be written is there, once") {
    Scratch scratch;
    opened(scratch);
    std::mt19937 dice(20261123);
    std::set<std::uint64_t> written;
    std::uint64_t next = 0;
    for (int round = 0; round < 60; ++round) {
        int told[2];
        REQUIRE(pipe(told) == 0);
        {
            Child writer([&] {
                auto book = CallBook::open(scratch.folder / "calls.sqlite");
                for (std::uint64_t ticket = next; book; ++ticket) {
                    if (!book->take(raised({"A", ticket, Kind::call, 1}))) _exit(1);
                    if (write(told[1], &ticket, sizeof ticket) != sizeof ticket) _exit(1);
                }
            });
            close(told[1]);
            std::uint64_t ticket = 0;
            const int some = std::uniform_int_distribution<int>(1, 20)(dice);
            for (int i = 0; i < some && read(told[0], &ticket, sizeof ticket) == sizeof ticket; ++i)
                written.insert(ticket);
            writer.kill_now();
            while (read(told[0], &ticket, sizeof ticket) == sizeof ticket) written.insert(ticket);
        }
        close(told[0]);
        next = *written.rbegin() + 1;
    }
    auto book = opened(scratch);
    std::set<std::uint64_t> found;
    const auto calls = book.calls({0});
    REQUIRE(calls);
    for (const auto& call : *calls) CHECK(found.insert(call.id.ticket).second);
    for (const auto ticket : written) CHECK(found.contains(ticket));
    CHECK(found.size() <= written.size() + 60);
}
