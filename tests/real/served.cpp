// SPDX-License-Identifier: Apache-2.0
#include "served.hpp"

#include <doctest/doctest.h>

#include <fstream>

namespace kiosk::test {

Served::Served() {
    std::ofstream(folder / "machine.conf") << "";
    make_certificate(2);
    output_of("echo 'correct horse battery' | " + asked("password"));
}

void Served::make_certificate(int days) const {
    output_of(
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost -addext "
        "subjectAltName=IP:127.0.0.1 -days " +
        std::to_string(days) + " -keyout " + key + " -out " + certificate);
}

std::string Served::asked(const std::string& command) const {
    return std::string(KIOSK_BINARY) + ' ' + command + " --config " + (folder / "machine.conf") + " --state " +
           (folder / "state") + " --content " + KIOSK_SOURCE + "/content.xml";
}

void Served::start(const std::vector<std::string>& options) {
    kiosk.reset();
    std::vector<std::string> all{KIOSK_BINARY, "serve",
                                 "--config",   folder / "machine.conf",
                                 "--content",  std::string(KIOSK_SOURCE) + "/content.xml",
                                 "--state",    folder / "state",
                                 "--listen",   "127.0.0.1:0",
                                 "--name",     "Waiting room 1"};
    all.insert(all.end(), options.begin(), options.end());
    kiosk = std::make_unique<Child>(std::move(all), folder / "log");
}

std::string Served::open_page() const {
    std::string said;
    REQUIRE(until(limit, [&] {
        said = output_of(asked("status"));
        return says(said, "service: running\n") && says(said, "desk page: http");
    }));
    return said;
}

int Served::port(const std::string& status) {
    const std::string label = "://127.0.0.1:";
    return std::stoi(status.substr(status.find(label) + label.size()));
}

}  // namespace kiosk::test
