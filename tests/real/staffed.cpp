// SPDX-License-Identifier: Apache-2.0
#include "staffed.hpp"

#include <doctest/doctest.h>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>

namespace kiosk::test {

std::string status(const Room& room) {
    return output_of(std::string(KIOSK_BINARY) + " status --config " + (room.folder / "machine.conf") + " --state " +
                     (room.folder / "state") + " --content " + KIOSK_SOURCE + "/content.xml");
}

std::string address(const Room& room) {
    const std::string label = "desk page: ";
    std::string found;
    until(limit, [&] {
        const auto said = status(room);
        const auto at = said.find(label + "http");
        if (at != std::string::npos) found = said.substr(at + label.size(), said.find(',', at) - at - label.size());
        return !found.empty();
    });
    REQUIRE_MESSAGE(!found.empty(), room.log());
    return found;
}

int free_port() {
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof at;
    REQUIRE(bind(fd, reinterpret_cast<sockaddr*>(&at), length) == 0);
    REQUIRE(getsockname(fd, reinterpret_cast<sockaddr*>(&at), &length) == 0);
    close(fd);
    return ntohs(at.sin_port);
}

bool reads(Browser& desk, const std::string& selector, const std::string& words) {
    return until(limit, [&] { return says(desk.text(selector), words); });
}

/// A key may be made anew between being found and being clicked.
void press(Browser& desk, const std::string& key) {
    REQUIRE(until(limit, [&] { return desk.click(key); }));
}

void confirm_close(Browser& desk) {
    REQUIRE(until(limit, [&] {
        return desk.run("return String(document.querySelector('[data-key=with-patient]:enabled') !== null)") == "true";
    }));
    press(desk, "[data-key=with-patient]");
}

void add_name(Browser& desk, const std::string& name) {
    REQUIRE(until(limit, [&] { return !desk.text("#add button").empty(); }));
    REQUIRE(desk.type("#name", name));
    press(desk, "#add button");
    REQUIRE(reads(desk, "#people", name));
    desk.run("const who = document.querySelector('#who'); who.value = '" + name +
             "'; who.dispatchEvent(new Event('change'))");
}

void picture(Browser& desk, const std::string& name) {
    const char* folder = std::getenv("KIOSK_PICTURES");
    if (folder == nullptr) return;
    desk.picture(std::string(folder) + "/" + name + "-pc.png", 1280, 900);
    desk.picture(std::string(folder) + "/" + name + "-phone.png", 420, 900);
}

void sees(const Room& room, play::Player& player, visit::DeskStage stage) {
    const auto& visit = player.visit();
    REQUIRE(visit.call);
    fine(room, player.happens(visit::event::DeskReported{visit.ticket, visit.call->number, stage}));
}

void hears(const Room& room, play::Player& player, visit::Desk desk) {
    const auto word = desk == visit::Desk::listens ? "open at a desk" : "open nowhere";
    REQUIRE_MESSAGE(until(limit, [&] { return says(status(room), word); }), status(room));
    fine(room, player.happens(visit::event::DeskIs{desk}));
}

Kiosk::Kiosk(std::vector<std::string> options) : player(started(room, std::move(options)), visit::PrinterKind::none) {
    fine(room, player.see());
}

const content::Content& Kiosk::started(Room& room, std::vector<std::string> options) {
    room.start(std::move(options));
    return shipped();
}

Staffed::Staffed(int port) : Kiosk(with_desk(port)) {
    desk.open(address(room));
    add_name(desk, "Nurse Lee");
}

}  // namespace kiosk::test
