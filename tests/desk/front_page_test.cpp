// SPDX-License-Identifier: Apache-2.0
// The desk page over real HTTP on loopback: who may do what, what a desk hears, and that silly clients stand in
// nobody's way.
#include "desk/front_page.hpp"
#include "mailbox/scratch.hpp"

#include <doctest/doctest.h>
#include <httplib.h>
#include <nlohmann/json.hpp>

#include <arpa/inet.h>

#include <atomic>
#include <thread>

using namespace kiosk;
using namespace kiosk::desk;
using nlohmann::json;

namespace {

const CallId first{"Waiting room 1", std::uint64_t{1} << 61, Kind::call, 1};

struct FrontDesk {
    Scratch scratch;
    std::atomic<std::int64_t> wall{1'000'000}, ticks{0};
    Desk desk{std::move(*CallBook::open(scratch.folder / "calls.sqlite")), [this] { return WallTime{wall}; },
              [this] { return Instant{ticks}; }};
    std::unique_ptr<FrontPage> page;

    FrontDesk() {
        auto opened = FrontPage::open(desk, {"127.0.0.1", 0}, {.words = {{"title", "Calls"}}});
        REQUIRE(opened);
        page = std::move(*opened);
        REQUIRE(desk.write([](CallBook& book, WallTime) { return book.add_person("Nurse Lee"); }));
    }
    httplib::Client client() const {
        httplib::Client made("127.0.0.1", page->listens().port);
        made.set_read_timeout(30);
        return made;
    }
    std::string token() const { return json::parse(client().Get("/start")->body).at("token").get<std::string>(); }
    int does(const json& deed, httplib::Headers headers) const {
        return client().Post("/deed", headers, deed.dump(), "application/json")->status;
    }
    int does(const json& deed) const { return does(deed, {{"X-Desk-Token", token()}}); }
    void raise(const CallId& id = first) {
        REQUIRE(desk.write([&](CallBook& book, WallTime at) {
            return book.take({.id = id, .told = {Level::emergency, {"Chest pain now"}, ""}, .raised_at = at});
        }));
    }
    Call call() { return desk.board().calls.at(0); }
};

json id_of(const CallId& id) {
    return {{"kiosk", id.kiosk}, {"ticket", std::to_string(id.ticket)}, {"kind", "call"}, {"number", id.number}};
}

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

namespace {

/// A desk page as a clinic has it on its network: encrypted, with a password.
struct Guarded {
    FrontDesk at;
    Secrets secrets = std::move(*Secrets::open(at.scratch.folder / "secrets.sqlite"));
    std::string certificate = at.scratch.folder / "certificate.pem", key = at.scratch.folder / "key.pem";
    std::unique_ptr<FrontPage> page;

    Guarded() {
        REQUIRE(secrets.set_password("correct horse battery"));
        REQUIRE(std::system(("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost "
                             "-addext subjectAltName=IP:127.0.0.1 -days 2 -keyout " +
                             key + " -out " + certificate + " 2>/dev/null")
                                .c_str()) == 0);
        auto opened = FrontPage::open(at.desk, {"127.0.0.1", 0}, {}, Door{certificate, key, &secrets});
        REQUIRE_MESSAGE(opened, (opened ? "" : opened.failure().sentence));
        page = std::move(*opened);
    }
    std::unique_ptr<httplib::SSLClient> client() const {
        auto made = std::make_unique<httplib::SSLClient>("127.0.0.1", page->listens().port);
        made->set_ca_cert_path(certificate.c_str());
        made->enable_server_certificate_verification(true);
        made->set_read_timeout(30);
        return made;
    }
    httplib::Result get(const std::string& path, const httplib::Headers& headers = {}) const {
        return client()->Get(path, headers);
    }
    httplib::Result post(const std::string& path, const json& body, const httplib::Headers& headers = {}) const {
        return client()->Post(path, headers, body.dump(), "application/json");
    }
};

std::string cookie_in(const httplib::Result& said) {
    const auto cookie = said->get_header_value("Set-Cookie");
    return cookie.substr(0, cookie.find(';'));
}

}  // namespace

TEST_CASE("on a network nothing is said and done without the password") {
    Guarded at;
    at.at.raise();
    const json coming{{"what", "coming"}, {"call", id_of(first)}, {"name", "Nurse Lee"}};
    CHECK(at.get("/board")->status == 401);
    CHECK(json::parse(at.get("/start")->body).at("signIn") == true);
    CHECK(json::parse(at.get("/start")->body).at("token") == "");
    CHECK(at.post("/deed", coming)->status == 403);
    CHECK(at.post("/deed", coming, {{"X-Desk-Token", ""}})->status == 403);
    CHECK(at.post("/sign-in", {{"password", "wrong wrong wrong"}})->status == 403);
    for (const json& odd : {json(7), json{{"password", 7}}, json::object(), json("x")})
        CHECK(at.post("/sign-in", odd)->status == 400);

    const auto in = at.post("/sign-in", {{"password", "correct horse battery"}});
    REQUIRE(in->status == 204);
    CHECK(in->get_header_value("Set-Cookie").find("; Path=/; Secure; HttpOnly; SameSite=Strict") != std::string::npos);
    const httplib::Headers cookie{{"Cookie", cookie_in(in)}};
    const auto start = json::parse(at.get("/start", cookie)->body);
    CHECK(start.at("signIn") == false);
    CHECK_MESSAGE(at.post("/deed", coming, cookie)->status == 403, "the cookie alone, as another site could send it");
    auto both = cookie;
    both.emplace("X-Desk-Token", start.at("token").get<std::string>());
    CHECK(at.post("/deed", coming, both)->status == 204);
    CHECK(at.at.call().stage == Stage::coming);
    CHECK(at.post("/sign-out", json::object(), both)->status == 204);
    CHECK(at.post("/deed", coming, both)->status == 403);
    CHECK(at.get("/board", cookie)->status == 401);
}

TEST_CASE("the sixth wrong password in a row is not looked at at once") {
    Guarded at;
    // An hour ahead of the page's clock, so that no slow machine waits it out.
    const WallTime later{std::chrono::duration_cast<std::chrono::milliseconds>(
                             (std::chrono::system_clock::now() + std::chrono::hours(1)).time_since_epoch())
                             .count()};
    for (int i = 0; i < 5; ++i) REQUIRE(at.secrets.try_password("wrong wrong wrong", later));
    const auto sixth = at.post("/sign-in", {{"password", "correct horse battery"}});
    CHECK(sixth->status == 429);
    CHECK(json::parse(sixth->body).at("wait").get<int>() > 0);
}

TEST_CASE("a plain connection to an encrypted page gets nothing") {
    Guarded at;
    httplib::Client plain("127.0.0.1", at.page->listens().port);
    CHECK_FALSE(plain.Get("/start"));
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
