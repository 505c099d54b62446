// SPDX-License-Identifier: Apache-2.0
#include "printer/watchdog.hpp"

#include <sys/socket.h>

namespace kiosk::printer {

Watchdog::Watchdog() : m_thread([this] { work(); }) {}

Watchdog::~Watchdog() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void Watchdog::watch(int socket, Duration limit) {
    const std::lock_guard lock(m_mutex);
    m_socket = socket;
    m_until = std::chrono::steady_clock::now() + limit;
    m_bitten = false;
    m_changed.notify_one();
}

bool Watchdog::release() {
    const std::lock_guard lock(m_mutex);
    m_socket = -1;
    return m_bitten;
}

void Watchdog::work() {
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        if (m_socket < 0) {
            m_changed.wait(lock);
        } else if (m_changed.wait_until(lock, m_until) == std::cv_status::timeout && m_socket >= 0 &&
                   std::chrono::steady_clock::now() >= m_until) {
            shutdown(m_socket, SHUT_RDWR);
            m_socket = -1;
            m_bitten = true;
        }
    }
}

}  // namespace kiosk::printer
