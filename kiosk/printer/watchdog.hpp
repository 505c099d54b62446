// SPDX-License-Identifier: Apache-2.0
// Ends a connection whose other side never stops talking: libcups reads on as long as there is something to read.
// Used by Link.
#pragma once

#include "base/instant.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace kiosk::printer {

class Watchdog {
public:
    Watchdog();
    ~Watchdog();
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

    /// Shuts this socket down after the limit, unless released before. The socket stays open until release().
    void watch(int socket, Duration limit);
    /// Whether it was shut down.
    bool release();

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::chrono::steady_clock::time_point m_until;
    int m_socket = -1;
    bool m_bitten = false, m_stopping = false;
    std::thread m_thread;
};

}  // namespace kiosk::printer
