// SPDX-License-Identifier: Apache-2.0
#include "window/changed.hpp"

#include <algorithm>
#include <cstring>

namespace kiosk::window {

namespace {

const std::uint32_t* row(const Pixels& p, int y) {
    return p.bgra.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(p.width);
}

bool same_row(const Pixels& a, const Pixels& b, int y) {
    return std::memcmp(row(a, y), row(b, y), static_cast<std::size_t>(a.width) * sizeof(std::uint32_t)) == 0;
}

}  // namespace

PixelBox changed(const Pixels& before, const Pixels& now) {
    if (before.width != now.width || before.height != now.height) return {0, 0, now.width, now.height};
    int top = 0, bottom = now.height;
    while (top < bottom && same_row(before, now, top)) ++top;
    while (bottom > top && same_row(before, now, bottom - 1)) --bottom;
    if (top == bottom) return {};
    int left = now.width, right = 0;
    for (int y = top; y < bottom; ++y) {
        const auto *a = row(before, y), *b = row(now, y);
        int x = 0;
        while (x < left && a[x] == b[x]) ++x;
        left = std::min(left, x);
        x = now.width;
        while (x > right && a[x - 1] == b[x - 1]) --x;
        right = std::max(right, x);
    }
    return {left, top, right - left, bottom - top};
}

}  // namespace kiosk::window
