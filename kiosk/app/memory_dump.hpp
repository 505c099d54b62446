// SPDX-License-Identifier: Apache-2.0
// A crash must not write a patient's answers to the disk: no core file, and for a crash collector, which the kernel
// feeds whatever the limit says, a dump without memory. PR_SET_DUMPABLE would hide /proc/PID from the very user that
// runs the kiosk, and with it what it costs (deploy/bench).
#pragma once

#include <sys/resource.h>

#include <fstream>

namespace kiosk::app {

/// For this process and those it starts.
inline void forbid_memory_dumps() {
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    std::ofstream("/proc/self/coredump_filter") << '0';
}

}  // namespace kiosk::app
