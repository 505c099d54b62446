// SPDX-License-Identifier: Apache-2.0
#include "page/brush.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numbers>

namespace kiosk::page {
namespace {

constexpr double pi = std::numbers::pi;
constexpr std::array dash{9.0, 6.0};

void use(cairo_t* cr, const Ink& ink) {
    const auto part = [&](int shift) { return static_cast<double>((ink.rgb >> shift) & 0xFF) / 255; };
    cairo_set_source_rgba(cr, part(16), part(8), part(0), ink.alpha);
}

Corners inset(const Corners& corners, double by) {
    const auto less = [by](double radius) { return std::max(0.0, radius - by); };
    return {less(corners.top_left), less(corners.top_right), less(corners.bottom_right), less(corners.bottom_left)};
}

void trace(cairo_t* cr, const Box& box, const Corners& corners) {
    const double most = std::min(box.width, box.height) / 2;
    const auto radius = [most](double r) { return std::min(r, most); };
    const double tl = radius(corners.top_left), tr = radius(corners.top_right), br = radius(corners.bottom_right),
                 bl = radius(corners.bottom_left);
    if (tl + tr + br + bl == 0) return cairo_rectangle(cr, box.x, box.y, box.width, box.height);
    cairo_new_sub_path(cr);
    cairo_arc(cr, box.right() - tr, box.y + tr, tr, -pi / 2, 0);
    cairo_arc(cr, box.right() - br, box.bottom() - br, br, 0, pi / 2);
    cairo_arc(cr, box.x + bl, box.bottom() - bl, bl, pi / 2, pi);
    cairo_arc(cr, box.x + tl, box.y + tl, tl, pi, 3 * pi / 2);
    cairo_close_path(cr);
}

class Brush {
public:
    Brush(cairo_t* cr, const Style& style, Drawn drawn, const std::function<void(const Structure&)>& structure)
        : m_cr(cr), m_style(style), m_drawn(drawn), m_structure(structure) {}

    void operator()(const Patch& shape) const {
        const bool solid_edge = shape.edge && shape.border > 0 && !shape.dashed;
        if (solid_edge && shape.fill) {
            filled(shape.box, shape.corners, *shape.edge);
            filled(shape.box.grown(-shape.border), inset(shape.corners, shape.border), *shape.fill);
            return;
        }
        if (shape.fill) filled(shape.box, shape.corners, *shape.fill);
        if (shape.edge && shape.border > 0) stroked(shape);
    }

    void operator()(const Letters& letters) const {
        cairo_save(m_cr);
        cairo_translate(m_cr, letters.x, letters.top + letters.text->baseline);
        for (const GlyphRun& run : letters.text->lines[letters.line].runs) {
            use(m_cr, run.rgb ? Ink{*run.rgb, letters.ink.alpha} : letters.ink);
            show(run);
        }
        cairo_restore(m_cr);
    }

    void operator()(const Art& art) const {
        const auto draw = m_drawn == Drawn::as_pixels ? draw_pixels : draw_vectors;
        draw(m_cr, m_style.pictures, art.name, art.tint, m_style.theme, art.box, art.mirrored);
    }

    void operator()(const Arc& arc) const {
        use(m_cr, arc.ink);
        cairo_save(m_cr);
        cairo_set_line_width(m_cr, arc.thickness);
        cairo_set_line_cap(m_cr, CAIRO_LINE_CAP_ROUND);
        cairo_new_path(m_cr);
        const double turn = 2 * pi * arc.share;
        if (arc.backward) {
            cairo_arc_negative(m_cr, arc.centre.x, arc.centre.y, arc.radius, -pi / 2, -pi / 2 - turn);
        } else {
            cairo_arc(m_cr, arc.centre.x, arc.centre.y, arc.radius, -pi / 2, -pi / 2 + turn);
        }
        cairo_stroke(m_cr);
        cairo_restore(m_cr);
    }

    void operator()(const Squares& squares) const {
        use(m_cr, squares.ink);
        for (const Box& box : squares.boxes) cairo_rectangle(m_cr, box.x, box.y, box.width, box.height);
        cairo_fill(m_cr);
    }

    /// What is seen in it is a picture here: its own structure is not told.
    void operator()(const Inner& inner) const {
        cairo_save(m_cr);
        cairo_rectangle(m_cr, inner.box.x, inner.box.y, inner.box.width, inner.box.height);
        cairo_clip(m_cr);
        use(m_cr, inner.marks->ground);
        cairo_paint(m_cr);
        cairo_translate(m_cr, inner.box.x, inner.box.y);
        cairo_scale(m_cr, inner.scale, inner.scale);
        paint_marks(m_cr, *inner.marks, inner.style != nullptr ? *inner.style : m_style, m_drawn);
        cairo_restore(m_cr);
    }

    void operator()(const Structure& structure) const {
        if (m_structure) m_structure(structure);
    }

private:
    void filled(const Box& box, const Corners& corners, const Ink& ink) const {
        use(m_cr, ink);
        trace(m_cr, box, corners);
        cairo_fill(m_cr);
    }
    void stroked(const Patch& shape) const {
        use(m_cr, *shape.edge);
        cairo_save(m_cr);
        cairo_set_line_width(m_cr, shape.border);
        if (shape.dashed) cairo_set_dash(m_cr, dash.data(), static_cast<int>(dash.size()), 0);
        trace(m_cr, shape.box.grown(-shape.border / 2), inset(shape.corners, shape.border / 2));
        cairo_stroke(m_cr);
        cairo_restore(m_cr);
    }

    void show(const GlyphRun& run) const {
        if (run.glyphs.empty()) return;
        cairo_set_font_face(m_cr, run.face.get());
        cairo_set_font_size(m_cr, run.size);
        const auto glyphs = static_cast<int>(run.glyphs.size());
        if (m_drawn == Drawn::as_pixels) return cairo_show_glyphs(m_cr, run.glyphs.data(), glyphs);
        cairo_show_text_glyphs(
            m_cr, run.letters.data(), static_cast<int>(run.letters.size()), run.glyphs.data(), glyphs,
            run.clusters.data(), static_cast<int>(run.clusters.size()),
            run.backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : static_cast<cairo_text_cluster_flags_t>(0));
    }

    cairo_t* m_cr;
    const Style& m_style;
    Drawn m_drawn;
    const std::function<void(const Structure&)>& m_structure;
};

}  // namespace

void paint_marks(cairo_t* cr, const Marks& marks, const Style& style, Drawn drawn,
                 const std::function<void(const Structure&)>& structure) {
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(cr, options);
    cairo_font_options_destroy(options);
    cairo_save(cr);
    cairo_translate(cr, marks.offset.x, marks.offset.y);
    cairo_scale(cr, marks.scale, marks.scale);
    const Brush brush(cr, style, drawn, structure);
    for (const Mark& mark : marks.marks) std::visit(brush, mark);
    cairo_restore(cr);
}

}  // namespace kiosk::page
