// SPDX-License-Identifier: Apache-2.0
// Which part of a picture is new, so that only that is uploaded and drawn.
#pragma once

#include "base/pixels.hpp"

namespace kiosk::window {

struct PixelBox {
    int x = 0, y = 0, width = 0, height = 0;
    bool operator==(const PixelBox&) const = default;
    bool empty() const { return width == 0 || height == 0; }
};

/// The smallest box that holds every differing pixel; all of `now` where the sizes differ; empty where nothing does.
PixelBox changed(const Pixels& before, const Pixels& now);

}  // namespace kiosk::window
