// SPDX-License-Identifier: Apache-2.0
#include "page/text.hpp"

#include "base/language.hpp"
#include "page/fonts.hpp"
#include "page/isolate.hpp"

#include <algorithm>
#include <cmath>

#include <hb.h>

namespace kiosk::page {
namespace {

constexpr const char* families = "Noto Sans, Noto Sans Arabic, Noto Sans CJK SC";
constexpr std::size_t most_remembered = 3000;
/// Noto Sans: how far its letters reach over and under the baseline, as shares of the size.
constexpr double ascent = 1.069, descent = 0.293;

template <class T, void (*release)(T*)>
struct Release {
    void operator()(T* thing) const { release(thing); }
};
using FontDescription =
    std::unique_ptr<PangoFontDescription, Release<PangoFontDescription, pango_font_description_free>>;
using Attributes = std::unique_ptr<PangoAttrList, Release<PangoAttrList, pango_attr_list_unref>>;

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
using Layout = std::unique_ptr<PangoLayout, Unref>;

std::string joined(const std::vector<Run>& runs) {
    std::string text;
    for (const Run& run : runs) text += run.text;
    return text;
}

/// As it is to be shaped.
std::vector<Run> in_order(std::vector<Run> runs, const TextStyle& style) {
    if (style.right_to_left)
        for (Run& run : runs) run.text = isolated(run.text);
    return runs;
}

std::optional<std::uint32_t> rgb_of(const Run& run, const TextStyle& style) {
    if (run.colour == Colour::none || !style.colours) return {};
    return (*style.colours)[static_cast<std::size_t>(run.colour)];
}

void add(const Attributes& list, PangoAttribute* attribute, guint begin, guint end) {
    attribute->start_index = begin;
    attribute->end_index = end;
    pango_attr_list_insert(list.get(), attribute);
}

/// Pango has 16 bits a channel.
PangoAttribute* foreground(std::uint32_t rgb) {
    const auto part = [rgb](int shift) { return static_cast<guint16>(((rgb >> shift) & 0xFF) * 0x101); };
    return pango_attr_foreground_new(part(16), part(8), part(0));
}

std::optional<std::uint32_t> rgb_of(const PangoItem* item) {
    for (GSList* at = item->analysis.extra_attrs; at; at = at->next) {
        auto* attribute = static_cast<PangoAttribute*>(at->data);
        if (attribute->klass->type != PANGO_ATTR_FOREGROUND) continue;
        const PangoColor& colour = reinterpret_cast<PangoAttrColor*>(attribute)->color;
        return static_cast<std::uint32_t>(((colour.red >> 8) << 16) | (colour.green & 0xFF00) | (colour.blue >> 8));
    }
    return {};
}

Attributes attributes(const std::vector<Run>& runs, const TextStyle& style) {
    Attributes list(pango_attr_list_new());
    // One glyph for "ffi" is one letter too few for who searches a PDF.
    pango_attr_list_insert(list.get(), pango_attr_font_features_new("liga=0, clig=0"));
    guint at = 0;
    for (const Run& run : runs) {
        const guint end = at + static_cast<guint>(run.text.size());
        if (run.bold) add(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), at, end);
        if (const auto rgb = rgb_of(run, style)) add(list, foreground(*rgb), at, end);
        at = end;
    }
    return list;
}

Layout layout_of(const Fonts::Hold& hold, const std::string& text, const std::vector<Run>& runs, const TextStyle& style,
                 double width) {
    pango_context_set_base_dir(hold.context, style.right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    pango_context_set_language(hold.context, pango_language_from_string(style.language.c_str()));
    Layout layout(pango_layout_new(hold.context));
    FontDescription font(pango_font_description_from_string(families));
    pango_font_description_set_absolute_size(font.get(), style.type.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), style.type.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD);
    pango_layout_set_width(layout.get(), width < 0 ? -1 : static_cast<int>(std::floor(width * PANGO_SCALE)));
    pango_layout_set_attributes(layout.get(), attributes(runs, style).get());
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
}

std::shared_ptr<cairo_font_face_t> face_of(PangoFont* font, double& size) {
    cairo_scaled_font_t* scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
    cairo_matrix_t matrix;
    cairo_scaled_font_get_font_matrix(scaled, &matrix);
    size = matrix.xx;
    return {cairo_font_face_reference(cairo_scaled_font_get_font_face(scaled)), cairo_font_face_destroy};
}

/// The letter a glyph belongs to is a space: at the end of a line Pango takes its glyph away, but text taken out of a
/// PDF needs it.
bool is_space(const PangoGlyphItem* item, const char* text, int glyph) {
    return text[item->item->offset + item->glyphs->log_clusters[glyph]] == ' ';
}

bool is_drawn(const PangoGlyphItem* item, const char* text, int glyph) {
    return item->glyphs->glyphs[glyph].glyph != PANGO_GLYPH_EMPTY || is_space(item, text, glyph);
}

unsigned long glyph_id(PangoGlyphItem* item, int glyph) {
    const PangoGlyph id = item->glyphs->glyphs[glyph].glyph;
    if (id == PANGO_GLYPH_EMPTY) {
        hb_codepoint_t space = 0;
        hb_font_get_nominal_glyph(pango_font_get_hb_font(item->item->analysis.font), ' ', &space);
        return space;
    }
    return id & PANGO_GLYPH_UNKNOWN_FLAG ? 0 : id;
}

/// Which letters each glyph stands for. Letters that are never seen (marks of direction) are left out.
void add_clusters(GlyphRun& run, PangoGlyphItem* item, const char* text) {
    PangoGlyphItemIter at;
    for (gboolean more = pango_glyph_item_iter_init_start(&at, item, text); more;
         more = pango_glyph_item_iter_next_cluster(&at)) {
        cairo_text_cluster_t cluster{at.end_index - at.start_index, 0};
        const int step = at.start_glyph < at.end_glyph ? 1 : -1;
        for (int i = at.start_glyph; i != at.end_glyph; i += step) {
            if (is_drawn(item, text, i)) ++cluster.num_glyphs;
        }
        if (cluster.num_glyphs == 0) continue;
        run.letters.append(text + at.start_index, static_cast<std::size_t>(cluster.num_bytes));
        run.clusters.push_back(cluster);
    }
}

/// Moves x on by the run's width.
GlyphRun run_of(PangoGlyphItem* item, const char* text, double& x) {
    GlyphRun run;
    run.face = face_of(item->item->analysis.font, run.size);
    run.rgb = rgb_of(item->item);
    run.backward = item->item->analysis.level % 2 != 0;
    for (int i = 0; i < item->glyphs->num_glyphs; ++i) {
        const PangoGlyphGeometry& geometry = item->glyphs->glyphs[i].geometry;
        if (is_drawn(item, text, i)) {
            run.glyphs.push_back({glyph_id(item, i), x + pango_units_to_double(geometry.x_offset),
                                  pango_units_to_double(geometry.y_offset)});
        }
        x += pango_units_to_double(geometry.width);
    }
    add_clusters(run, item, text);
    return run;
}

/// Where the run's letters stand, from its left edge on.
void add_places(std::vector<Cluster>& to, PangoGlyphItem* item, const char* text, double left) {
    std::vector<double> edges{left};
    for (int i = 0; i < item->glyphs->num_glyphs; ++i)
        edges.push_back(edges.back() + pango_units_to_double(item->glyphs->glyphs[i].geometry.width));
    PangoGlyphItemIter at;
    for (gboolean more = pango_glyph_item_iter_init_start(&at, item, text); more;
         more = pango_glyph_item_iter_next_cluster(&at)) {
        // A run that goes backward counts its glyphs down.
        const int low = std::min(at.start_glyph, at.end_glyph + 1), high = std::max(at.start_glyph + 1, at.end_glyph);
        to.push_back({static_cast<std::size_t>(at.start_index), edges[static_cast<std::size_t>(low)],
                      edges[static_cast<std::size_t>(high)]});
    }
}

/// For each byte as shaped, the byte as written: the marks of direction that isolated() put in are no part of it.
std::vector<std::size_t> written_bytes(const std::string& shaped, const std::string& written) {
    constexpr std::size_t mark = 3;  // bytes of U+2066 and of U+2069
    std::vector<std::size_t> bytes;
    for (std::size_t at = 0; bytes.size() < shaped.size();) {
        const std::size_t i = bytes.size();
        const bool is_mark = shaped.compare(i, mark, "\u2066") == 0 || shaped.compare(i, mark, "\u2069") == 0;
        if (is_mark && written.compare(at, mark, shaped, i, mark) != 0)
            bytes.insert(bytes.end(), mark, at);
        else
            bytes.push_back(at++);
    }
    return bytes;
}

ShapedLine line_of(PangoLayoutLine* line, const char* text) {
    ShapedLine shaped;
    double x = 0;
    for (GSList* at = line->runs; at; at = at->next) {
        add_places(shaped.clusters, static_cast<PangoGlyphItem*>(at->data), text, x);
        shaped.runs.push_back(run_of(static_cast<PangoGlyphItem*>(at->data), text, x));
    }
    PangoRectangle logical;
    pango_layout_line_get_extents(line, nullptr, &logical);
    shaped.width = pango_units_to_double(logical.width);
    return shaped;
}

std::shared_ptr<const Shaped> shape_now(const Fonts::Hold& hold, const std::vector<Run>& runs, const TextStyle& style,
                                        double width) {
    auto shaped = std::make_shared<Shaped>();
    shaped->text = joined(runs);
    shaped->type = style.type;
    const auto ordered = in_order(runs, style);
    const Layout layout = layout_of(hold, joined(ordered), ordered, style, width);
    const char* text = pango_layout_get_text(layout.get());
    for (int i = 0; i < pango_layout_get_line_count(layout.get()); ++i) {
        shaped->lines.push_back(line_of(pango_layout_get_line_readonly(layout.get(), i), text));
        shaped->width = std::max(shaped->width, shaped->lines.back().width);
    }
    const auto bytes = written_bytes(joined(ordered), shaped->text);
    for (auto& line : shaped->lines)
        for (auto& cluster : line.clusters) cluster.byte = bytes[cluster.byte];
    shaped->unknown = pango_layout_get_unknown_glyphs_count(layout.get());
    shaped->baseline = (style.type.line - (ascent + descent) * style.type.size) / 2 + ascent * style.type.size;
    return shaped;
}

template <class T>
void add_bytes(const T& value, std::string& to) {
    to.append(reinterpret_cast<const char*>(&value), sizeof value);
}

std::string key_of(const std::vector<Run>& runs, const TextStyle& style, double width) {
    std::string key = style.language + (style.right_to_left ? '<' : '>') + (style.type.bold ? 'b' : 'r');
    for (const double measure : {style.type.size, style.type.line, width}) add_bytes(measure, key);
    for (const Run& run : runs) {
        const auto rgb = rgb_of(run, style);
        key += run.bold ? '\1' : '\2';
        if (rgb) add_bytes(*rgb, key);
        key += '\3';
        key += run.text;
    }
    return key;
}

}  // namespace

std::shared_ptr<const Shaped> shape(const Fonts& fonts, const std::vector<Run>& runs, const TextStyle& style,
                                    double width) {
    const Fonts::Hold& hold = fonts.hold();
    if (hold.shaped.size() > most_remembered) hold.shaped.clear();
    auto& remembered = hold.shaped[key_of(runs, style, width)];
    if (!remembered) remembered = shape_now(hold, runs, style, width);
    return remembered;
}

double least_line(const std::string& language) {
    const std::string tag = primary_tag(language);
    if (tag == "ar" || tag == "fa" || tag == "ur" || tag == "zh" || tag == "ja" || tag == "ko") return 1.4;
    return tag == "vi" ? 1.35 : 1.0;
}

}  // namespace kiosk::page
