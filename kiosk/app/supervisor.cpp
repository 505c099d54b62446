// SPDX-License-Identifier: Apache-2.0
#include "app/supervisor.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace kiosk::app {

namespace {

constexpr Duration unwatched{3'600'000};
constexpr int turns_in_time = 3;  // of a loop, within what the supervisor waits

/// Out of the environment; empty where it was not there.
std::string take(const char* name) {
    const char* found = std::getenv(name);
    std::string value = found == nullptr ? "" : found;
    unsetenv(name);
    return value;
}

/// Zero where it is no number of microseconds.
Duration duration(const std::string& usec) {
    std::int64_t value = 0;
    std::from_chars(usec.data(), usec.data() + usec.size(), value);
    return Duration{value / 1'000};
}

}  // namespace

Supervisor::Supervisor() : m_socket(take("NOTIFY_SOCKET")), m_rest(unwatched) {
    const auto waits = duration(take("WATCHDOG_USEC"));
    unsetenv("WATCHDOG_PID");
    if (m_socket.size() >= sizeof sockaddr_un{}.sun_path) m_socket.clear();
    if (!is_there()) return;
    m_descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    m_is_watched = waits.count() > 0;
    if (m_is_watched) m_rest = waits / turns_in_time;
}

Supervisor::~Supervisor() {
    if (m_descriptor >= 0) close(m_descriptor);
}

void Supervisor::ready() const {
    say("READY=1");
}

void Supervisor::turned(Instant now) {
    if (!m_is_watched || now - m_fed < m_rest / 2) return;  // a fade turns 60 times a second
    m_fed = now;
    say("WATCHDOG=1");
}

void Supervisor::stopping() const {
    say("STOPPING=1");
}

void Supervisor::say(std::string_view message) const {
    if (!is_there()) return;
    sockaddr_un to{};
    to.sun_family = AF_UNIX;
    std::memcpy(to.sun_path, m_socket.data(), m_socket.size());
    if (to.sun_path[0] == '@') to.sun_path[0] = '\0';  // an abstract one, whose name has no end of its own
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + m_socket.size());
    // One that hears nothing any more is no reason to stop.
    sendto(m_descriptor, message.data(), message.size(), MSG_NOSIGNAL | MSG_DONTWAIT,
           reinterpret_cast<const sockaddr*>(&to), length);
}

}  // namespace kiosk::app
