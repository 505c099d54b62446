// SPDX-License-Identifier: Apache-2.0
// A desk with its page on loopback, and what a page does to it over real HTTP. Its clocks are moved by the test.
#pragma once

#include "desk/front_page.hpp"
#include "mailbox/scratch.hpp"

#include <doctest/doctest.h>
#include <httplib.h>
#include <nlohmann/json.hpp>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <thread>

namespace kiosk::desk {

using nlohmann::json;

inline const CallId first{"Waiting room 1", std::uint64_t{1} << 61, Kind::call, 1};

/// A real clock; the desk's own are moved by the test.
inline Instant ticks() {
    return {std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch()).count()};
}

/// Asks until it is true, for as long as a slow machine may take.
template <class Is>
bool until(Is is) {
    const auto end = ticks() + Duration{30'000};
    while (ticks() < end) {
        if (is()) return true;
        std::this_thread::sleep_for(Duration{5});
    }
    return false;
}

/// A red page's call of a kiosk, as it says it.
inline Said a_call(const char* reason = "Chest") {
    return {{{.key = {Telling::What::raised, 7, Kind::call, 1, ticks()}, .told = {Level::emergency, {reason}, ""}}},
            {}};
}

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

/// For 127.0.0.1, vouched for by itself.
inline void make_certificate(const std::string& file, const std::string& key) {
    REQUIRE(std::system(("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost "
                         "-addext subjectAltName=IP:127.0.0.1 -days 2 -keyout " +
                         key + " -out " + file + " 2>/dev/null")
                            .c_str()) == 0);
}

inline json id_of(const CallId& id) {
    return {{"kiosk", id.kiosk}, {"ticket", std::to_string(id.ticket)}, {"kind", "call"}, {"number", id.number}};
}

}  // namespace kiosk::desk
