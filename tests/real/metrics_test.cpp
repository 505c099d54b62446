// SPDX-License-Identifier: Apache-2.0
// Metrics of a real service on a network: a token that cannot be used is said, and takes no page from the desk.
#include "child.hpp"
#include "room.hpp"

#include <doctest/doctest.h>
#include <httplib.h>
#include <sys/stat.h>

#include <fstream>

using namespace kiosk;
using namespace kiosk::test;

namespace {

constexpr Duration limit{60'000};

struct Service {
    Folder folder;
    std::string certificate = folder / "certificate.pem", key = folder / "key.pem", token = folder / "token";
    std::unique_ptr<Child> kiosk;

    Service() {
        std::ofstream(folder / "machine.conf") << "";
        std::ofstream(token) << "0123456789abcdef\n";
        output_of(
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost -addext "
            "subjectAltName=IP:127.0.0.1 -days 2 -keyout " +
            key + " -out " + certificate);
        output_of("echo 'correct horse battery' | " + asked("password"));
    }
    std::string asked(const std::string& command) const {
        return std::string(KIOSK_BINARY) + ' ' + command + " --config " + (folder / "machine.conf") + " --state " +
               (folder / "state") + " --content " + KIOSK_SOURCE + "/content.xml";
    }
    void start(mode_t rights_of_token) {
        kiosk.reset();
        REQUIRE(chmod(token.c_str(), rights_of_token) == 0);
        kiosk = std::make_unique<Child>(
            std::vector<std::string>{KIOSK_BINARY, "serve", "--config", folder / "machine.conf", "--content",
                                     std::string(KIOSK_SOURCE) + "/content.xml", "--state", folder / "state",
                                     "--listen", "127.0.0.1:0", "--name", "Waiting room 1", "--certificate",
                                     certificate, "--certificate-key", key, "--metrics-token", token},
            folder / "log");
    }
    std::string open_page() const {
        std::string said;
        REQUIRE(until(limit, [&] {
            said = output_of(asked("status"));
            return says(said, "service: running\n") && says(said, "desk page: https://");
        }));
        return said;
    }
    int scraped(const std::string& status) const {
        const std::string label = "desk page: https://127.0.0.1:";
        httplib::SSLClient page("127.0.0.1", std::stoi(status.substr(status.find(label) + label.size())));
        page.set_ca_cert_path(certificate.c_str());
        const auto got = page.Get("/metrics", {{"Authorization", "Bearer 0123456789abcdef"}});
        return got ? got->status : 0;
    }
};

}  // namespace

TEST_CASE("a token that others could read is refused, said, and leaves the desk its page") {
    Service at;
    at.start(0640);
    auto said = at.open_page();
    CHECK(says(said, "metrics: kept from everybody until kiosk starts again: The file " + at.token +
                         " of metrics-token could be read by others. Keep it from them: chmod 600 " + at.token + '\n'));
    CHECK(at.scraped(said) == 404);
    at.start(0600);
    REQUIRE(until(limit, [&] {
        said = at.open_page();
        return !says(said, "metrics: ");
    }));
    CHECK(at.scraped(said) == 200);
    CHECK_FALSE(says(read_file(at.folder / "log"), "0123456789abcdef"));
}
