// SPDX-License-Identifier: Apache-2.0
// A piece of sound in memory.
#pragma once

#include "base/instant.hpp"

#include <cstdint>
#include <vector>

namespace kiosk::voice {

struct Sound {
    std::vector<std::int16_t> samples;  ///< of all channels in turn
    unsigned rate = 22'050;             ///< a second and channel
    unsigned channels = 1;

    Duration length() const {
        const auto a_second = static_cast<std::uint64_t>(rate) * channels;
        return a_second == 0 ? Duration{0} : Duration{static_cast<std::int64_t>(samples.size() * 1'000 / a_second)};
    }
    bool operator==(const Sound&) const = default;
};

}  // namespace kiosk::voice
