// SPDX-License-Identifier: Apache-2.0
// What every block needs to know of the page it stands on, while it is laid out.
#pragma once

#include "page/marks.hpp"
#include "page/page.hpp"
#include "page/sheet.hpp"

#include <string>

namespace kiosk::page {

enum class Medium { glass, paper };
enum class Way { portrait, landscape };

struct Setting {
    const Style& style;
    Medium medium = Medium::glass;
    Way way = Way::portrait;
    Palette palette = Palette::normal;
    double text_scale = 1;
    std::string language = "en";
    bool right_to_left = false;
    bool lowered = false;    ///< titles in a smaller role
    double title_scale = 0;  ///< of titles, where it is less than text_scale; 0 = the same

    // Of the Paged on this page.
    int page = 0, pages = 1;
    const Blocks* paged = nullptr;  ///< the blocks of this page of it
    double paged_height = 0;        ///< what it takes in any case

    Ink ink(Colour) const;
    TypeSize type(Role) const;
    /// Glass: rounded to even px, with room for the language's script.
    TypeSize scaled(TypeSize type) const { return scaled(type, text_scale); }
    TypeSize scaled(TypeSize, double by) const;
    TextStyle text(TypeSize, const std::string& language = {}) const;
    bool largest() const { return text_scale >= style.theme.largest - 0.001; }
    bool high_contrast() const { return palette == Palette::high_contrast; }
    bool glass() const { return medium == Medium::glass; }
};

}  // namespace kiosk::page
