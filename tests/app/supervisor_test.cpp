// SPDX-License-Identifier: Apache-2.0
#include "app/supervisor.hpp"

#include "mailbox/scratch.hpp"

#include <sys/socket.h>
#include <sys/un.h>

#include <cstddef>
#include <cstring>

using namespace kiosk;
using app::Supervisor;

namespace {

/// What systemd has: a datagram socket, with a name of the file system or, with @, an abstract one.
class Systemd {
public:
    explicit Systemd(const std::string& name) {
        sockaddr_un at{};
        at.sun_family = AF_UNIX;
        std::memcpy(at.sun_path, name.data(), name.size());
        if (name[0] == '@') at.sun_path[0] = '\0';
        const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
        REQUIRE(bind(m_socket, reinterpret_cast<const sockaddr*>(&at), length) == 0);
        setenv("NOTIFY_SOCKET", name.c_str(), 1);
        setenv("WATCHDOG_USEC", "3000000", 1);
        setenv("WATCHDOG_PID", "1", 1);
    }
    ~Systemd() { close(m_socket); }
    Systemd(const Systemd&) = delete;
    Systemd& operator=(const Systemd&) = delete;

    /// All it was told since last asked, a space after each.
    std::string heard() const {
        std::string all;
        char text[64];
        for (ssize_t n = 0; (n = recv(m_socket, text, sizeof text, MSG_DONTWAIT)) > 0;)
            all += std::string(text, static_cast<std::size_t>(n)) + ' ';
        return all;
    }

private:
    int m_socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
};

constexpr Instant start{5'000'000};

}  // namespace

TEST_CASE("a supervisor hears what a process does, from the turns of its loop alone") {
    Scratch scratch;
    std::string name;
    SUBCASE("at a socket in a folder") {
        name = scratch.folder / "notify";
    }
    SUBCASE("at an abstract socket") {
        name = "@kiosk-test-" + std::to_string(getpid());
    }
    const Systemd systemd(name);
    Supervisor supervisor;
    REQUIRE(supervisor.is_there());
    CHECK(systemd.heard() == "");
    supervisor.ready();
    CHECK(systemd.heard() == "READY=1 ");
    supervisor.turned(start);
    CHECK(systemd.heard() == "WATCHDOG=1 ");
    supervisor.stopping();
    CHECK(systemd.heard() == "STOPPING=1 ");
}

TEST_CASE("a loop that rests as long as it may is in time, and one that turns much oftener does not shout") {
    Scratch scratch;
    const Systemd systemd(scratch.folder / "notify");
    Supervisor supervisor;
    CHECK(supervisor.rest() == Duration{1'000});
    supervisor.turned(start);
    systemd.heard();
    Instant fed = start;
    int times = 0;
    for (Instant at = start; at < start + Duration{60'000}; at = at + Duration{16}) {
        supervisor.turned(at);
        if (systemd.heard().empty()) continue;
        CHECK(at - fed < Duration{3'000} - supervisor.rest());
        fed = at;
        ++times;
    }
    CHECK(times > 60);
    CHECK(times < 120);
    // The worst: it turned just before it would have been heard again, and then rests.
    supervisor.turned(fed + Duration{499});
    CHECK(systemd.heard() == "");
    supervisor.turned(fed + Duration{499} + supervisor.rest());
    CHECK(systemd.heard() == "WATCHDOG=1 ");
}

TEST_CASE("what a process starts does not speak for it, and a second supervisor has nobody") {
    Scratch scratch;
    const Systemd systemd(scratch.folder / "notify");
    const Supervisor first;
    for (const char* name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"}) CHECK(std::getenv(name) == nullptr);
    Supervisor second;
    CHECK_FALSE(second.is_there());
    second.ready();
    second.turned(start);
    CHECK(second.rest() > Duration{60'000});
    CHECK(systemd.heard() == "");
}

TEST_CASE("without a watchdog nothing is fed; with nobody at the socket, or a name too long for one, all goes on") {
    Scratch scratch;
    std::string name = scratch.folder / "notify";
    {
        const Systemd systemd(name);
        unsetenv("WATCHDOG_USEC");
        Supervisor supervisor;
        supervisor.ready();
        supervisor.turned(start);
        CHECK(systemd.heard() == "READY=1 ");
    }
    setenv("NOTIFY_SOCKET", name.c_str(), 1);
    Supervisor().ready();
    setenv("NOTIFY_SOCKET", std::string(200, 'n').c_str(), 1);
    Supervisor supervisor;
    supervisor.ready();
    CHECK_FALSE(supervisor.is_there());
}
