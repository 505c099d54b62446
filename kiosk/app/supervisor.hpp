// SPDX-License-Identifier: Apache-2.0
// Whoever started this process and starts it again where it stands still: systemd, told by sd_notify(3). Nobody where
// it was started by hand. Both loops use it.
#pragma once

#include "base/instant.hpp"

#include <string>
#include <string_view>

namespace kiosk::app {

class Supervisor {
public:
    /// Takes NOTIFY_SOCKET and WATCHDOG_USEC out of the environment: what this process starts does not speak for it.
    /// WATCHDOG_PID is not asked: under cage that is cage's. Before any thread.
    Supervisor();
    ~Supervisor();
    Supervisor(const Supervisor&) = delete;
    Supervisor& operator=(const Supervisor&) = delete;

    bool is_there() const { return !m_socket.empty(); }
    /// It does what it is there for.
    void ready() const;
    /// Once in every turn of a loop, and from nowhere else: who does not turn is not alive.
    void turned(Instant now);
    /// A loop that waits so long at most turns often enough.
    Duration rest() const { return m_rest; }
    /// From now on it may stand still.
    void stopping() const;

private:
    void say(std::string_view) const;

    std::string m_socket;
    int m_descriptor = -1;
    bool m_is_watched = false;
    Duration m_rest;
    Instant m_fed{};
};

}  // namespace kiosk::app
