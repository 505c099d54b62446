// SPDX-License-Identifier: Apache-2.0
// What a kiosk and its desk say to each other: in order, told twice is told once, and as text on any line.
#include "desk/exchange.hpp"

#include "desk/board_text.hpp"
#include "desk/deed.hpp"
#include "front_desk.hpp"

using namespace kiosk;
using namespace kiosk::desk;

namespace {

using What = Telling::What;

constexpr const char* room = "Waiting room 2";

Telling telling(What what, std::int64_t at, Kind kind = Kind::call) {
    Telling telling{.key = {what, 7, kind, 1, {at}}, .told = {}, .ago = Duration{500}};
    if (what == What::raised) telling.told = {Level::emergency, {"Chest pain now"}, "Español"};
    return telling;
}

/// A day that is over, with all kinds of amounts, and today.
Usage use() {
    const auto today = *read_day("2026-11-24");
    return shown({{.day = today - std::chrono::days{1},
                   .visits = 30,
                   .handouts = 9,
                   .by_outcome = {20, 8, 2, 0},
                   .by_language = {{"English", 25}, {"Español", 5}}},
                  {.day = today, .visits = 2, .by_outcome = {2, 0, 0, 0}, .by_language = {{"English", 2}}}},
                 today);
}

Said said(std::vector<Telling> tellings) {
    return {std::move(tellings),
            {.facts = {{"Screen", "running", false}, {"Printer", "Paper is out.", true}},
             .alarm = "Go and look.",
             .health = {"5f3a", true, true},
             .drills = {{7, {1'790'000'000'000}, true, "All seen."}},
             .usage = use(),
             .test_page = 3}};
}

}  // namespace

TEST_CASE("both texts are read as they were written, and nothing else is one") {
    auto all = said({telling(What::raised, 1), telling(What::again, 2), telling(What::cancelled, 3),
                     telling(What::closed, 4), telling(What::raised, 5, Kind::test)});
    CHECK(read_said(write_said(all)) == all);
    const Heard heard{.taken = {all.tellings[0].key, all.tellings[1].key},
                      .calls = {{std::uint64_t{1} << 63, Kind::test, 2, Stage::coming, {9}}},
                      .is_watched = true,
                      .today = {3, 4},
                      .test_page = 5};
    CHECK(read_heard(write_heard(heard)) == heard);
    for (const std::string bad :
         {"", "7", "[]", "{}", R"({"tellings":[],"about":7})", R"({"tellings":{},"about":{}})"}) {
        CHECK(!read_said(bad));
        CHECK(!read_heard(bad));
    }
    all.tellings.resize(most_tellings + 1);
    CHECK_MESSAGE(!read_said(write_said(all)), "more than a kiosk says");
    CHECK_MESSAGE(!read_said(write_said(said({})) + std::string(longest_text, ' ')), "longer than a kiosk's");
    auto unknown = write_said(said({telling(What::raised, 1)}));
    unknown.replace(unknown.find("\"raised\""), 8, "\"razed!\"");
    CHECK(!read_said(unknown));
}

