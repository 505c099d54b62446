// SPDX-License-Identifier: Apache-2.0
// A kiosk that may show nothing: its glass says so, whoever watches it is content, and it opens by itself. And the page
// in place of a screen that was given up on.
#include "room.hpp"
#include "x_screen.hpp"

#include <doctest/doctest.h>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <fstream>

using namespace kiosk;
using namespace kiosk::test;

namespace {

constexpr Duration limit{60'000};
constexpr std::uint32_t closed = 0x15292E;  // of the bar above
constexpr Point corner{4, 4};

/// Where a supervisor listens.
class Supervised {
public:
    explicit Supervised(const std::string& path) : m_path(path) {
        sockaddr_un at{};
        at.sun_family = AF_UNIX;
        REQUIRE(path.size() < sizeof at.sun_path);
        std::memcpy(at.sun_path, path.c_str(), path.size());
        REQUIRE(bind(m_socket, reinterpret_cast<const sockaddr*>(&at), sizeof at) == 0);
    }
    ~Supervised() { close(m_socket); }
    Supervised(const Supervised&) = delete;
    Supervised& operator=(const Supervised&) = delete;

    std::map<std::string, std::string> environment() const {
        return {{"NOTIFY_SOCKET", m_path}, {"WATCHDOG_USEC", "3000000"}};
    }
    /// So many messages of this kind have come by now.
    int heard(const std::string& wanted) {
        char text[64];
        for (ssize_t n = 0; (n = recv(m_socket, text, sizeof text, MSG_DONTWAIT)) > 0;)
            ++m_heard[std::string(text, static_cast<std::size_t>(n))];
        return m_heard[wanted];
    }

private:
    std::string m_path;
    int m_socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    std::map<std::string, int> m_heard;
};

}  // namespace

TEST_CASE("what nobody has approved is not shown; the glass says so, and shows it once somebody has") {
    Room room;
    const Clinic clinic;
    Supervised supervised(room.folder / "notify");
    std::ofstream(room.folder / "machine.conf") << "still=true\nrequire-approval=true\n";
    const std::vector<std::string> of{"--config", room.folder / "machine.conf", "--content", clinic.content(),
                                      "--state",  room.folder / "state"};
    const auto start = [&](const std::string& command, const std::string& log) {
        std::vector<std::string> words{KIOSK_BINARY, command};
        words.insert(words.end(), of.begin(), of.end());
        if (command == "run") words.emplace_back("--service-runs");
        return std::make_unique<Child>(words, room.folder / log, supervised.environment());
    };
    const auto service = start("serve", "service.log");
    room.kiosk = start("run", "kiosk.log");
    const play::XScreen screen;
    REQUIRE_MESSAGE(until(limit, [&] { return supervised.heard("READY=1") == 2; }), room.log());
    CHECK(until(limit, [&] { return screen.look_at(corner) == closed; }));
    const auto told = status(room, clinic);
    CHECK_MESSAGE(says(told, "content on the glass: none: it says \"Not in use yet. See the front desk\"\n"), told);
    CHECK_MESSAGE(says(told, "service: running\n"), told);
    CHECK_MESSAGE(says(told, "not fit for patients, who see that the kiosk is not in use yet:\n"), told);
    CHECK_MESSAGE(says(told, "Have it approved: kiosk approve --by \"Name, role\"."), told);
    // Both are seen to live, longer than a watchdog waits.
    const int fed = supervised.heard("WATCHDOG=1");
    CHECK(until(limit, [&] { return supervised.heard("WATCHDOG=1") >= fed + 8; }));

    const auto approved =
        output_of(std::string(KIOSK_BINARY) + " approve --by \"A. Clinician, family doctor\" --config " + of[1] +
                  " --content " + clinic.content());
    REQUIRE_MESSAGE(room.kiosk->ended(limit), room.log(), approved);  // and is started anew
    CHECK(room.kiosk->code() == 0);
    room.kiosk = start("run", "kiosk.log");
    CHECK_MESSAGE(until(limit, [&] { return says(status(room, clinic), "approved by A. Clinician"); }), room.log());
    CHECK(until(limit, [&] { return screen.look_at(corner) != closed; }));
}

TEST_CASE("where nobody watches, a person reads why, and the exit code says it") {
    Room room;
    const Clinic clinic;
    room.start({"--require-approval"}, clinic.content());
    REQUIRE(room.kiosk->ended(limit));
    CHECK(room.kiosk->code() == 1);
    CHECK(says(room.log(), "Have it approved: kiosk approve"));
}

TEST_CASE("the page in place of a screen reads no content and no mailbox, and stops when asked") {
    Room room;
    room.kiosk =
        std::make_unique<Child>(std::vector<std::string>{KIOSK_BINARY, "sorry", "--config", "/dev/null", "--content",
                                                         "/nothing/here", "--state", "/nothing/either"},
                                room.folder / "kiosk.log");
    const play::XScreen screen;
    CHECK_MESSAGE(until(limit, [&] { return screen.look_at(corner) == closed; }), room.log());
    room.kiosk->kill(SIGTERM);
    REQUIRE(room.kiosk->ended(limit));
    CHECK(room.kiosk->code() == 0);
}
