// SPDX-License-Identifier: Apache-2.0
// Sheets as pixels: for the window, for PNG files, for printers that take rows of grey.
#include "page/brush.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <stdexcept>

namespace kiosk::page {
namespace {

struct Free {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cr) const { cairo_destroy(cr); }
};
using Surface = std::unique_ptr<cairo_surface_t, Free>;
using Context = std::unique_ptr<cairo_t, Free>;

Surface over(const Pixels& pixels) {
    auto* bytes = reinterpret_cast<unsigned char*>(const_cast<std::uint32_t*>(pixels.bgra.data()));
    return Surface(
        cairo_image_surface_create_for_data(bytes, CAIRO_FORMAT_ARGB32, pixels.width, pixels.height, pixels.width * 4));
}

void check(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string("cairo: ") + cairo_status_to_string(status));
}

cairo_status_t add_bytes(void* to, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

char grey_of(std::uint32_t bgra) {
    const auto part = [bgra](int shift) { return (bgra >> shift) & 0xFFu; };
    return static_cast<char>(static_cast<unsigned char>((part(16) * 77 + part(8) * 150 + part(0) * 29) >> 8));
}

/// Rows first..first+strip.height of the sheet.
void paint_strip(const Sheet& sheet, const Style& style, double scale, int first, Pixels& strip) {
    std::fill(strip.bgra.begin(), strip.bgra.end(), 0xFFFFFFFFu);
    const Surface surface = over(strip);
    const Context cr(cairo_create(surface.get()));
    cairo_translate(cr.get(), 0, -first);
    cairo_scale(cr.get(), scale, scale);
    paint_marks(cr.get(), *sheet.marks, style, Drawn::as_vectors);
    check(cairo_status(cr.get()));
    cairo_surface_flush(surface.get());
}

}  // namespace

void paint(const Sheet& sheet, const Style& style, Pixels& pixels) {
    pixels.width = static_cast<int>(std::lround(sheet.size.width));
    pixels.height = static_cast<int>(std::lround(sheet.size.height));
    pixels.bgra.resize(static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height));
    std::fill(pixels.bgra.begin(), pixels.bgra.end(), 0xFF000000u | sheet.marks->ground.rgb);
    const Surface surface = over(pixels);
    const Context cr(cairo_create(surface.get()));
    paint_marks(cr.get(), *sheet.marks, style, Drawn::as_pixels);
    check(cairo_status(cr.get()));
    cairo_surface_flush(surface.get());
}

Raster paint_raster(const Sheet& sheet, const Style& style, int dpi) {
    constexpr int strip_rows = 512;  // a whole page at 600 dpi would be 130 MB
    const double scale = dpi / 72.0;
    Raster raster{static_cast<int>(std::lround(sheet.size.width * scale)),
                  static_cast<int>(std::lround(sheet.size.height * scale)),
                  {}};
    raster.grey.reserve(static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height));
    for (int first = 0; first < raster.height; first += strip_rows) {
        Pixels strip{raster.width, std::min(strip_rows, raster.height - first), {}};
        strip.bgra.resize(static_cast<std::size_t>(strip.width) * static_cast<std::size_t>(strip.height));
        paint_strip(sheet, style, scale, first, strip);
        std::transform(strip.bgra.begin(), strip.bgra.end(), std::back_inserter(raster.grey), grey_of);
    }
    return raster;
}

std::string png(const Pixels& pixels) {
    std::string bytes;
    const Surface surface = over(pixels);
    check(cairo_surface_write_to_png_stream(surface.get(), add_bytes, &bytes));
    return bytes;
}

}  // namespace kiosk::page
