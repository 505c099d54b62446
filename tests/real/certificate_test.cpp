// SPDX-License-Identifier: Apache-2.0
// A desk that nobody looks after for a year: the certificate that is put in the place of the old one is taken up; and a
// desk that has no glass of its own does not cry over one.
#include "served.hpp"

#include <doctest/doctest.h>
#include <httplib.h>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace kiosk;
using namespace kiosk::test;
using nlohmann::json;

namespace {

/// Whether the page is had by whoever trusts the certificate that lies there now.
bool is_had(const Served& at, int port) {
    httplib::SSLClient page("127.0.0.1", port);
    page.set_ca_cert_path(at.certificate.c_str());
    page.enable_server_certificate_verification(true);
    const auto got = page.Get("/");
    return got && got->status == 200;
}

/// Whether the stream of the page comes to tell this.
bool streams(int port, const std::function<bool(const json& board, const json& kiosks)>& as_asked) {
    httplib::Client page("127.0.0.1", port);
    page.set_read_timeout(60);
    std::string text;
    json board, kiosks;
    bool found = false;
    const auto end_of_patience = std::chrono::steady_clock::now() + Served::limit;
    page.Get("/board", [&](const char* data, std::size_t length) {
        text.append(data, length);
        for (auto end = text.find("\n\n"); end != std::string::npos; end = text.find("\n\n")) {
            const auto event = text.substr(0, end);
            text.erase(0, end + 2);
            if (const auto at = event.find("event: board\ndata: "); at != std::string::npos)
                board = json::parse(event.substr(at + 19));
            if (const auto at = event.find("event: kiosks\ndata: "); at != std::string::npos)
                kiosks = json::parse(event.substr(at + 20));
        }
        found = !board.is_null() && !kiosks.is_null() && as_asked(board, kiosks);
        return !found && std::chrono::steady_clock::now() < end_of_patience;
    });
    return found;
}

/// The same, of the page as it is had now: just after a start, status may still name the address of the service before.
bool tells(const Served& at, const std::function<bool(const json& board, const json& kiosks)>& as_asked) {
    return until(Served::limit, [&] { return streams(Served::port(at.open_page()), as_asked); });
}

}  // namespace

TEST_CASE("a certificate that ends soon is told of, and the one put in its place is taken up without a restart") {
    Served at;
    at.start({"--certificate", at.certificate, "--certificate-key", at.key});
    auto said = at.open_page();
    CHECK(says(said, "certificate of the desk page: ends on "));
    CHECK(is_had(at, Served::port(said)));
    at.make_certificate(400);
    REQUIRE(until(Served::limit, [&] {
        said = at.open_page();
        return says(said, "certificate of the desk page: good until ");
    }));
    CHECK(until(Served::limit, [&] { return is_had(at, Served::port(at.open_page())); }));
}

TEST_CASE("a desk without a glass has no card and no alarm of its own, one that should have a glass has both") {
    Served at;
    output_of(at.asked("desk-key 'Waiting room 2'"));
    std::ofstream(at.folder / "machine.conf") << "no-screen=true\nlisten=127.0.0.1:0\nrequire-approval=true\n";
    at.start();
    const auto said = at.open_page();
    CHECK(says(said, "screen: none, as no-screen says\n"));
    CHECK(says(said, ", for other kiosks\n"));
    CHECK(tells(at, [](const json& board, const json& kiosks) {
        return board["alarms"].size() == 1 && board["alarms"][0]["kiosk"] == "Waiting room 2" &&
               kiosks["kiosks"].size() == 1;
    }));
    std::ofstream(at.folder / "machine.conf") << "";
    at.start();
    CHECK(tells(at, [](const json& board, const json& kiosks) {
        return board["alarms"].size() == 2 && kiosks["kiosks"].size() == 2;
    }));
}
