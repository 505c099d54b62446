// SPDX-License-Identifier: Apache-2.0
// Metrics of a real service on a network: a token that cannot be used is said, and takes no page from the desk.
#include "served.hpp"

#include <doctest/doctest.h>
#include <httplib.h>
#include <sys/stat.h>

#include <fstream>

using namespace kiosk;
using namespace kiosk::test;

namespace {

struct Scraped : Served {
    std::string token = folder / "token";

    Scraped() { std::ofstream(token) << "0123456789abcdef\n"; }
    void start(mode_t rights_of_token) {
        REQUIRE(chmod(token.c_str(), rights_of_token) == 0);
        Served::start({"--certificate", certificate, "--certificate-key", key, "--metrics-token", token});
    }
    int scraped(const std::string& status) const {
        httplib::SSLClient page("127.0.0.1", port(status));
        page.set_ca_cert_path(certificate.c_str());
        const auto got = page.Get("/metrics", {{"Authorization", "Bearer 0123456789abcdef"}});
        return got ? got->status : 0;
    }
};

}  // namespace

TEST_CASE("a token that others could read is refused, said, and leaves the desk its page") {
    Scraped at;
    at.start(0640);
    auto said = at.open_page();
    CHECK(says(said, "metrics: kept from everybody until kiosk starts again: The file " + at.token +
                         " of metrics-token could be read by others. Keep it from them: chmod 600 " + at.token + '\n'));
    CHECK(at.scraped(said) == 404);
    at.start(0600);
    REQUIRE(until(Served::limit, [&] {
        said = at.open_page();
        return !says(said, "metrics: ");
    }));
    CHECK(at.scraped(said) == 200);
    CHECK_FALSE(says(read_file(at.folder / "log"), "0123456789abcdef"));
}
