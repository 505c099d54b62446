// SPDX-License-Identifier: Apache-2.0
// The desk page over real HTTP on loopback: who may do what, what a desk hears, and that silly clients stand in
// nobody's way.
#include "front_desk.hpp"

#include <arpa/inet.h>

#include <thread>

using namespace kiosk;
using namespace kiosk::desk;

namespace {

/// Reads the stream until it has seen this many boards; the last.
json board_of(httplib::Client client, int boards, const std::function<void(int)>& after = {}) {
    std::string text;
    json last;
    int seen = 0;
    client.Get("/board", [&](const char* data, std::size_t length) {
        text.append(data, length);
        for (auto end = text.find("\n\n"); end != std::string::npos; end = text.find("\n\n")) {
            const auto event = text.substr(0, end);
            text.erase(0, end + 2);
            const auto at = event.find("event: board\ndata: ");
            if (at == std::string::npos) continue;
            last = json::parse(event.substr(at + 19));
            ++seen;
            if (after) after(seen);
        }
        return seen < boards;
    });
    return last;
}

/// A connection that says this and then nothing.
struct Silly {
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    Silly(int port, const std::string& says) {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(static_cast<std::uint16_t>(port));
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(connect(fd, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0);
        if (!says.empty()) REQUIRE(send(fd, says.data(), says.size(), MSG_NOSIGNAL) > 0);
    }
    /// Whether this still arrives anywhere.
    bool says(const std::string& more) const { return send(fd, more.data(), more.size(), MSG_NOSIGNAL) > 0; }
    /// What it is told at first.
    std::string answer() const {
        char text[64];
        const auto length = recv(fd, text, sizeof text, 0);
        return {text, static_cast<std::size_t>(std::max<ssize_t>(length, 0))};
    }
    ~Silly() { close(fd); }
    Silly(const Silly&) = delete;
    Silly& operator=(const Silly&) = delete;
};

}  // namespace

TEST_CASE("where a desk page may listen") {
    CHECK(*parse_listen("127.0.0.1:8080") == Listen{"127.0.0.1", 8080});
    CHECK(*parse_listen("0.0.0.0:8443") == Listen{"0.0.0.0", 8443});
    CHECK(*parse_listen("[::1]:8080") == Listen{"::1", 8080});
    for (const auto* wrong : {"", "8080", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:80x", ":8080", "a b:80", "[]:80"})
        CHECK(parse_listen(wrong).failure().sentence ==
              "The desk page cannot listen on '" + std::string(wrong) +
                  "': write an address of this machine and a port, like 127.0.0.1:8080.");
    for (const auto* own : {"127.0.0.1", "localhost", "::1"}) CHECK(is_of_this_machine({own, 1}));
    for (const auto* open : {"0.0.0.0", "::", "192.168.1.2", "127.0.0.1.example.org"})
        CHECK_FALSE(is_of_this_machine({open, 1}));
    CHECK(address_of({"::1", 8080}, false) == "http://[::1]:8080/");
    CHECK(address_of({"10.0.0.5", 8443}, true) == "https://10.0.0.5:8443/");
}

TEST_CASE("what cannot be opened is said") {
    FrontDesk one;
    const auto why_not = [&](const Listen& listen, const std::optional<Door>& door = {}) {
        const auto opened = FrontPage::open(one.desk, listen, {}, door);
        return opened ? std::string("opened") : opened.failure().sentence;
    };
    const int port = one.page->listens().port;
    CHECK(why_not({"127.0.0.1", port}) == "The desk page cannot listen on 127.0.0.1:" + std::to_string(port) +
                                              ": another program has it, or it is no address of this machine. "
                                              "Choose another.");
    CHECK(why_not({"0.0.0.0", 0}) == "The desk page is not shown on a network without a certificate and a password.");
    CHECK(why_not({"0.0.0.0", 0}, Door{"/no/certificate", "/no/key", nullptr}) ==
          "The certificate /no/certificate and its key /no/key cannot be used: both must be readable PEM files, and "
          "belong together.");
}

TEST_CASE("a page that could not be opened leaves the desk as it was: whoever waits for news waits") {
    FrontDesk at;
    REQUIRE_FALSE(FrontPage::open(at.desk, at.page->listens(), {}));
    const auto before = std::chrono::steady_clock::now();
    at.desk.wait(at.desk.board().revision, Duration{50}, {});
    CHECK(std::chrono::steady_clock::now() - before >= Duration{50});
}

TEST_CASE("a call goes from raised to closed, and every desk sees each step") {
    FrontDesk at;
    at.raise();
    std::vector<std::string> stages;
    std::vector<int> said;
    const auto last = board_of(at.client(), 5, [&](int seen) {
        stages.push_back(to_string(json(seen)));
        // What an open page does after each board.
        if (seen == 1) said.push_back(at.does({{"what", "shown"}, {"call", id_of(first)}}));
        if (seen == 2) said.push_back(at.does({{"what", "coming"}, {"call", id_of(first)}, {"name", "Nurse Lee"}}));
        if (seen == 3) at.raise({"Waiting room 2", 9, Kind::call, 1});
        if (seen == 4)
            said.push_back(
                at.does({{"what", "close"}, {"call", id_of(first)}, {"name", "Nurse Lee"}, {"withPatient", true}}));
    });
    CHECK(said == std::vector<int>{204, 204, 204});
    REQUIRE(last["calls"].size() == 2);
    CHECK(last["calls"][0]["id"]["kiosk"] == "Waiting room 2");
    CHECK(last["calls"][0]["reasons"] == json{"Chest pain now"});
    CHECK(last["calls"][1]["id"]["ticket"] == std::to_string(first.ticket));
    CHECK(last["calls"][1]["stage"] == "closed");
    CHECK(last["calls"][1]["closedBy"] == "Nurse Lee");
    CHECK(last["calls"][1]["reasons"] == json::array());
}

TEST_CASE("what a page may not do") {
    FrontDesk at;
    at.raise();
    const json coming{{"what", "coming"}, {"call", id_of(first)}, {"name", "Nurse Lee"}};
    struct Row {
        const char* why;
        json deed;
        httplib::Headers headers;
        int status;
    };
    const auto token = at.token();
    const httplib::Headers ours{{"X-Desk-Token", token}};
    const auto host = "127.0.0.1:" + std::to_string(at.page->listens().port);
    const Row rows[] = {
        {"no token", coming, {}, 403},
        {"a wrong token", coming, {{"X-Desk-Token", std::string(64, 'a')}}, 403},
        {"a page of another site", coming, {{"X-Desk-Token", token}, {"Origin", "http://example.org"}}, 403},
        {"by another name of this machine", coming, {{"X-Desk-Token", token}, {"Host", "rebound.example:80"}}, 403},
        {"a name that is not of the list", {{"what", "coming"}, {"call", id_of(first)}, {"name", "Nobody"}}, ours, 400},
        {"no name", {{"what", "coming"}, {"call", id_of(first)}}, ours, 400},
        {"closed without having been with the patient",
         {{"what", "close"}, {"call", id_of(first)}, {"name", "Nurse Lee"}},
         ours,
         400},
        {"no deed", {{"what", "dance"}}, ours, 400},
        {"half a call", {{"what", "shown"}, {"call", {{"kiosk", "x"}}}}, ours, 400},
        {"a ticket that is no number",
         {{"what", "shown"}, {"call", {{"kiosk", "x"}, {"ticket", "x"}, {"kind", "call"}, {"number", 1}}}},
         ours,
         400},
        {"too long", {{"what", "add-person"}, {"name", std::string(5'000, 'x')}}, ours, 413},
    };
    for (const auto& row : rows) CHECK_MESSAGE(at.does(row.deed, row.headers) == row.status, row.why);
    CHECK(at.call().stage == Stage::taken);
    CHECK(at.does(coming, {{"X-Desk-Token", token}, {"Origin", "http://" + host}}) == 204);
    CHECK(at.call().stage == Stage::coming);
    CHECK(at.client().Get("/nothing")->status == 404);
}

TEST_CASE("every answer forbids what the page does not need") {
    FrontDesk at;
    for (const auto* path : {"/", "/page.css", "/page.js", "/start", "/nothing"}) {
        const auto said = at.client().Get(path);
        REQUIRE(said);
        CHECK_MESSAGE(said->get_header_value("Content-Security-Policy").starts_with("default-src 'none'; "), path);
        CHECK(said->get_header_value("X-Content-Type-Options") == "nosniff");
        CHECK(said->get_header_value("X-Frame-Options") == "DENY");
        CHECK(said->get_header_value("Cache-Control") == "no-store");
    }
}

TEST_CASE("a desk listens while a page was heard in the last 15 s") {
    FrontDesk at;
    CHECK_FALSE(at.desk.is_watched());
    CHECK(at.does({{"what", "here"}, {"name", "page 1"}}) == 204);
    CHECK(at.desk.is_watched());
    at.ticks = 15'000;
    CHECK(at.desk.is_watched());
    at.ticks = 15'001;
    CHECK_FALSE(at.desk.is_watched());
    CHECK(at.does({{"what", "here"}}) == 400);
}

TEST_CASE("a hundred silly clients and every stream taken: a call is still shown and answered") {
    FrontDesk at;
    const int port = at.page->listens().port;
    std::vector<std::unique_ptr<Silly>> silly;
    const std::string board = "GET /board HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\n\r\n";
    std::atomic<bool> shown{false};
    std::thread desk([&] {
        const auto last = board_of(at.client(), 2, [&](int seen) {
            if (seen == 1) shown = true;
        });
        shown = last["calls"].size() == 1;
    });
    while (!shown) std::this_thread::yield();
    shown = false;
    for (int i = 0; i < 50; ++i) silly.push_back(std::make_unique<Silly>(port, ""));
    for (int i = 0; i < 50; ++i) silly.push_back(std::make_unique<Silly>(port, "POST /deed HTTP/1.1\r\nHost: x"));
    for (int i = 0; i < 60; ++i) silly.push_back(std::make_unique<Silly>(port, board));
    at.raise();
    desk.join();
    CHECK(shown);
    CHECK(at.does({{"what", "coming"}, {"call", id_of(first)}, {"name", "Nurse Lee"}}) == 204);
    CHECK(at.call().stage == Stage::coming);
}

TEST_CASE("the end of the service ends every stream") {
    auto at = std::make_unique<FrontDesk>();
    std::atomic<bool> open{false};
    std::thread page(
        [&, client = at->client()]() mutable { board_of(std::move(client), 100, [&](int) { open = true; }); });
    while (!open) std::this_thread::yield();
    at->page.reset();
    page.join();
}

TEST_CASE("staff ring a test call from the page: it is shown as a call is, and seen without having been with anybody") {
    FrontDesk front;
    front.desk.expect({"Waiting room 1"});
    const CallId any{"Waiting room 1", 0, Kind::test, 1};
    auto test = id_of(any);
    test["kind"] = "test";
    CHECK(front.does({{"what", "test-call"}, {"call", test}, {"name", "A stranger"}}) == 400);
    auto of_none = test;
    of_none["kiosk"] = "No such room";
    CHECK(front.does({{"what", "test-call"}, {"call", of_none}, {"name", "Nurse Lee"}}) == 400);
    CHECK(front.desk.board().calls.empty());
    CHECK(front.does({{"what", "test-call"}, {"call", test}, {"name", "Nurse Lee"}}) == 204);
    const auto rung = front.call();
    CHECK(rung.id.kiosk == "Waiting room 1");
    CHECK(rung.id.kind == Kind::test);
    CHECK(rung.told.reasons.empty());
    test["ticket"] = std::to_string(rung.id.ticket);
    CHECK(front.does({{"what", "shown"}, {"call", test}}) == 204);
    CHECK(front.does({{"what", "close"}, {"call", test}, {"name", "Nurse Lee"}}) == 204);
    CHECK(front.call().closed == Closed::seen);
}

TEST_CASE("what was not done is told to who asked for it, and to nobody else") {
    FrontDesk at;
    at.desk.expect({"Waiting room 1"});
    at.raise();
    const auto refused = [&](const json& deed) {
        const auto said = at.client().Post("/deed", {{"X-Desk-Token", at.token()}}, deed.dump(), "application/json");
        return std::to_string(said->status) + ' ' + said->body;
    };
    const auto name = [](const std::string& is) { return json{{"what", "add-person"}, {"name", is}}; };
    std::string longest;
    for (int i = 0; i < 40; ++i) longest += "é";
    CHECK(refused(name(longest)) == "204 ");
    for (const auto& bad : {std::string(), std::string("   "), longest + "é", std::string("Ann\nLee")})
        CHECK(refused(name(bad)) == "409 refused-name");
    CHECK(at.desk.board().trouble == "");
    for (int i = 2; i < 40; ++i) REQUIRE(refused(name("Nurse " + std::to_string(i))) == "204 ");
    CHECK(refused(name("one more")) == "409 refused-full");

    const json coming{{"what", "coming"}, {"call", id_of(first)}, {"name", "Nurse Lee"}};
    CHECK(refused(coming) == "204 ");
    CHECK_MESSAGE(refused(coming) == "204 ", "a reply that was lost");
    auto another = coming;
    another["name"] = "Nurse 2";
    CHECK(refused(another) == "409 refused-gone");
    CHECK(at.call().coming_by == "Nurse Lee");

    json test{{"what", "test-call"}, {"call", id_of({"Waiting room 1", 0, Kind::test, 1})}, {"name", "Nurse Lee"}};
    test["call"]["kind"] = "test";
    CHECK(refused(test) == "204 ");
    CHECK(refused(test) == "409 refused-rings");
}

TEST_CASE("a deed that changes nothing is no news to any page") {
    FrontDesk at;
    at.raise();
    const json shown{{"what", "shown"}, {"call", id_of(first)}};
    CHECK(at.does(shown) == 204);
    const auto revision = at.desk.board().revision;
    CHECK(at.does(shown) == 204);
    CHECK(at.desk.board().revision == revision);
}

TEST_CASE("an id that is no id is no deed") {
    FrontDesk at;
    at.raise();
    for (const json& ticket : {json("-1"), json("1x"), json(" 5"), json(""), json(7), json("18446744073709551616")}) {
        auto id = id_of(first);
        id["ticket"] = ticket;
        CHECK(at.does({{"what", "shown"}, {"call", id}}) == 400);
    }
    for (const json& number : {json(1.5), json(1e30), json(2147483648), json("1"), json(nullptr)}) {
        auto id = id_of(first);
        id["number"] = number;
        CHECK(at.does({{"what", "shown"}, {"call", id}}) == 400);
    }
}

TEST_CASE("words that have changed are told to pages that are open, and had by those that come") {
    FrontDesk at;
    const auto word = [&] { return json::parse(at.client().Get("/start")->body).at("words").at("title"); };
    CHECK(word() == "Calls");
    std::atomic<bool> heard{false};
    std::thread open([&] {
        std::string text;
        at.client().Get("/board", [&](const char* data, std::size_t length) {
            text.append(data, length);
            // Until then nothing of the words is said: a page that begins to listen has just asked for them.
            if (text.find("event: ping") != std::string::npos && text.find("event: words") == std::string::npos &&
                word() == "Calls")
                at.page->say({.words = {{"title", "Rufe"}}, .language = "de"});
            heard = text.find("event: words") != std::string::npos;
            return !heard;
        });
    });
    open.join();
    CHECK(heard);
    CHECK(word() == "Rufe");
    CHECK(json::parse(at.client().Get("/start")->body).at("language") == "de");
}

TEST_CASE("what has no length, is chunked or packed is refused before it is read") {
    FrontDesk at;
    const std::string host = "Host: 127.0.0.1:" + std::to_string(at.page->listens().port) + "\r\n";
    for (const auto* length : {"", "Transfer-Encoding: chunked\r\n", "Content-Length: 3\r\nContent-Encoding: gzip\r\n",
                               "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"})
        for (const auto* path : {"/deed", "/sign-in", "/none"}) {
            CAPTURE(length);
            CAPTURE(path);
            // No body follows: what waited for one would answer after its patience, or never.
            const Silly client(at.page->listens().port,
                               std::string("POST ") + path + " HTTP/1.1\r\n" + host + length + "\r\n");
            CHECK(client.answer().starts_with("HTTP/1.1 411"));
        }
}

TEST_CASE("what fails again in the same way is no news, or whoever waits for news would never rest") {
    FrontDesk at;
    const auto fail = [&] {
        return at.desk.write([](CallBook&, WallTime) -> Result<Done> { return Failure{"The disk is full."}; });
    };
    const auto before = at.desk.board().revision;
    CHECK_FALSE(fail());
    const auto told = at.desk.board();
    CHECK(told.trouble == "The disk is full.");
    CHECK(told.revision != before);
    CHECK_FALSE(fail());
    CHECK(at.desk.board().revision == told.revision);
    at.raise();
    CHECK(at.desk.board().trouble == "");
}

TEST_CASE("an answer of many parts is not made, nor a request read that has no end") {
    FrontDesk at;
    httplib::Headers ranges{{"Range", "bytes=0-,0-,0-,0-"}};
    CHECK(at.client().Get("/page.js", ranges)->status == 411);
    for (const auto* begin : {"GET /", "GET / HTTP/1.1\r\nX: "}) {
        CAPTURE(begin);
        const Silly client(at.page->listens().port, begin);
        const std::string much(longest_text, 'x');
        CHECK(until([&] { return !client.says(much); }));
    }
}

TEST_CASE("a client that sends a byte now and then is not waited for, and holds up no stop") {
    FrontDesk at;
    const auto begun = ticks();
    const Silly slow(at.page->listens().port, "GET / HT");
    CHECK(until([&] { return !slow.says("T"); }));
    MESSAGE("cut off after " << (ticks() - begun).count() << " ms");
    const Silly another(at.page->listens().port, "GET / HT");
    const auto stopped = ticks();
    at.page.reset();
    MESSAGE("stopped after " << (ticks() - stopped).count() << " ms");
    CHECK(ticks() - stopped < Duration{3'000});
}
