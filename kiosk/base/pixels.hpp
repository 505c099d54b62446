// SPDX-License-Identifier: Apache-2.0
// A picture in memory: premultiplied BGRA rows (cairo ARGB32), top first, no gap between rows.
#pragma once

#include <cstdint>
#include <vector>

namespace kiosk {

struct Pixels {
    int width = 0, height = 0;
    std::vector<std::uint32_t> bgra;  ///< width * height

    bool operator==(const Pixels&) const = default;
};

}  // namespace kiosk
