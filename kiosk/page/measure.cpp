// SPDX-License-Identifier: Apache-2.0
#include "page/measure.hpp"

#include "base/contrast.hpp"
#include "page/ground.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk::page {

namespace {

bool is_live(const Item& item) {
    return item.kind == ItemKind::key && !item.covered && !item.disabled && item.key >= 0;
}

bool is_on_access_key(const Marks& marks, Point p) {
    return std::any_of(marks.items.begin(), marks.items.end(),
                       [&](const Item& item) { return item.is_access && item.box.contains(p); });
}

void measure_letters(const Marks& marks, const Ground& ground, Measures& all) {
    for (std::size_t i = 0; i < marks.marks.size(); ++i) {
        const auto* letters = std::get_if<Letters>(&marks.marks[i]);
        const auto contrast = letters ? ground.contrast_of(i, *letters) : std::nullopt;
        if (!contrast) continue;
        const auto& text = *letters->text;
        all.contrast.meet(*contrast, text.text);
        const auto box = letters->box();
        const bool access = is_on_access_key(marks, {box.x + box.width / 2, box.y + box.height / 2});
        (access ? all.access_labels : all.letters).meet(text.type.size, text.text);
    }
}

/// The edge of a key's face with what the key stands on, at the middle of its starting side.
void measure_edges(const Marks& marks, const Ground& ground, Measures& all) {
    for (std::size_t i = 0; i < marks.marks.size(); ++i) {
        const auto* face = std::get_if<Patch>(&marks.marks[i]);
        if (!face || !face->edge || face->border <= 0) continue;
        const Point middle{face->box.x + face->box.width / 2, face->box.y + face->box.height / 2};
        const auto key = std::find_if(marks.items.begin(), marks.items.end(), [&](const Item& item) {
            return is_live(item) && item.box.contains(middle) && std::abs(face->box.width - item.box.width) <= 1;
        });
        if (key == marks.items.end() || ground.is_covered(i, middle)) continue;
        const Point beside{key->box.x - 3, middle.y};
        all.edge_contrast.meet(contrast(face->edge->rgb, ground.under(i, beside)), key->text);
    }
}

/// Clear space between two boxes, along the axis where they are further apart.
double apart(const Box& a, const Box& b) {
    const double across = std::max(b.x - a.right(), a.x - b.right());
    const double down = std::max(b.y - a.bottom(), a.y - b.bottom());
    return std::max(across, down);
}

void measure_keys(const Marks& marks, Measures& all) {
    const auto& items = marks.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!is_live(items[i])) continue;
        all.key.meet(std::min(items[i].box.width, items[i].box.height), items[i].text);
        for (std::size_t j = i + 1; j < items.size(); ++j)
            if (is_live(items[j])) all.apart.meet(apart(items[i].box, items[j].box), items[i].text);
    }
}

}  // namespace

void Measures::meet(const Measures& other) {
    contrast.meet(other.contrast);
    edge_contrast.meet(other.edge_contrast);
    letters.meet(other.letters);
    access_labels.meet(other.access_labels);
    key.meet(other.key);
    apart.meet(other.apart);
}

Measures measure(const Sheet& sheet) {
    Measures all;
    const Ground ground(*sheet.marks);
    measure_letters(*sheet.marks, ground, all);
    measure_edges(*sheet.marks, ground, all);
    measure_keys(*sheet.marks, all);
    return all;
}

double capital_height(const Fonts& fonts, bool bold) {
    constexpr double size = 1000;
    const auto text = shape(fonts, {{"H", false}}, {{size, size, bold}, "en"}, -1);
    const auto& run = text->lines.front().runs.front();
    cairo_matrix_t font, none;
    cairo_matrix_init_scale(&font, run.size, run.size);
    cairo_matrix_init_identity(&none);
    auto* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    auto* scaled = cairo_scaled_font_create(run.face.get(), &font, &none, options);
    cairo_text_extents_t extents;
    cairo_scaled_font_glyph_extents(scaled, run.glyphs.data(), 1, &extents);
    cairo_scaled_font_destroy(scaled);
    cairo_font_options_destroy(options);
    return extents.height / size;
}

}  // namespace kiosk::page
