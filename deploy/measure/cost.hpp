// SPDX-License-Identifier: Apache-2.0
// What processes cost, read from /proc: processor time, wake-ups, memory. Of a process and all its children.
#pragma once

#include <sys/types.h>

#include <vector>

namespace kiosk::measure {

struct Cost {
    double cpu_ms = 0;
    long wakeups = 0;  ///< voluntary context switches of all threads
    double pss_mb = 0;
    int processes = 0;
};

/// Now; of the process and everything below it.
Cost cost_of(pid_t);
double median(std::vector<double>);
double percentile(std::vector<double>, double part);

}  // namespace kiosk::measure
