// SPDX-License-Identifier: Apache-2.0
#include "printer/pwg_raster.hpp"

#include <cups/pwg.h>
#include <cups/raster.h>

#include <algorithm>
#include <memory>

namespace kiosk::printer {

namespace {

struct CloseRaster {
    void operator()(cups_raster_t* raster) const { cupsRasterClose(raster); }
};

ssize_t append(void* stream, unsigned char* bytes, std::size_t count) {
    static_cast<std::string*>(stream)->append(reinterpret_cast<const char*>(bytes), count);
    return static_cast<ssize_t>(count);
}

/// One row of the sheet from one row of the picture; white where the picture ends.
void fill(std::vector<unsigned char>& row, const Raster& picture, unsigned y, Grey grey) {
    std::fill(row.begin(), row.end(), static_cast<unsigned char>(255));
    if (y >= static_cast<unsigned>(picture.height)) return;
    const std::size_t depth = grey == Grey::sgray ? 1 : 3;
    const auto across = std::min(static_cast<std::size_t>(picture.width), row.size() / depth);
    const unsigned char* from = picture.grey.data() + std::size_t{y} * static_cast<std::size_t>(picture.width);
    for (std::size_t x = 0; x < across; ++x)
        std::fill_n(row.begin() + static_cast<std::ptrdiff_t>(x * depth), depth, from[x]);
}

bool write_page(cups_raster_t* raster, cups_page_header2_t& header, const Raster& picture, Grey grey) {
    const std::size_t pixels = static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
    if (picture.width <= 0 || picture.height <= 0 || picture.grey.size() != pixels) return false;
    if (cupsRasterWriteHeader2(raster, &header) == 0) return false;
    std::vector<unsigned char> row(header.cupsBytesPerLine);
    for (unsigned y = 0; y < header.cupsHeight; ++y) {
        fill(row, picture, y, grey);
        if (cupsRasterWritePixels(raster, row.data(), header.cupsBytesPerLine) == 0) return false;
    }
    return true;
}

}  // namespace

std::string pwg_raster(const Document& document, const Choice& choice) {
    cups_page_header2_t header{};
    pwg_media_t* media = pwgMediaForPWG(media_name(document.paper));
    const char* type = choice.grey == Grey::sgray ? "sgray_8" : "srgb_8";
    const char* sides = choice.sides == Sides::two ? "two-sided-long-edge" : "one-sided";
    if (!cupsRasterInitPWGHeader(&header, media, type, choice.dpi, choice.dpi, sides, "normal")) return {};
    header.cupsInteger[CUPS_RASTER_PWG_TotalPageCount] = static_cast<unsigned>(document.pages);
    std::string bytes;
    const std::unique_ptr<cups_raster_t, CloseRaster> raster(cupsRasterOpenIO(append, &bytes, CUPS_RASTER_WRITE_PWG));
    if (!raster) return {};
    for (int page = 1; page <= document.pages; ++page)
        if (!write_page(raster.get(), header, document.raster(page, choice.dpi), choice.grey)) return {};
    return bytes;
}

}  // namespace kiosk::printer
