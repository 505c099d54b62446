// SPDX-License-Identifier: Apache-2.0
// Which calls a paging system is told of, when, and in which words; on the test's own clock.
#include "desk/paging.hpp"

#include "desk/notice_book.hpp"
#include "mailbox/scratch.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <set>

using namespace kiosk;
using namespace kiosk::desk;

namespace {

const CallId first{"Waiting room 1", std::uint64_t{1} << 61, Kind::call, 1};
constexpr AnswerTimes times{Duration{10'000}, Duration{30'000}};
constexpr Instant raised{50'000};

Call call(Stage stage, const CallId& id = first) {
    return {.id = id,
            .told = {Level::emergency, {"Chest pain now"}, "Español"},
            .raised_at = {1'795'476'153'999},
            .stage = stage,
            .coming_by = "Nurse Lee"};
}

std::vector<Notice> due_after(Duration waited, const Call& about, const Sendings& sent = {}) {
    return due({{about, raised}}, sent, raised + waited, times);
}

using Notices = std::vector<Notice>;

}  // namespace

TEST_CASE("a call is paged when it is not shown in time, or shown and not answered; once each") {
    const Notice not_shown{first, Event::not_shown}, not_answered{first, Event::not_answered};
    struct Row {
        const char* what;
        Stage stage;
        int waited_ms;
        Sendings sent;
        Notices expected;
    };
    const Row rows[] = {
        {"there is time left", Stage::taken, 9'999, {}, {}},
        {"shown nowhere", Stage::taken, 10'000, {}, {not_shown}},
        {"perhaps the paging system has it", Stage::taken, 10'000, {{not_shown, Sent::tried}}, {not_shown}},
        {"it has it", Stage::taken, 99'000, {{not_shown, Sent::delivered}}, {}},
        {"shown, and there is time left", Stage::shown, 29'999, {{not_shown, Sent::delivered}}, {}},
        {"shown, nobody answers", Stage::shown, 30'000, {{not_shown, Sent::delivered}}, {not_answered}},
        {"shown at once, nobody answers", Stage::shown, 30'000, {}, {not_answered}},
        {"that is known, too", Stage::shown, 99'000, {{not_answered, Sent::delivered}}, {}},
    };
    for (const auto& row : rows)
        CHECK_MESSAGE(due_after(Duration{row.waited_ms}, call(row.stage), row.sent) == row.expected, row.what);
}

TEST_CASE("the end is told to whom the page perhaps reached, and to nobody else") {
    const Sendings tried{{{first, Event::not_shown}, Sent::tried}};
    auto told = tried;
    CHECK(due_after({}, call(Stage::coming)).empty());
    CHECK(due_after({}, call(Stage::closed)).empty());
    CHECK(due_after({}, call(Stage::coming), tried) == Notices{{first, Event::coming}});
    told[{first, Event::coming}] = Sent::tried;
    // Closed before it could be told that somebody comes.
    CHECK(due_after({}, call(Stage::closed), told) == Notices{{first, Event::closed}});
    told[{first, Event::closed}] = Sent::delivered;
    CHECK(due_after({}, call(Stage::closed), told).empty());
    const Sendings of_another{{{{"Waiting room 2", 1, Kind::call, 1}, Event::not_shown}, Sent::delivered}};
    CHECK(due_after({}, call(Stage::closed), of_another).empty());
}

TEST_CASE("who calls again is paged for again; what a patient takes back is paged all the same") {
    auto again = call(Stage::taken);
    again.again_at = {again.raised_at.ms + 60'000};
    const Sendings sent{{{first, Event::not_shown}, Sent::delivered}};
    CHECK(due_after(Duration{10'000}, again, sent) == Notices{{first, Event::not_shown, again.again_at.ms}});
    CHECK(stands_since(again) == again.again_at);
    auto cancelled = call(Stage::taken);
    cancelled.cancelled = true;
    CHECK(due_after(Duration{10'000}, cancelled).size() == 1);
}

TEST_CASE("messages that are no alarm are not paged") {
    for (const auto kind : {Kind::today, Kind::stopped})
        for (const auto stage : {Stage::taken, Stage::shown, Stage::closed}) {
            const CallId id{"Waiting room 1", 1, kind, 0};
            CHECK(due_after(Duration{99'000}, call(stage, id), {{{id, Event::not_shown}, Sent::tried}}).empty());
        }
}

TEST_CASE("no two notices have one key, and a notice has one always") {
    std::set<std::string> keys;
    for (const auto* kiosk : {"Waiting room 1", "Waiting room 2"})
        for (const auto ticket : {1, 11})
            for (const auto number : {1, 11})
                for (const auto event : {Event::not_shown, Event::not_answered, Event::coming, Event::closed})
                    for (const auto round : {0, 1})
                        CHECK(keys
                                  .insert(key_of(
                                      {{kiosk, static_cast<std::uint64_t>(ticket), Kind::call, number}, event, round}))
                                  .second);
    CHECK(key_of({first, Event::not_shown}) == key_of({first, Event::not_shown}));
    CHECK(key_of({first, Event::not_shown}).size() == 32);
}

TEST_CASE("a notice says where and how urgent, never why, in which language or who") {
    auto about = call(Stage::taken);
    about.cancelled = true;
    const auto text = write_notice({first, Event::not_shown}, about);
    const auto said = nlohmann::json::parse(text);
    const nlohmann::json expected{{"event", "not-shown"},      {"call", said.at("call")},
                                  {"kiosk", "Waiting room 1"}, {"level", "emergency"},
                                  {"cancelled", true},         {"raised_at", "2026-11-23T23:22:33Z"}};
    CHECK(said == expected);
    const auto end = nlohmann::json::parse(write_notice({first, Event::closed}, call(Stage::closed)));
    CHECK_MESSAGE(end.at("call") == said.at("call"), "by which a receiver knows what ended");
    CHECK_FALSE(end.contains("level"));
    for (const auto* secret : {"Chest", "Español", "Lee", "2305843009213693952"})
        CHECK(text.find(secret) == std::string::npos);
}

TEST_CASE("what was sent is known after a restart, never less than before, and gone when it is forgotten") {
    Scratch scratch;
    const Notice page{first, Event::not_shown, 7}, end{first, Event::closed};
    const Notice other{{"Waiting room 1", 2, Kind::call, 1}, Event::not_shown};
    const auto book = [&] { return std::move(*NoticeBook::open(scratch.folder / "notices.sqlite")); };
    REQUIRE(book().note(page, Sent::tried));
    REQUIRE(book().note(page, Sent::delivered));
    REQUIRE(book().note(page, Sent::tried));
    REQUIRE(book().note(end, Sent::tried));
    REQUIRE(book().note(other, Sent::tried));
    CHECK(*book().sendings() == Sendings{{page, Sent::delivered}, {end, Sent::tried}, {other, Sent::tried}});
    REQUIRE(book().forget(first));
    CHECK(*book().sendings() == Sendings{{other, Sent::tried}});
}
