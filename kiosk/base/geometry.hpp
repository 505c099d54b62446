// SPDX-License-Identifier: Apache-2.0
// Sizes, points and boxes in whatever unit the surface has (px on glass, pt on paper).
#pragma once

namespace kiosk {

struct Size {
    double width = 0, height = 0;
    bool operator==(const Size&) const = default;
};

struct Point {
    double x = 0, y = 0;
    bool operator==(const Point&) const = default;
};

struct Box {
    double x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Box&) const = default;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    Box grown(double by) const { return {x - by, y - by, width + 2 * by, height + 2 * by}; }
    bool overlaps(const Box& o) const { return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom(); }
};

}  // namespace kiosk
