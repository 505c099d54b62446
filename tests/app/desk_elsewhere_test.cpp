// SPDX-License-Identifier: Apache-2.0
// A kiosk whose desk is another machine's: the same way of a call, over a real line that is cut as machines are.
#include "app/call_service.hpp"

#include "../desk/broker.hpp"
#include "desk/front_page.hpp"
#include "desk/https_line.hpp"
#include "desk/mqtt_intake.hpp"
#include "desk/mqtt_line.hpp"
#include "raised_calls.hpp"

using namespace kiosk;
using namespace kiosk::app;

namespace {

void serve_over(const Scratch& kiosk, Result<std::unique_ptr<desk::Line>> line) {
    auto mailbox = mailbox::Service::open(kiosk.folder);
    if (!mailbox || !line) _exit(1);
    serve_calls(*mailbox, std::move(*line));
}

struct Place {
    Scratch kiosk, desk;
    int port = 0;
    std::string key;

    Place() {
        auto keys = desk::KioskKeys::open(desk.folder / "kiosks.sqlite");
        REQUIRE(keys);
        const auto made = keys->make("Waiting room 2");
        REQUIRE(made);
        key = *made;
        open_desk([&](const desk::FrontPage& page) { port = page.listens().port; });
    }

    /// Does something while the desk is open.
    template <class Action>
    void open_desk(Action action) {
        auto book = desk::CallBook::open(desk.folder / "calls.sqlite");
        auto keys = desk::KioskKeys::open(desk.folder / "kiosks.sqlite");
        if (!book || !keys) _exit(1);
        desk::Desk front(std::move(*book), wall, now);
        const auto page = desk::FrontPage::open(front, {"127.0.0.1", port}, {}, {}, &*keys);
        if (!page) _exit(1);
        action(**page);
    }
    void keep_desk_until_killed() {
        open_desk([](const desk::FrontPage&) {
            for (;;) pause();
        });
    }
    void serve_until_killed() {
        serve_over(kiosk, desk::line_to({"http://127.0.0.1:" + std::to_string(port), key, {}}, now));
    }
};

}  // namespace

TEST_CASE(
    "long: kill -9 of screen, service and a desk elsewhere at any moment: of 1,500 calls none is lost, none doubled" *
    doctest::skip()) {
    Place place;
    RaisedCalls raised;
    std::mt19937 dice(20261124);
    int kills = 0;
    while (raised.count() < RaisedCalls::all) {
        Child desk([&] { place.keep_desk_until_killed(); });
        Child service([&] { place.serve_until_killed(); });
        Child screen([&] { raised.raise_until_killed(place.kiosk); });
        rest(dice);
        std::array<Child*, 3> who{&desk, &service, &screen};
        who.at(static_cast<std::size_t>(kills++ % 3))->kill_now();
        rest(dice);
    }
    Child desk([&] { place.keep_desk_until_killed(); });
    Child service([&] { place.serve_until_killed(); });
    wait_until_told(place.kiosk);
    service.kill_now();
    desk.kill_now();
    raised.check(place.desk.folder / "calls.sqlite");
    MESSAGE(kills << " kills");
}

namespace {

/// The same through a broker.
struct FarPlace {
    Scratch kiosk, desk;
    desk::Broker broker{"allow_anonymous true\n"};

    void keep_desk_until_killed() {
        auto book = desk::CallBook::open(desk.folder / "calls.sqlite");
        if (!book) _exit(1);
        desk::Desk front(std::move(*book), wall, now);
        const auto intake = desk::MqttIntake::open({broker.url(), {}, {}, {}}, front);
        if (!intake) _exit(1);
        for (;;) pause();
    }
    void serve_until_killed() {
        serve_over(kiosk, desk::line_to(desk::BrokerAddress{broker.url(), {}, {}, {}}, "Waiting room 2", now));
    }
};

}  // namespace

TEST_CASE("long: kill -9 of broker, desk and kiosk at any moment: of 1,500 calls none is lost, none doubled" *
          doctest::skip()) {
    FarPlace place;
    RaisedCalls raised;
    std::mt19937 dice(20261125);
    std::unique_ptr<Child> desk, service;
    const auto start_anew = [](std::unique_ptr<Child>& who, const std::function<void()>& work) {
        who.reset();  // before the next, or both would be there for a moment
        who = std::make_unique<Child>(work);
    };
    const auto desk_work = [&] { place.keep_desk_until_killed(); };
    const auto service_work = [&] { place.serve_until_killed(); };
    start_anew(desk, desk_work);
    start_anew(service, service_work);
    for (int kills = 0; kills < 15; ++kills) {
        {
            Child screen([&] { raised.raise_until_killed(place.kiosk, 100 * (kills + 1)); });
            rest(dice);
            if (kills % 5 == 4) start_anew(service, service_work);
            if (kills % 2 == 0) place.broker.kill();
            if (kills % 2 == 1) start_anew(desk, desk_work);
            screen.wait_for();
        }
        if (kills % 2 == 0) place.broker.start();
    }
    wait_until_told(place.kiosk);
    service->kill_now();
    desk->kill_now();
    raised.check(place.desk.folder / "calls.sqlite");
}

