// SPDX-License-Identifier: Apache-2.0
// The sheets of one job, drawn only when the printer has said what it can read. The functions run on the
// press's own thread, at most once a page, and are dropped when the job is over.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace kiosk::printer {

enum class Paper { letter, a4 };

/// One page in grey, 8 bits a pixel, 255 = white, top row first, no gap between rows.
struct Raster {
    int width = 0, height = 0;
    std::vector<std::uint8_t> grey;
};

struct Document {
    Paper paper = Paper::letter;
    int pages = 1;
    std::function<std::string()> pdf;                 ///< the whole job as PDF bytes
    std::function<Raster(int page, int dpi)> raster;  ///< page from 1
};

}  // namespace kiosk::printer
