// SPDX-License-Identifier: Apache-2.0
#include "page/ground.hpp"

#include "base/contrast.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk::page {

namespace {

bool is_within(double dx, double dy, double radius) {
    return dx * dx + dy * dy <= radius * radius;
}

/// With its round corners.
bool covers(const Patch& patch, Point p) {
    const auto& box = patch.box;
    if (!box.contains(p)) return false;
    const auto& round = patch.corners;
    const double left = p.x - box.x, right = box.right() - p.x, top = p.y - box.y, bottom = box.bottom() - p.y;
    const auto outside = [](double x, double y, double radius) {
        return x < radius && y < radius && !is_within(radius - x, radius - y, radius);
    };
    return !outside(left, top, round.top_left) && !outside(right, top, round.top_right) &&
           !outside(right, bottom, round.bottom_right) && !outside(left, bottom, round.bottom_left);
}

std::uint32_t blended(std::uint32_t under, Ink over) {
    std::uint32_t result = 0;
    for (const unsigned shift : {16U, 8U, 0U}) {
        const double a = under >> shift & 0xFFU, b = over.rgb >> shift & 0xFFU;
        result |= static_cast<std::uint32_t>(std::lround(a + (b - a) * over.alpha)) << shift;
    }
    return result;
}

}  // namespace

Ground::Ground(const Marks& marks) : m_base(marks.ground.rgb) {
    for (std::size_t i = 0; i < marks.marks.size(); ++i)
        if (const auto* patch = std::get_if<Patch>(&marks.marks[i]); patch && patch->fill && patch->fill->alpha > 0)
            m_painted.push_back({i, patch});
}

std::uint32_t Ground::under(std::size_t index, Point p) const {
    auto colour = m_base;
    for (const auto& [at, patch] : m_painted) {
        if (at >= index) break;
        if (covers(*patch, p)) colour = blended(colour, *patch->fill);
    }
    return colour;
}

bool Ground::is_covered(std::size_t index, Point p) const {
    return std::any_of(m_painted.begin(), m_painted.end(),
                       [&](const Painted& one) { return one.index > index && covers(*one.patch, p); });
}

std::optional<double> Ground::contrast_of(std::size_t index, const Letters& letters) const {
    const Box box = letters.box();
    if (box.width <= 0) return {};
    std::optional<double> least;
    for (const double share : {0.02, 0.25, 0.5, 0.75, 0.98}) {
        const Point p{box.x + share * box.width, box.y + box.height / 2};
        if (is_covered(index, p)) return {};
        const auto ground = under(index, p);
        for (const auto& run : letters.text->lines[letters.line].runs) {
            const auto ratio = contrast(run.rgb.value_or(letters.ink.rgb), ground);
            if (!least || ratio < *least) least = ratio;
        }
    }
    return least;
}

}  // namespace kiosk::page
