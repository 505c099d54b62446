// SPDX-License-Identifier: Apache-2.0
// What is behind Pictures: SVG text with its colours swapped, parsed once for each set of colours, and what was last
// painted of it kept as pixels, since a page is painted again at every touch.
#pragma once

#include "base/geometry.hpp"
#include "base/theme.hpp"
#include "page/sheet.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>

#include <cairo.h>
#include <librsvg/rsvg.h>

namespace kiosk::page {

/// Which colours a drawing is shown in: those of a palette, or all lines in one (icons).
struct Tint {
    Palette palette = Palette::normal;
    std::optional<std::uint32_t> single;
    auto operator<=>(const Tint&) const = default;
};

/// Of a drawing, 0..1 of its box.
struct InkBox {
    double left = 0, top = 0, right = 1, bottom = 1;
};

struct Pictures::Hold {
    struct Drawing {
        std::shared_ptr<RsvgHandle> handle;  ///< empty: no such drawing
        InkBox ink;
    };
    struct Look {
        std::string name;
        Tint tint;
        int width = 0, height = 0, mirrored = 0;
        auto operator<=>(const Look&) const = default;
    };

    std::map<std::string, std::string> svg;
    mutable std::map<std::pair<std::string, Tint>, Drawing> drawings;
    mutable std::map<Look, std::shared_ptr<cairo_surface_t>> pixels;
    mutable std::size_t bytes = 0;  ///< of `pixels`

    bool has(const std::string& name) const { return svg.contains(name); }
    const Drawing& drawing(const std::string& name, const Tint&, const Theme&) const;
};

/// Where in its box the drawing has lines or colour.
InkBox ink_of(const Pictures&, const std::string& name, const Theme&);
/// As vectors, into the box, whole and centred.
void draw_vectors(cairo_t*, const Pictures&, const std::string& name, const Tint&, const Theme&, const Box&,
                  bool mirrored);
/// As pixels, at the device's own grid: for surfaces of pixels.
void draw_pixels(cairo_t*, const Pictures&, const std::string& name, const Tint&, const Theme&, const Box&,
                 bool mirrored);
/// `svg` with every "#RRGGBB" looked up in `swap`, in one pass; with `single`, all of them become it.
std::string recoloured(const std::string& svg, const std::map<std::uint32_t, std::uint32_t>& swap,
                       std::optional<std::uint32_t> single);

}  // namespace kiosk::page
