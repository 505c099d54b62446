// SPDX-License-Identifier: Apache-2.0
// What everything looks like: colours, type, touch sizes. Read from screens/theme.xml; used by page and views.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>

namespace kiosk {

/// Names of the design guide, section 2; on_primary, on_amber, selected_* differ from their base only in high contrast.
enum class Colour {
    none,
    ink,
    ink_soft,
    petrol,
    petrol_dark,
    mist,
    mist_deep,
    linen,
    sand,
    sand_edge,
    white,
    red,
    red_dark,
    red_mist,
    amber,
    amber_soft,
    amber_mist,
    control_line,
    card_line,
    help_pressed,
    scrim,
    focus_inner,
    focus_outer,
    on_primary,
    on_red,
    on_amber,
    selected_fill,
    selected_text,
    selected_edge,
    help_fill,
    help_text,
    help_edge,
    help_lip,
    picture_circle,
    count
};

/// Type roles of the design guide, sections 3 (glass, px) and 11 (paper, pt).
enum class Role {
    alert,
    welcome,
    refer,
    title,
    handout_title,
    panel_title,
    status_title,
    answer,
    primary,
    help,
    subhead,
    reading,
    explain,
    body,
    fact,
    row,
    secondary,
    card_title,
    source,
    progress,
    header,
    header_right,
    language_name,
    smallest,
    paper_title,
    paper_heading,
    paper_body,
    paper_table,
    paper_source,
    paper_footer,
    paper_header,
    paper_page_number,
    count
};

struct TypeSize {
    double size = 0, line = 0;  ///< px on glass, pt on paper
    bool bold = false;
    bool operator==(const TypeSize&) const = default;
};

enum class Palette { normal, high_contrast, paper };

/// 0xRRGGBB, by colour name.
using Colours = std::array<std::uint32_t, static_cast<std::size_t>(Colour::count)>;

struct Theme {
    Colours normal{}, high_contrast{}, paper{};
    std::array<TypeSize, static_cast<std::size_t>(Role::count)> portrait{},
        landscape{};                    ///< landscape titles are smaller
    double large = 1.2, largest = 1.4;  ///< text size steps
    double paper_large = 18.0 / 14.0;   ///< large print
    double scrim_opacity = 0.62;
    /// The seven picture colours, as in the SVG files, to what replaces them; in one pass.
    std::map<std::uint32_t, std::uint32_t> picture_high_contrast, picture_paper;

    bool operator==(const Theme&) const = default;
    const Colours& colours(Palette) const;
    const TypeSize& type(Role, bool landscape) const;
};

}  // namespace kiosk
