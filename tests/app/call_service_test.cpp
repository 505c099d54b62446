// SPDX-License-Identifier: Apache-2.0
// The way of a call between a real mailbox and a real call book: what the desk has is finished in the mailbox, what
// people do comes back to the glass, and kill -9 of either process loses and doubles nothing.
#include "app/call_service.hpp"

#include "app/call_text.hpp"
#include "app/clock.hpp"
#include "desk/desk.hpp"
#include "mailbox/scratch.hpp"
#include "raised_calls.hpp"
#include "visit/event.hpp"

#include <random>
#include <set>

using namespace kiosk;
using namespace kiosk::app;
using visit::DeskStage;

namespace {

struct Clinic {
    Scratch scratch;
    mailbox::Screen screen = std::move(*mailbox::Screen::open(scratch.folder));
    mailbox::Service mailbox = std::move(*mailbox::Service::open(scratch.folder));
    Instant ticks;
    desk::Desk desk{std::move(*desk::CallBook::open(scratch.folder / "calls.sqlite")), wall, [this] { return ticks; }};
    CallService service{mailbox, desk::line_to(desk, "Waiting room 1")};
    std::uint64_t ticket = screen.next_ticket();
    int repeats = 0;
    mailbox::Key call{ticket, mailbox::Kind::call, 1};

    void turn() {
        for (auto next = mailbox.take(); next && *next; next = mailbox.take()) service.take(**next);
        service.turn(now());
    }
    void put(mailbox::Kind kind) {
        const auto again = std::to_string(++repeats);
        REQUIRE(screen.put({{ticket, kind, 1}, kind == mailbox::Kind::call ? payload : again}));
        turn();
    }
    desk::Call only() {
        const auto board = desk.board();
        REQUIRE(board.calls.size() == 1);
        return board.calls.front();
    }
    void does(const std::function<Result<desk::Done>(desk::CallBook&, const desk::CallId&)>& deed) {
        const auto id = only().id;
        REQUIRE(desk.write([&](desk::CallBook& book, desk::WallTime) { return deed(book, id); }));
        turn();
    }
    std::vector<DeskStage> told() {
        std::vector<DeskStage> stages;
        const auto reports = screen.reports();
        REQUIRE(reports);
        for (const auto& report : *reports) stages.push_back(static_cast<DeskStage>(report.stage));
        return stages;
    }
    std::string line() { return (*screen.facts(mailbox::Side::service))[mailbox::Fact::desk]; }
};

using Stages = std::vector<DeskStage>;

}  // namespace

TEST_CASE("a call is finished in the mailbox once the desk has it, and each step comes back") {
    Clinic clinic;
    clinic.put(mailbox::Kind::call);
    CHECK(clinic.only().id == desk::CallId{"Waiting room 1", clinic.ticket, desk::Kind::call, 1});
    CHECK(clinic.only().told == desk::Told{desk::Level::emergency, {"Chest pain now"}, ""});
    CHECK(clinic.mailbox.unfinished()->empty());
    CHECK(clinic.scratch.holders("Chest pain now").find("mailbox") == std::string::npos);
    CHECK(clinic.told() == Stages{DeskStage::taken});
    clinic.does([](auto& book, auto& id) { return book.show(id, {1}); });
    CHECK(clinic.told() == Stages{DeskStage::shown});
    clinic.does([](auto& book, auto& id) { return book.acknowledge(id, "Nurse Lee", {2}); });
    CHECK(clinic.told() == Stages{DeskStage::acknowledged});
    clinic.does([](auto& book, auto& id) { return book.close(id, desk::Closed::with_patient, "Nurse Lee", wall()); });
    CHECK(clinic.told() == Stages{DeskStage::closed});
    CHECK(clinic.scratch.holders("Chest pain now") == "");
}

TEST_CASE("called again it must be shown again, and the glass hears that it was") {
    Clinic clinic;
    clinic.put(mailbox::Kind::call);
    clinic.does([](auto& book, auto& id) { return book.show(id, {1}); });
    clinic.told();
    clinic.put(mailbox::Kind::repeat_call);
    CHECK(clinic.told() == Stages{DeskStage::taken});
    clinic.does([](auto& book, auto& id) { return book.show(id, {2}); });
    CHECK(clinic.told() == Stages{DeskStage::shown});
}

