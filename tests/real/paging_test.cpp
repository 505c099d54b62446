// SPDX-License-Identifier: Apache-2.0
// The second channel of a real service: a call that no desk sees is paged in time, through a kill of the service, and
// staff and status are told how the channel stands.
#include "app/clock.hpp"
#include "child.hpp"
#include "desk/paging_system.hpp"
#include "desk/webhook.hpp"
#include "mailbox/mailbox.hpp"
#include "room.hpp"

#include <sys/stat.h>
#include <nlohmann/json.hpp>

using namespace kiosk;
using namespace kiosk::test;
using Mood = desk::PagingSystem::Mood;

namespace {

constexpr Duration limit{60'000};
/// As the screen tells a call that was raised then.
std::string told(Instant at) {
    return R"({"level":2,"reasons":["Chest pain now"],"language":"Español","at":)" + std::to_string(at.ms) + "}";
}

const std::string secret = "a secret that nobody else may know";

struct Service {
    Folder folder;
    desk::PagingSystem system;
    std::unique_ptr<Child> kiosk;

    Service() {
        std::ofstream(folder / "machine.conf") << "";
        std::ofstream(folder / "secret") << secret << '\n';
        REQUIRE(chmod((folder / "secret").c_str(), 0644) == 0);
    }
    void start() {
        kiosk = std::make_unique<Child>(
            std::vector<std::string>{KIOSK_BINARY, "serve", "--config", folder / "machine.conf", "--content",
                                     std::string(KIOSK_SOURCE) + "/content.xml", "--state", folder / "state",
                                     "--listen", "127.0.0.1:0", "--name", "Waiting room 1", "--webhook", system.url(),
                                     "--webhook-secret", folder / "secret"},
            folder / "log");
    }
    std::string status() const {
        return output_of(std::string(KIOSK_BINARY) + " status --config " + (folder / "machine.conf") + " --state " +
                         (folder / "state") + " --content " + KIOSK_SOURCE + "/content.xml");
    }
    void says(const std::string& words) const {
        INFO(words);
        REQUIRE_MESSAGE(until(limit, [&] { return test::says(status(), words); }), status());
    }
    httplib::Client page() const {
        const auto said = status();
        const std::string label = "desk page: http://127.0.0.1:";
        REQUIRE(test::says(said, label));
        return httplib::Client("127.0.0.1", std::stoi(said.substr(said.find(label) + label.size())));
    }
    /// The first of the board's stream.
    std::string board() const {
        std::string text;
        page().Get("/board", [&](const char* data, std::size_t length) {
            text.append(data, length);
            return text.find("\n\n") == std::string::npos;
        });
        return text;
    }
};

std::string event_of(const desk::PagingSystem::Got& got) {
    return nlohmann::json::parse(got.body).at("event").get<std::string>();
}

}  // namespace

TEST_CASE("a call that no desk sees is paged through a kill of the service, under one key, and so is its end") {
    Service at;
    at.system.is(Mood::slow);
    at.system.start();
    at.start();
    const auto open_to_all = "could be read by others. Keep it from them: chmod 600 " + (at.folder / "secret");
    at.says("paging system: failing since ");
    at.says(open_to_all);
    CHECK(until(limit, [&] { return says(at.board(), open_to_all); }));
    REQUIRE(chmod((at.folder / "secret").c_str(), 0600) == 0);
    at.says("paging system: set; no page was needed since the service started\n");

    auto screen = mailbox::Screen::open(at.folder / "state/mailbox");
    REQUIRE(screen);
    const mailbox::Key call{screen->next_ticket(), mailbox::Kind::call, 1};
    const auto raised = app::now();
    REQUIRE(screen->put({call, told(raised)}));
    const auto first = at.system.got(1).front();
    const auto paged_after = app::now() - raised;
    CHECK(paged_after >= shipped().clinic.timing.call_shown_within);
    CHECK_MESSAGE(paged_after < shipped().clinic.timing.call_shown_within + Duration{5'000}, "on a slow machine");
    MESSAGE("paged ", paged_after.count(), " ms after it was raised");
    CHECK(event_of(first) == "not-shown");
    at.kiosk->kill(SIGKILL);
    REQUIRE(at.kiosk->ended(limit));
    at.system.is(Mood::fine);
    at.start();
    auto got = at.system.got(2);
    CHECK(got[1].key == first.key);
    CHECK(got[1].signature == desk::signature(secret, {std::stoll(got[1].signature.substr(2)) * 1'000}, got[1].body));
    at.says("paging system: last told ");
    CHECK(until(limit, [&] { return says(at.board(), "last told "); }));
    CHECK(
        until(limit, [&] { return says(at.page().Get("/metrics")->body, "clinic_kiosk_pages_delivered_total 1\n"); }));

    REQUIRE(screen->put({{call.ticket, mailbox::Kind::close_call, 1}, ""}));
    got = at.system.got(3);
    CHECK(event_of(got[2]) == "closed");
    CHECK(got[2].key != first.key);
    CHECK(desk::PagingSystem::deliveries(got, first.key) == 1);
    for (const auto& one : got)
        for (const auto* never : {"Chest", "Español"}) CHECK_FALSE(says(one.body, never));
    CHECK_FALSE(says(read_file(at.folder / "log"), "secret that"));
    CHECK(says(read_file(at.folder / "log"), "failed: the paging system is not reached; kiosk status says why"));
    CHECK_FALSE(says(all_bytes(at.folder / "state"), "secret that"));
}

TEST_CASE("a service that is asked to stop while the receiver hangs stops within 3 s") {
    Service at;
    REQUIRE(chmod((at.folder / "secret").c_str(), 0600) == 0);
    at.system.is(Mood::slow);
    at.system.start();
    at.start();
    at.says("paging system: set");
    auto screen = mailbox::Screen::open(at.folder / "state/mailbox");
    REQUIRE(screen);
    REQUIRE(screen->put({{screen->next_ticket(), mailbox::Kind::call, 1}, told({})}));
    at.system.got(1);
    at.kiosk->kill(SIGTERM);
    CHECK(at.kiosk->ended(Duration{3'000}));
}
