// SPDX-License-Identifier: Apache-2.0
// The `kiosk serve` that a screen starts for itself, and starts again when it has died.
#pragma once

#include "app/options.hpp"
#include "base/instant.hpp"

#include <sys/types.h>

#include <csignal>

namespace kiosk::app {

class ServiceProcess {
public:
    ServiceProcess(const Machine&, const sigset_t& signals);
    ~ServiceProcess();  ///< asks it to end and waits
    ServiceProcess(const ServiceProcess&) = delete;
    ServiceProcess& operator=(const ServiceProcess&) = delete;

    /// Starts it where none is there, at most once a second. `is_there`: some service holds the mailbox.
    void keep(bool is_there, Instant now);

private:
    void start();
    void reap();

    Machine m_machine;
    sigset_t m_signals;
    pid_t m_pid = 0;
    Instant m_tried{-1'000'000};
};

}  // namespace kiosk::app
