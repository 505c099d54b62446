// SPDX-License-Identifier: Apache-2.0
// Text broken into lines and shaped into glyphs, once: everything after this only moves and paints them.
// Lines stand exactly `line` apart whatever faces they mix.
#pragma once

#include "base/theme.hpp"
#include "page/page.hpp"
#include "page/sheet.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <cairo.h>

namespace kiosk::page {

/// Glyphs of one face, x from the line's left edge, y from its baseline.
struct GlyphRun {
    std::shared_ptr<cairo_font_face_t> face;
    double size = 0;
    std::string letters;  ///< UTF-8, so that text can be taken out of a PDF
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
    bool backward = false;
    std::optional<std::uint32_t> rgb;  ///< where it differs from the text's own
};

/// Letters that are drawn together: where they stand on their line, and from which byte of Shaped::text they come.
struct Cluster {
    std::size_t byte = 0;
    double left = 0, right = 0;
};

struct ShapedLine {
    double width = 0;
    std::vector<GlyphRun> runs;
    std::vector<Cluster> clusters;  ///< in no order
};

struct Shaped {
    std::string text;
    TypeSize type;
    std::vector<ShapedLine> lines;
    double width = 0;     ///< of the longest line
    double baseline = 0;  ///< of a line, from its top
    int unknown = 0;      ///< characters with no glyph

    double height() const { return type.line * static_cast<double>(lines.size()); }
};

struct TextStyle {
    TypeSize type;
    std::string language;
    bool right_to_left = false;
    const Colours* colours = nullptr;  ///< of runs with a colour of their own
};

/// At most `width` wide where the words allow it; width < 0: one line a paragraph.
std::shared_ptr<const Shaped> shape(const Fonts&, const std::vector<Run>&, const TextStyle&, double width);

/// Least line height of a language's script, as a share of the size.
double least_line(const std::string& language);

}  // namespace kiosk::page
