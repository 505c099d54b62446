// SPDX-License-Identifier: Apache-2.0
#include "base/contrast.hpp"
#include "content/findings.hpp"
#include "content/theme_reader.hpp"

namespace kiosk::content {

namespace {

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

void check_palette(const Colours& colours, const std::string& palette, const std::string& file, Problems& problems) {
    const auto names = colour_names();
    for (const auto& [text, on] : pairs) {
        const auto t = static_cast<std::size_t>(text), o = static_cast<std::size_t>(on);
        const double ratio = contrast(colours[t], colours[o]);
        if (ratio >= least_text_contrast) continue;
        problems.push_back({file, 0, Severity::error,
                            "in " + palette + ", text in " + std::string(names[t]) + " on " + std::string(names[o]) +
                                " has a contrast of " + in_tenths(ratio) + " to 1",
                            "choose colours further apart, 7 to 1 or more"});
    }
}

}  // namespace

void check_contrast(const Content& content, Problems& problems) {
    check_palette(content.theme.normal, "normal", content.theme_file, problems);
    check_palette(content.theme.high_contrast, "high-contrast", content.theme_file, problems);
}

}  // namespace kiosk::content
