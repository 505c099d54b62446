// SPDX-License-Identifier: Apache-2.0
// The desk page as a clinic has it on its network, over real TLS: nothing is said or done without the staff password.
#include "front_desk.hpp"

using namespace kiosk;
using namespace kiosk::desk;

namespace {

/// A desk page as a clinic has it on its network: encrypted, with a password.
struct Guarded {
    FrontDesk at;
    Secrets secrets = std::move(*Secrets::open(at.scratch.folder / "secrets.sqlite"));
    std::string certificate = at.scratch.folder / "certificate.pem", key = at.scratch.folder / "key.pem";
    std::unique_ptr<FrontPage> page;

    Guarded() {
        REQUIRE(secrets.set(Secrets::Door::desk, "correct horse battery"));
        make_certificate(certificate, key);
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
    // An hour ahead of the page's clock, which stands still.
    const WallTime later{at.at.wall + 3'600'000};
    for (int i = 0; i < 5; ++i) REQUIRE(at.secrets.try_at(Secrets::Door::desk, "wrong wrong wrong", later));
    const auto sixth = at.post("/sign-in", {{"password", "correct horse battery"}});
    CHECK(sixth->status == 429);
    CHECK(json::parse(sixth->body).at("wait").get<int>() > 0);
}

TEST_CASE("on a network the numbers are for who shows the token, and for nobody where there is none") {
    Guarded at;
    CHECK(at.get("/metrics")->status == 404);
    const std::string token = "0123456789abcdef";
    auto opened = FrontPage::open(at.at.desk, {"127.0.0.1", 0}, {}, Door{at.certificate, at.key, &at.secrets, token});
    REQUIRE(opened);
    at.page = std::move(*opened);
    const auto shows = [&](const std::string& given) { return at.get("/metrics", {{"Authorization", given}}); };
    const auto none = at.get("/metrics");
    CHECK(none->status == 401);
    CHECK(none->get_header_value("WWW-Authenticate") == "Bearer");
    CHECK(none->body.find("clinic_kiosk") == std::string::npos);
    for (const auto& wrong : {std::string("Bearer "), "Bearer " + token + "0", std::string("Bearer 0123456789abcdeF"),
                              token, "Basic " + token, std::string("Bearer")})
        CHECK_MESSAGE(shows(wrong)->status == 401, wrong);
    const auto in = at.post("/sign-in", {{"password", "correct horse battery"}});
    CHECK_MESSAGE(at.get("/metrics", {{"Cookie", cookie_in(in)}})->status == 401, "staff are not scrapers");
    CHECK(shows("Bearer " + token)->status == 200);
    CHECK(shows("Bearer " + token)->body.ends_with("# EOF\n"));
}

TEST_CASE("a plain connection to an encrypted page gets nothing") {
    Guarded at;
    httplib::Client plain("127.0.0.1", at.page->listens().port);
    CHECK_FALSE(plain.Get("/start"));
}
