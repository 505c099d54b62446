// SPDX-License-Identifier: Apache-2.0
// The line to a desk of another machine, over real HTTP and TLS: by its key alone, cut and back.
#include "desk/https_line.hpp"

#include "front_desk.hpp"

using namespace kiosk;
using namespace kiosk::desk;

namespace {

constexpr const char* room = "Waiting room 2";

struct Clinic {
    FrontDesk at;
    KioskKeys keys = std::move(*KioskKeys::open(at.scratch.folder / "kiosks.sqlite"));
    std::string key = *keys.make(room);
    std::string certificate = at.scratch.folder / "certificate.pem", certificate_key = at.scratch.folder / "key.pem";
    std::optional<Secrets> secrets{};
    std::unique_ptr<FrontPage> page = opened({"127.0.0.1", 0});

    std::unique_ptr<FrontPage> opened(const Listen& listen, const std::optional<Door>& door = {}) {
        auto made = FrontPage::open(at.desk, listen, {}, door, &keys);
        REQUIRE_MESSAGE(made, (made ? "" : made.failure().sentence));
        return std::move(*made);
    }
    void encrypt() {
        secrets.emplace(std::move(*Secrets::open(at.scratch.folder / "secrets.sqlite")));
        make_certificate(certificate, certificate_key);
        page = opened({"127.0.0.1", 0}, Door{certificate, certificate_key, &*secrets});
    }
    std::string url(const char* scheme = "http") const {
        return scheme + ("://127.0.0.1:" + std::to_string(page->listens().port));
    }
};

std::unique_ptr<Line> line(DeskAddress address) {
    auto made = line_to(std::move(address), ticks);
    REQUIRE_MESSAGE(made, (made ? "" : made.failure().sentence));
    return std::move(*made);
}

/// The next answer; fails where there is none in time.
Heard next(Line& line) {
    std::optional<Heard> heard;
    REQUIRE_MESSAGE(until([&] { return (heard = line.hear()).has_value(); }), line.trouble());
    return *heard;
}

std::string trouble(const Line& line) {
    until([&] { return !line.trouble().empty(); });
    return line.trouble();
}

}  // namespace

TEST_CASE("a call of another kiosk is on the desk's disk, and what people do there is heard") {
    Clinic clinic;
    const auto there = line({clinic.url(), clinic.key, {}});
    const auto said = a_call();
    there->say(said);
    auto heard = next(*there);
    while (heard.taken.empty()) heard = next(*there);
    CHECK(heard.taken == std::vector{said.tellings[0].key});
    CHECK(clinic.at.call().id == CallId{room, 7, Kind::call, 1});
    there->say({});
    REQUIRE(clinic.at.desk.write([](CallBook& book, WallTime now) {
        return book.show({room, 7, Kind::call, 1}, now);
    }));
    while (heard.calls.empty() || heard.calls[0].stage != Stage::shown) heard = next(*there);
    CHECK(there->trouble() == "");
}

TEST_CASE("a key that is no kiosk's says nothing and hears nothing, and a key taken away counts no more") {
    Clinic clinic;
    const auto stranger = line({clinic.url(), std::string(64, 'f'), {}});
    stranger->say(a_call());
    CHECK(trouble(*stranger) ==
          "The desk at 127.0.0.1 does not know this kiosk: make a key for it there (kiosk desk-key).");
    CHECK(!stranger->hear());
    CHECK(clinic.at.desk.board().calls.empty());
    CHECK(clinic.at.client().Post("/kiosk", write_said(a_call()), "application/json")->status == 401);
    const auto there = line({clinic.url(), clinic.key, {}});
    next(*there);
    REQUIRE(clinic.keys.remove(room));
    CHECK(trouble(*there).find("does not know this kiosk") != std::string::npos);
    const auto anew = *clinic.keys.make(room);
    CHECK(anew != clinic.key);
    CHECK_MESSAGE(!clinic.keys.name_of(clinic.key), "the one it had no longer counts");
    CHECK(clinic.keys.name_of(anew) == room);
    CHECK_MESSAGE(clinic.at.scratch.holders(anew) == "", "of a key only a hash is kept");
}

TEST_CASE("what is no text of a kiosk is refused, however long it is") {
    Clinic clinic;
    const httplib::Headers with{{"Authorization", "Bearer " + clinic.key}};
    for (const auto& body : {std::string("garbage"), std::string(longest_text, '[')})
        CHECK(clinic.at.client().Post("/deed", with, body, "application/json")->status >= 400);
    auto client = httplib::Client("127.0.0.1", clinic.page->listens().port);
    CHECK(client.Post("/kiosk", with, "garbage", "application/json")->status == 400);
    CHECK(client.Post("/kiosk", with, std::string(longest_text, '['), "application/json")->status == 400);
    CHECK(client.Get("/kiosk", with)->status == 404);
}

TEST_CASE("on a network it is encrypted, and only to a desk that somebody vouches for") {
    Clinic clinic;
    clinic.encrypt();
    const auto unknown = line({clinic.url("https"), clinic.key, {}});
    CHECK(trouble(*unknown).find("a certificate that is not trusted here. Name who vouches for it: desk-authority") !=
          std::string::npos);
    const auto there = line({clinic.url("https"), clinic.key, clinic.certificate});
    there->say(a_call());
    while (next(*there).taken.empty()) {
    }
    CHECK(desk_trouble("http://10.0.0.5:8080").find("write https://") != std::string::npos);
    CHECK(desk_trouble("https://10.0.0.5:8443/") != "");
    CHECK(desk_trouble("https://nurse:secret@10.0.0.5:8443") != "");
    CHECK(desk_trouble("10.0.0.5") != "");
    CHECK(desk_trouble("https://10.0.0.5:8443") == "");
}

TEST_CASE("a desk that goes is told, and what was not taken is said when it is back") {
    Clinic clinic;
    const auto there = line({clinic.url(), clinic.key, {}});
    next(*there);
    const auto listened = clinic.page->listens();
    clinic.page.reset();
    CHECK(trouble(*there).find("The desk at 127.0.0.1 is not reached") != std::string::npos);
    const auto said = a_call();
    there->say(said);
    clinic.page = clinic.opened(listened);
    auto heard = next(*there);
    while (heard.taken.empty()) heard = next(*there);
    CHECK(clinic.at.desk.board().calls.size() == 1);
    CHECK(there->trouble() == "");
}
