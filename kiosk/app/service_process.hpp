// SPDX-License-Identifier: Apache-2.0
// The `kiosk serve` that a screen starts for itself, and starts again when it has died: at once,
// then after longer and longer waits while it keeps dying.
#pragma once

#include "app/options.hpp"
#include "base/instant.hpp"

#include <sys/types.h>

#include <csignal>
#include <string>
#include <vector>

namespace kiosk::app {

/// The command line of a process of this kiosk. All options of the machine, the empty ones too: what was said on the
/// command line outweighs the machine file there as here.
std::vector<std::string> words_of(const std::string& command, const Machine&);

class ServiceProcess {
public:
    ServiceProcess(const Machine&, const sigset_t& signals);
    ~ServiceProcess();  ///< asks it to end and waits; kills it where it does not
    ServiceProcess(const ServiceProcess&) = delete;
    ServiceProcess& operator=(const ServiceProcess&) = delete;

    /// Starts it where none is there. `is_there`: some service holds the mailbox.
    void keep(bool is_there, Instant now);
    /// Why the last one ended, for staff; empty while one is there.
    const std::string& trouble() const { return m_trouble; }

private:
    void start(Instant now);
    void reap(Instant now);

    Machine m_machine;
    sigset_t m_signals;
    pid_t m_pid = 0;
    std::string m_trouble;
    Instant m_started{}, m_next{};
    Duration m_wait;
};

}  // namespace kiosk::app
