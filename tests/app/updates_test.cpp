// SPDX-License-Identifier: Apache-2.0
// Bundles from a web server: fetched once, left alone while it is in trouble.
#include "app/updates.hpp"

#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/state.hpp"
#include "small_clinic.hpp"
#include "told.hpp"

#include <doctest/doctest.h>
#include <httplib.h>

#include <atomic>
#include <thread>

using namespace kiosk;
using namespace kiosk::app;

namespace {

constexpr std::int64_t minute = 60'000, hour = 60 * minute;

/// A static server of one file.
class FileServer {
public:
    FileServer() : m_port(m_server.bind_to_any_port("127.0.0.1")) {
        m_server.Get("/clinic.kiosk", [this](const httplib::Request& request, httplib::Response& response) {
            response.set_header("ETag", "\"one\"");
            if (status != 200)
                response.status = status;
            else if (request.get_header_value("If-None-Match") == "\"one\"")
                response.status = 304;
            else
                response.set_content("bytes", "application/octet-stream");
        });
        m_thread = std::thread([this] { m_server.listen_after_bind(); });
        while (!m_server.is_running()) std::this_thread::yield();
    }
    ~FileServer() {
        m_server.stop();
        m_thread.join();
    }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port) + "/clinic.kiosk"; }

    std::atomic<int> status{200};

private:
    httplib::Server m_server;
    int m_port;
    std::thread m_thread;
};

}  // namespace

TEST_CASE("a server in trouble is asked after a quarter of an hour, then half, at last once a day") {
    Asked asked{"https://content.example.org/c.kiosk", "\"old\"", 0, 0};
    std::int64_t now = 1'000'000 * hour;
    for (const std::int64_t wait :
         {15 * minute, 30 * minute, hour, 2 * hour, 4 * hour, 8 * hour, 16 * hour, 24 * hour, 24 * hour, 24 * hour}) {
        asked = after(asked, {}, now);
        CHECK(asked.etag == "\"old\"");
        CHECK_FALSE(may_ask(asked, now + wait - 1));
        CHECK(may_ask(asked, now + wait));
        now += wait;
    }
    CHECK_MESSAGE(may_ask(asked, now - 30 * 24 * hour), "the clock was set back");
    CHECK(after(asked, "\"new\"", now) == Asked{asked.url, "\"new\"", 0, 0});
}

TEST_CASE("what is known of an address survives, and is of that address alone") {
    const Asked asked{"https://content.example.org/c.kiosk", "W/\"a b\"", 3, 1'795'000'000'000};
    CHECK(read_asked(write_asked(asked), asked.url) == asked);
    const Asked none{"https://other.example.org/c.kiosk", {}, 0, 0};
    CHECK(read_asked(write_asked(asked), none.url) == none);
    for (const auto* broken :
         {"", "x", "https://other.example.org/c.kiosk\n\nx", "https://other.example.org/c.kiosk\n\n-3 0\n"})
        CHECK(read_asked(broken, none.url) == none);
}

TEST_CASE("what was refused is asked for again, later and later: the machine file may be what was wrong") {
    FileServer server;
    const SmallClinic clinic;
    auto machine = clinic.machine;
    machine.updates = server.url();
    CHECK(told([&] { return install(machine, command::Install{}); }, Exit::content_problem)
              .errors.find("names no bundle-key") != std::string::npos);
    const auto note = read_asked(read_file(book(machine, "updates").string()).text.value_or(""), server.url());
    CHECK(note.etag.empty());
    CHECK(note.failures == 1);
}

TEST_CASE("a bundle is fetched once, and again when it has changed") {
    FileServer server;
    const auto first = fetch({}, {server.url(), {}, 0, 0});
    REQUIRE(first);
    CHECK(first->bytes == "bytes");
    CHECK(first->etag == "\"one\"");
    const auto again = fetch({}, {server.url(), first->etag, 0, 0});
    REQUIRE(again);
    CHECK_FALSE(again->bytes);
    CHECK(again->etag == "\"one\"");
    server.status = 500;
    CHECK(fetch({}, {server.url(), {}, 0, 0}).failure().sentence ==
          "The server of bundles at 127.0.0.1 answered 500 instead of a bundle.");
    CHECK(fetch({}, {"http://127.0.0.1:1/clinic.kiosk", {}, 0, 0})
              .failure()
              .sentence.starts_with("The server of bundles at 127.0.0.1 is not reached"));
    CHECK(fetch({}, {"http://content.example.org/clinic.kiosk", {}, 0, 0}).failure().sentence.find("encrypted") !=
          std::string::npos);
}
