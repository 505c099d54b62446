// SPDX-License-Identifier: Apache-2.0
// Which part of a picture is new, so that only that is uploaded and drawn.
#pragma once

#include "base/pixels.hpp"

#include <cstdint>
#include <vector>

namespace kiosk::window {

struct PixelBox {
    int x = 0, y = 0, width = 0, height = 0;
    bool operator==(const PixelBox&) const = default;
    bool empty() const { return width == 0 || height == 0; }
};

/// The smallest box that holds every differing pixel; all of `now` where the sizes differ; empty where nothing does.
PixelBox changed(const Pixels& before, const Pixels& now);

/// The box as RGBA bytes, as OpenGL by way of SFML wants them; `out` is reused.
void to_rgba(const Pixels&, const PixelBox&, std::vector<std::uint32_t>& out);

}  // namespace kiosk::window
