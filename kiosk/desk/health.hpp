// SPDX-License-Identifier: Apache-2.0
// How a kiosk and the desk's second channel are, in numbers: for metrics. Nothing of a patient.
#pragma once

#include <cstdint>
#include <string>

namespace kiosk::desk {

struct Health {
    std::string content;  ///< fingerprint of the words on the glass; empty: not known
    bool screen_runs = false;
    bool printer_trouble = false;  ///< somebody must go to it before it prints
    bool operator==(const Health&) const = default;
};

struct Paging {
    std::int64_t delivered = 0, failed = 0;  ///< notices; tries; since the service started
    bool is_failing = false;
    bool operator==(const Paging&) const = default;
};

}  // namespace kiosk::desk