TEST_CASE("cancelled by the patient it stays, marked; with staff at the glass it is closed") {
    Clinic clinic;
    clinic.put(mailbox::Kind::call);
    clinic.put(mailbox::Kind::cancel_call);
    CHECK(clinic.only().cancelled);
    CHECK(clinic.only().stage == desk::Stage::taken);
    clinic.put(mailbox::Kind::close_call);
    CHECK(clinic.only().closed == desk::Closed::at_kiosk);
}

TEST_CASE("who has left is still told to the desk, though screen and service stopped in between") {
    Clinic clinic;
    REQUIRE(clinic.screen.put({clinic.call, payload}));
    REQUIRE(clinic.screen.forget(clinic.ticket));
    REQUIRE(clinic.screen.leave());
    REQUIRE(clinic.mailbox.leave());
    clinic.turn();
    CHECK(clinic.only().told.reasons == std::vector<std::string>{"Chest pain now"});
    CHECK(clinic.told().empty());
}

TEST_CASE("see today and stopped are messages of their own") {
    Clinic clinic;
    for (const auto kind : {mailbox::Kind::tell_desk, mailbox::Kind::stopped})
        REQUIRE(clinic.screen.put({{clinic.ticket, kind, 0}, payload}));
    clinic.turn();
    const auto calls = clinic.desk.board().calls;
    std::set<desk::Kind> kinds;
    for (const auto& call : calls) kinds.insert(call.id.kind);
    CHECK(kinds == std::set{desk::Kind::today, desk::Kind::stopped});
    CHECK(calls.size() == 2);
    CHECK(clinic.told().empty());
}

TEST_CASE("a text that cannot be read still is a call") {
    Clinic clinic;
    REQUIRE(clinic.screen.put({clinic.call, "garbage"}));
    clinic.turn();
    CHECK(clinic.only().told.level == desk::Level::emergency);
    CHECK(read_call("garbage") == std::nullopt);
    CHECK(read_call(R"({"level":9,"reasons":[],"language":"","at":0})") == std::nullopt);
}

TEST_CASE("whether a desk listens is a fact of the mailbox") {
    Clinic clinic;
    clinic.turn();
    CHECK(clinic.line() == "deaf");
    clinic.desk.hear("page 1");
    clinic.turn();
    CHECK(clinic.line() == "listens");
    clinic.ticks = Instant{} + desk::Desk::heard_within + Duration{1};
    clinic.turn();
    CHECK(clinic.line() == "deaf");
    CallService none(clinic.mailbox, nullptr);
    none.turn(now());
    CHECK(clinic.line() == "none");
}

TEST_CASE("without a desk a request left over is finished, and its reasons are gone") {
    Clinic clinic;
    REQUIRE(clinic.screen.put({clinic.call, payload}));
    CallService none(clinic.mailbox, nullptr);
    none.take(**clinic.mailbox.take());
    CHECK(clinic.mailbox.unfinished()->empty());
    CHECK(clinic.scratch.holders("Chest pain now") == "");
}

namespace {

void serve_until_killed(const Scratch& scratch) {
    auto mailbox = mailbox::Service::open(scratch.folder);
    auto book = desk::CallBook::open(scratch.folder / "calls.sqlite");
    if (!mailbox || !book) _exit(1);
    desk::Desk desk(std::move(*book), wall, now);
    serve_calls(*mailbox, desk::line_to(desk, "Waiting room 1"));
}

}  // namespace

TEST_CASE("long: kill -9 of screen and service at any moment: of 1,500 calls none is lost, none doubled" *
          doctest::skip()) {
    Scratch scratch;
    RaisedCalls raised;
    std::mt19937 dice(20261123);
    int kills = 0;
    while (raised.count() < RaisedCalls::all) {
        Child service([&] { serve_until_killed(scratch); });
        Child screen([&] { raised.raise_until_killed(scratch); });
        rest(dice);
        (kills++ % 2 == 0 ? screen : service).kill_now();
        rest(dice);
    }
    Child service([&] { serve_until_killed(scratch); });
    wait_until_told(scratch);
    service.kill_now();
    raised.check(scratch.folder / "calls.sqlite");
    MESSAGE(kills << " kills");
}
