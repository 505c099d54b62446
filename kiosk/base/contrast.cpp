// SPDX-License-Identifier: Apache-2.0
#include "base/contrast.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk {

namespace {

/// WCAG 2.2, relative luminance. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
double luminance(std::uint32_t colour) {
    const auto linear = [colour](int shift) {
        const double c = static_cast<double>(colour >> shift & 0xFF) / 255;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
}

}  // namespace

double contrast(std::uint32_t a, std::uint32_t b) {
    const double one = luminance(a), other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

std::string in_tenths(double value) {
    const int all = static_cast<int>(value * 10);
    return std::to_string(all / 10) + '.' + std::to_string(all % 10);
}

}  // namespace kiosk
