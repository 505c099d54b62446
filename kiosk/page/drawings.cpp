// SPDX-License-Identifier: Apache-2.0
#include "page/drawings.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string_view>

namespace kiosk::page {
namespace {

constexpr std::size_t most_bytes = 24u << 20;

std::shared_ptr<RsvgHandle> parse(const std::string& svg) {
    GError* error = nullptr;
    RsvgHandle* handle = rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error);
    if (error) g_error_free(error);
    if (!handle) return nullptr;
    rsvg_handle_set_dpi(handle, 96);
    return {handle, [](RsvgHandle* h) { g_object_unref(h); }};
}

/// Painted small and looked at: what an SVG says of its own extent counts what is not drawn too.
InkBox measured(RsvgHandle* handle) {
    constexpr int width = 120, height = 90;
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
        cairo_image_surface_create(CAIRO_FORMAT_A8, width, height), cairo_surface_destroy);
    const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cr(cairo_create(surface.get()), cairo_destroy);
    const RsvgRectangle whole{0, 0, width, height};
    rsvg_handle_render_document(handle, cr.get(), &whole, nullptr);
    cairo_surface_flush(surface.get());
    const unsigned char* alpha = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    int left = width, top = height, right = 0, bottom = 0;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            if (alpha[y * stride + x] == 0) continue;
            left = std::min(left, x);
            right = std::max(right, x + 1);
            top = std::min(top, y);
            bottom = std::max(bottom, y + 1);
        }
    }
    if (left >= right) return {};
    return {left / 120.0, top / 90.0, right / 120.0, bottom / 90.0};
}

const std::map<std::uint32_t, std::uint32_t>& swap_of(const Theme& theme, Palette palette) {
    static const std::map<std::uint32_t, std::uint32_t> none;
    if (palette == Palette::high_contrast) return theme.picture_high_contrast;
    return palette == Palette::paper ? theme.picture_paper : none;
}

bool is_hex(char c) {
    return std::isxdigit(static_cast<unsigned char>(c)) != 0;
}

bool is_colour_at(const std::string& svg, std::size_t at) {
    if (at + 7 > svg.size() || svg[at] != '#') return false;
    if (!std::all_of(svg.begin() + static_cast<long>(at) + 1, svg.begin() + static_cast<long>(at) + 7, is_hex))
        return false;
    return at + 7 == svg.size() || !is_hex(svg[at + 7]);
}

std::string hex(std::uint32_t rgb) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text = "#";
    for (int shift = 20; shift >= 0; shift -= 4) text += digits[(rgb >> shift) & 0xF];
    return text;
}

/// A surface of the drawing in whole pixels.
std::shared_ptr<cairo_surface_t> paint_once(const Pictures& pictures, const Pictures::Hold::Look& look,
                                            const Theme& theme) {
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, look.width, look.height);
    cairo_t* cr = cairo_create(surface);
    draw_vectors(cr, pictures, look.name, look.tint, theme,
                 {0, 0, static_cast<double>(look.width), static_cast<double>(look.height)}, look.mirrored != 0);
    cairo_destroy(cr);
    return {surface, cairo_surface_destroy};
}

}  // namespace

std::string recoloured(const std::string& svg, const std::map<std::uint32_t, std::uint32_t>& swap,
                       std::optional<std::uint32_t> single) {
    std::string result;
    result.reserve(svg.size());
    for (std::size_t at = 0; at < svg.size();) {
        if (!is_colour_at(svg, at)) {
            result += svg[at++];
            continue;
        }
        const auto rgb = static_cast<std::uint32_t>(std::stoul(svg.substr(at + 1, 6), nullptr, 16));
        const auto found = swap.find(rgb);
        result += hex(single ? *single : found == swap.end() ? rgb : found->second);
        at += 7;
    }
    return result;
}

const Pictures::Hold::Drawing& Pictures::Hold::drawing(const std::string& name, const Tint& tint,
                                                       const Theme& theme) const {
    const auto [at, is_new] = drawings.try_emplace({name, tint});
    if (is_new && has(name)) {
        at->second.handle = parse(recoloured(svg.at(name), swap_of(theme, tint.palette), tint.single));
        if (at->second.handle) at->second.ink = measured(at->second.handle.get());
    }
    return at->second;
}

InkBox ink_of(const Pictures& pictures, const std::string& name, const Theme& theme) {
    return pictures.hold().drawing(name, {}, theme).ink;
}

void draw_vectors(cairo_t* cr, const Pictures& pictures, const std::string& name, const Tint& tint, const Theme& theme,
                  const Box& box, bool mirrored) {
    const auto& drawing = pictures.hold().drawing(name, tint, theme);
    if (!drawing.handle || box.width <= 0 || box.height <= 0) return;
    cairo_save(cr);
    if (mirrored) {
        cairo_translate(cr, 2 * box.x + box.width, 0);
        cairo_scale(cr, -1, 1);
    }
    const RsvgRectangle viewport{box.x, box.y, box.width, box.height};
    rsvg_handle_render_document(drawing.handle.get(), cr, &viewport, nullptr);
    cairo_restore(cr);
}

void draw_pixels(cairo_t* cr, const Pictures& pictures, const std::string& name, const Tint& tint, const Theme& theme,
                 const Box& box, bool mirrored) {
    double x = box.x, y = box.y, width = box.width, height = box.height;
    cairo_user_to_device(cr, &x, &y);
    cairo_user_to_device_distance(cr, &width, &height);
    const Pictures::Hold& hold = pictures.hold();
    const Pictures::Hold::Look look{name, tint, static_cast<int>(std::lround(width)),
                                    static_cast<int>(std::lround(height)), mirrored ? 1 : 0};
    if (!hold.has(name) || look.width <= 0 || look.height <= 0) return;
    auto& surface = hold.pixels[look];
    if (!surface) {
        surface = paint_once(pictures, look, theme);
        hold.bytes += static_cast<std::size_t>(look.width) * static_cast<std::size_t>(look.height) * 4;
    }
    const auto kept = surface;
    if (hold.bytes > most_bytes) {
        hold.pixels.clear();
        hold.bytes = 0;
    }
    cairo_save(cr);
    cairo_identity_matrix(cr);
    cairo_set_source_surface(cr, kept.get(), std::round(x), std::round(y));
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_NEAREST);
    cairo_paint(cr);
    cairo_restore(cr);
}

Pictures::Pictures(std::map<std::string, std::string> svg_by_name) : m_hold(std::make_unique<Hold>()) {
    m_hold->svg = std::move(svg_by_name);
}
Pictures::~Pictures() = default;

}  // namespace kiosk::page