TEST_CASE("a desk elsewhere that is not heard any more is deaf, within the time of the line") {
    Scratch scratch;
    auto screen = mailbox::Screen::open(scratch.folder);
    auto mailbox = mailbox::Service::open(scratch.folder);
    REQUIRE((screen && mailbox));
    struct Mute : desk::Line {
        bool speaks = true;
        void say(const desk::Said&) override {}
        std::optional<desk::Heard> hear() override {
            return speaks ? std::optional(desk::Heard{.taken = {}, .calls = {}, .is_watched = true}) : std::nullopt;
        }
        std::string trouble() const override { return speaks ? "" : "The desk at 10.0.0.5 is not reached."; }
        int descriptor() const override { return -1; }
        void quiet() override {}
    };
    auto owned = std::make_unique<Mute>();
    auto& line = *owned;
    CallService service(*mailbox, std::move(owned), "https://10.0.0.5:8443");
    const auto fact = [&](mailbox::Fact of) { return value_of(*screen->facts(mailbox::Side::service), of); };
    service.turn({1'000});
    CHECK(fact(mailbox::Fact::desk) == "listens");
    CHECK(fact(mailbox::Fact::desk_page) == "https://10.0.0.5:8443");
    line.speaks = false;
    service.turn(Instant{1'000} + CallService::heard_within);
    CHECK(fact(mailbox::Fact::desk) == "listens");
    service.turn(Instant{1'001} + CallService::heard_within);
    CHECK(fact(mailbox::Fact::desk) == "deaf");
    CHECK(fact(mailbox::Fact::desk_trouble) == "The desk at 10.0.0.5 is not reached.");
    line.speaks = true;
    service.turn({60'000});
    CHECK(fact(mailbox::Fact::desk) == "listens");
}

TEST_CASE("where the desk is meant to be and cannot be had, a call is kept and the glass knows that nobody listens") {
    Scratch scratch;
    auto screen = mailbox::Screen::open(scratch.folder);
    auto mailbox = mailbox::Service::open(scratch.folder);
    REQUIRE((screen && mailbox));
    CallService service(*mailbox, desk::cut_line("The file of desk-key cannot be read."));
    REQUIRE(screen->put({{screen->next_ticket(), mailbox::Kind::call, 1}, payload}));
    service.take(**mailbox->take());
    service.turn(now());
    CHECK(mailbox->unfinished()->size() == 1);
    CHECK(value_of(*screen->facts(mailbox::Side::service), mailbox::Fact::desk) == "deaf");
}

TEST_CASE("however many wait, all are told as soon as the desk is heard again, in their order") {
    Scratch scratch;
    auto screen = mailbox::Screen::open(scratch.folder);
    auto mailbox = mailbox::Service::open(scratch.folder);
    REQUIRE((screen && mailbox));
    struct Slow : desk::Line {
        bool is_there = false;
        std::optional<desk::Heard> answer{};
        std::vector<int> numbers{};
        void say(const desk::Said& said) override {
            if (!is_there) return;
            answer.emplace();
            for (const auto& telling : said.tellings) {
                answer->taken.push_back(telling.key);
                numbers.push_back(telling.key.number);
            }
        }
        std::optional<desk::Heard> hear() override { return std::exchange(answer, std::nullopt); }
        std::string trouble() const override { return {}; }
        int descriptor() const override { return -1; }
        void quiet() override {}
    };
    auto owned = std::make_unique<Slow>();
    auto& line = *owned;
    CallService service(*mailbox, std::move(owned));
    const auto ticket = screen->next_ticket();
    std::vector<int> all;
    for (int i = 1; i <= 50; ++i) {
        REQUIRE(screen->put({{ticket, mailbox::Kind::call, i}, payload}));
        service.take(**mailbox->take());
        all.push_back(i);
    }
    CHECK(mailbox->unfinished()->size() == 50);
    line.is_there = true;
    service.turn(now());
    CHECK(line.numbers == all);
    CHECK(mailbox->unfinished()->empty());
}
