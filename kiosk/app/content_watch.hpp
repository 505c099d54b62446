// SPDX-License-Identifier: Apache-2.0
// The service's eye on the clinic's files. It looks at them instead of being told: drives of a network tell nothing,
// nor does a folder that was removed. Where they have changed and lie still, a process of its own takes them in
// (take_in); meanwhile the service prints on.
#pragma once

#include "app/options.hpp"
#include "app/take_in.hpp"
#include "base/instant.hpp"

#include <sys/types.h>

#include <chrono>
#include <csignal>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::app {

/// How content is taken in, and what is too much: time of the processor, so that good content is judged on a busy
/// machine, too, and time of the clock, should it hang.
struct TakingIn {
    std::string program = "/proc/self/exe";
    std::chrono::seconds computing{600};
    Duration waiting{3'600'000};
};

class ContentWatch {
public:
    /// `signals`: what the process that takes in starts with.
    ContentWatch(const Machine&, const sigset_t& signals, TakingIn how = {});
    ~ContentWatch();
    ContentWatch(const ContentWatch&) = delete;
    ContentWatch& operator=(const ContentWatch&) = delete;

    /// Looks, and tells what has been found since: the first time in any case, then after every change, and as every
    /// day begins, on which an approval may end; after some seconds, then minutes, where it could not be judged or
    /// kept.
    std::optional<Findings> turn(Instant now, const std::string& today);
    /// Until the next look is worth while.
    Duration wait() const;

private:
    void look(Instant now, const std::string& today);
    void start(Instant now);
    std::optional<Findings> hear(Instant now);
    std::string broke_off(int status, Duration after) const;

    const Machine& m_machine;
    sigset_t m_signals;
    TakingIn m_how;
    std::vector<std::string> m_files;
    std::string m_known, m_last, m_day;  ///< state of the files when they were read; at the last look; the day of that
    Instant m_looked{-1'000'000}, m_started;
    Duration m_wait;
    std::optional<Instant> m_again;  ///< the world was in the way: when it may be gone
    bool m_due = true;
    pid_t m_pid = 0;
    int m_output = -1;
};

}  // namespace kiosk::app
