// SPDX-License-Identifier: Apache-2.0
// What asks a process to stop (SIGTERM, SIGINT, SIGHUP, SIGQUIT) as something to poll on, for the two loops. Made
// before any thread, so that none of them takes a signal.
#pragma once

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>
#include <initializer_list>

namespace kiosk::app {

class StopSignals {
public:
    StopSignals() {
        sigset_t set;
        sigemptyset(&set);
        for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGQUIT}) sigaddset(&set, signal);
        sigprocmask(SIG_BLOCK, &set, &m_before);
        m_descriptor = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    }
    ~StopSignals() { close(m_descriptor); }
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    int descriptor() const { return m_descriptor; }
    /// The signal that asked to stop; 0 = none yet.
    int asked() const {
        signalfd_siginfo info{};
        return read(m_descriptor, &info, sizeof info) == sizeof info ? static_cast<int>(info.ssi_signo) : 0;
    }
    /// What a child process should start with.
    const sigset_t& before() const { return m_before; }

private:
    int m_descriptor = -1;
    sigset_t m_before{};
};

}  // namespace kiosk::app