TEST_CASE("what is longer than a desk reads is cut, for a call that is refused would hold up the others") {
    Said all = said({});
    for (std::size_t i = 0; i < most_tellings; ++i) {
        all.tellings.push_back(telling(What::raised, static_cast<std::int64_t>(i)));
        all.tellings.back().told.reasons.assign(500, std::string(1'000, '"'));
    }
    all.about.facts[0].value = std::string(1'000'000, 'x');
    const auto arrived = read_said(write_said(all));
    REQUIRE(arrived);
    CHECK(arrived->tellings.size() == most_tellings);
    CHECK(arrived->tellings[0].told.reasons.at(0) == all.tellings[0].told.reasons[0]);
    all.tellings[0].told.reasons.assign(500, "é");
    CHECK(read_said(write_said(all)));
}

TEST_CASE(
    "what is said is on the desk's disk under the name by which the kiosk is known, and told twice is told once") {
    FrontDesk at;
    const auto what = said({telling(What::raised, 1), telling(What::again, 2)});
    for (int i = 0; i < 2; ++i) {
        const auto heard = exchange(at.desk, room, what);
        REQUIRE(heard);
        CHECK(heard->taken == std::vector{what.tellings[0].key, what.tellings[1].key});
        CHECK(heard->calls == std::vector<Progress>{{7, Kind::call, 1, Stage::taken, {2}}});
        CHECK(heard->today.calls == 1);
        CHECK(!heard->is_watched);
        at.wall += 10'000;
    }
    const auto call = at.call();
    CHECK(call.id.kiosk == room);
    CHECK(call.told == what.tellings[0].told);
    CHECK_MESSAGE(call.raised_at == WallTime{999'500}, "half a second before it was said first");
    CHECK(call.again_at == WallTime{999'500});
    REQUIRE(exchange(at.desk, room, said({telling(What::again, 3)})));
    CHECK_MESSAGE(at.call().again_at == WallTime{1'019'500}, "another again is another");
}

TEST_CASE("a kiosk hears of its own calls alone, and whether anybody would see one") {
    FrontDesk at;
    at.raise(first);
    REQUIRE(
        exchange(at.desk, room, said({telling(What::raised, 1, Kind::today), telling(What::raised, 1, Kind::test)})));
    at.desk.hear("page");
    const auto heard = exchange(at.desk, room, said({}));
    REQUIRE(heard);
    CHECK(heard->calls == std::vector<Progress>{{7, Kind::test, 1, Stage::taken, {0}}});
    CHECK(heard->today == Heard::Today{0, 1});
    CHECK(heard->is_watched);
}

TEST_CASE("a kiosk that falls silent is told to staff, by name, and that it is back") {
    FrontDesk at;
    at.desk.expect({"Waiting room 1", room});
    auto quiet = said({});
    quiet.about.alarm.clear();
    REQUIRE(exchange(at.desk, room, quiet));
    at.desk.look();
    CHECK(at.desk.board().alarms.empty());
    at.ticks += Desk::silent_after.count();
    REQUIRE(exchange(at.desk, "Waiting room 1", quiet));
    at.ticks += 1;
    const auto before = at.desk.board().revision;
    at.desk.look();
    CHECK(at.desk.board().revision > before);
    REQUIRE(at.desk.board().alarms.size() == 1);
    CHECK(at.desk.board().alarms[0].kiosk == room);
    CHECK(json::parse(write_kiosks(at.desk.kiosks())).at("kiosks").at(1).at("silent") == true);
    REQUIRE(exchange(at.desk, room, quiet));
    CHECK(at.desk.board().alarms.empty());
    REQUIRE(exchange(at.desk, room, said({})));
    CHECK(at.desk.board().alarms.at(0).text == "Go and look.");
    at.desk.expect({"Waiting room 1"});
    CHECK_MESSAGE(!at.desk.knows_kiosk(room), "its key was taken away");
}

TEST_CASE("a kiosk hears of the test page that staff want, until it has begun or a minute is over") {
    FrontDesk at;
    const Deed deed{.what = Deed::What::test_page, .call = {room, 0, Kind::test, 1}, .name = {}};
    auto of_printer = said({});
    CHECK_MESSAGE(*carry_out(at.desk, deed) == Refused::silent, "never heard of");
    of_printer.about.test_page.reset();
    REQUIRE(exchange(at.desk, room, of_printer));
    CHECK_MESSAGE(*carry_out(at.desk, deed) == Refused::silent, "no printer");
    of_printer.about.test_page = 0;
    CHECK(exchange(at.desk, room, of_printer)->test_page == 0);
    CHECK(*carry_out(at.desk, deed) == Refused::not_at_all);
    const auto wanted = exchange(at.desk, room, of_printer)->test_page;
    CHECK(wanted == 1'000'000);
    CHECK_MESSAGE(exchange(at.desk, "Waiting room 1", of_printer)->test_page == 0, "another kiosk's");
    of_printer.about.test_page = wanted;
    CHECK(exchange(at.desk, room, of_printer)->test_page == 0);
    at.wall -= 5'000;
    CHECK(*carry_out(at.desk, deed) == Refused::not_at_all);
    CHECK_MESSAGE(exchange(at.desk, room, of_printer)->test_page > wanted, "the clock was set back");
    at.ticks += 60'001;
    CHECK(exchange(at.desk, room, of_printer)->test_page == 0);
    at.ticks += Desk::silent_after.count() + 1;
    at.desk.look();
    CHECK(*carry_out(at.desk, deed) == Refused::silent);
}

TEST_CASE("staff look up the drills and the use of any kiosk of the desk, as it last told them") {
    FrontDesk at;
    REQUIRE(exchange(at.desk, room, said({})));
    CHECK(at.client().Get("/records?kiosk=Waiting%20room%209")->status == 404);
    const auto records = json::parse(at.client().Get("/records?kiosk=Waiting%20room%202")->body);
    CHECK(records.at("drills").at(0).at("line") == "All seen.");
    CHECK(records.at("usage").at("days").size() == 14);
    CHECK(records.at("usage").at("week").at("visits") == 32);
    CHECK(records.at("usage").at("days").at(13).at("detail") == nullptr);
}

TEST_CASE("the page has of each kiosk its facts and its last test call") {
    FrontDesk at;
    REQUIRE(exchange(at.desk, room, said({telling(What::raised, 1, Kind::test)})));
    at.desk.show(std::vector<Fact>{{"Paging system", "last told 08:00", false}});
    const auto kiosks = json::parse(write_kiosks(at.desk.kiosks()));
    CHECK(kiosks.at("facts").at(0).at("value") == "last told 08:00");
    const auto one = kiosks.at("kiosks").at(0);
    CHECK(one.at("name") == room);
    CHECK(one.at("facts").at(1) == json{{"name", "Printer"}, {"value", "Paper is out."}, {"trouble", true}});
    CHECK(one.at("lastTest").at("raisedAt") == 999'500);
}

TEST_CASE("one kiosk does not fill the desk: beyond a number calls wait until staff have closed some") {
    FrontDesk at;
    const auto call = [](int ticket) {
        return Said{{{.key = {Telling::What::raised, static_cast<std::uint64_t>(ticket), Kind::call, 1, {}},
                      .told = {Level::emergency, {"Chest"}, ""}}},
                    {}};
    };
    const auto is_taken = [&](int ticket, const char* kiosk = "Waiting room 1") {
        return exchange(at.desk, kiosk, call(ticket))->taken.size() == 1;
    };
    for (int ticket = 1; ticket <= most_open_calls; ++ticket) REQUIRE(is_taken(ticket));
    CHECK_FALSE(is_taken(5'000));
    CHECK(is_taken(most_open_calls));  // said again is told once
    CHECK(is_taken(5'000, "Waiting room 2"));
    REQUIRE(at.desk.write([](CallBook& book, WallTime now) {
        return book.close({"Waiting room 1", 1, Kind::call, 1}, Closed::with_patient, "Nurse Lee", now);
    }));
    CHECK(is_taken(5'000));
}

TEST_CASE("what another than this program says at length is cut by the desk, too") {
    auto said = json::parse(write_said(
        {{{.key = {Telling::What::raised, 7, Kind::call, 1, {}}, .told = {Level::emergency, {"Chest"}, "English"}}},
         {}}));
    said.at("tellings").at(0).at("reasons") = {std::string(3'000, 'a'), std::string(3'000, 'b'), "c"};
    const auto read = read_said(said.dump());
    REQUIRE(read);
    std::size_t length = 0;
    for (const auto& reason : read->tellings.at(0).told.reasons) length += reason.size();
    CHECK(length + read->tellings.at(0).told.language.size() == 4'000);
}
