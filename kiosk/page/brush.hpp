// SPDX-License-Identifier: Apache-2.0
// Paints marks with cairo: the one painter of glass, PDF and printer raster.
#pragma once

#include "page/marks.hpp"

#include <functional>

#include <cairo.h>

namespace kiosk::page {

enum class Drawn { as_pixels, as_vectors };

/// The cairo_t's units are those of the surface (px, pt). `structure` is told where parts of the text begin and end.
void paint_marks(cairo_t*, const Marks&, const Style&, Drawn,
                 const std::function<void(const Structure&)>& structure = {});

}  // namespace kiosk::page
