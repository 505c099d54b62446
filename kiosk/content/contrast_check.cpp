// SPDX-License-Identifier: Apache-2.0
#include "content/findings.hpp"
#include "content/theme_reader.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk::content {

namespace {

/// WCAG 2.2, relative luminance. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
double luminance(std::uint32_t colour) {
    const auto linear = [colour](int shift) {
        const double c = static_cast<double>(colour >> shift & 0xFF) / 255;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
}

double contrast(std::uint32_t a, std::uint32_t b) {
    const double one = luminance(a), other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

/// Cut, not rounded: 6.98 must not read as 7.
std::string tenths(double ratio) {
    const int all = static_cast<int>(ratio * 10);
    return std::to_string(all / 10) + '.' + std::to_string(all % 10);
}

struct Pair {
    Colour text, on;
};
/// Where the screens put words: the design guide, sections 2 and 5.
constexpr Pair pairs[] = {
    {Colour::ink, Colour::white},
    {Colour::ink, Colour::linen},
    {Colour::ink, Colour::sand},
    {Colour::ink, Colour::mist},
    {Colour::ink_soft, Colour::white},
    {Colour::ink_soft, Colour::linen},
    {Colour::ink, Colour::amber_mist},
    {Colour::ink, Colour::red_mist},
    {Colour::petrol, Colour::white},
    {Colour::on_primary, Colour::petrol},
    {Colour::on_red, Colour::red},
    {Colour::on_amber, Colour::amber},
    {Colour::help_text, Colour::help_fill},
    {Colour::selected_text, Colour::selected_fill},
};
constexpr double least = 7;

void check_palette(const Colours& colours, const std::string& palette, const std::string& file, Problems& problems) {
    const auto names = colour_names();
    for (const auto& [text, on] : pairs) {
        const auto t = static_cast<std::size_t>(text), o = static_cast<std::size_t>(on);
        const double ratio = contrast(colours[t], colours[o]);
        if (ratio >= least) continue;
        problems.push_back({file, 0, Severity::error,
                            "in " + palette + ", text in " + std::string(names[t]) + " on " + std::string(names[o]) +
                                " has a contrast of " + tenths(ratio) + " to 1",
                            "choose colours further apart, 7 to 1 or more"});
    }
}

}  // namespace

void check_contrast(const Content& content, Problems& problems) {
    check_palette(content.theme.normal, "normal", content.theme_file, problems);
    check_palette(content.theme.high_contrast, "high-contrast", content.theme_file, problems);
}

}  // namespace kiosk::content
