// SPDX-License-Identifier: Apache-2.0
// What a printer says of itself (Get-Printer-Attributes), and what is chosen from it for one job.
#pragma once

#include "printer/document.hpp"
#include "printer/report.hpp"

#include <cups/ipp.h>

#include <optional>
#include <string>
#include <vector>

namespace kiosk::printer {

using Words = std::vector<std::string>;

struct Capabilities {
    Words formats, media, media_ready, sides, scaling, raster_types, reasons;
    std::vector<int> raster_dpi;
    std::string raster_back;  ///< how the back side of a sheet is turned
    bool accepting = true;
    bool creates_jobs = true;  ///< Create-Job and Send-Document; otherwise Print-Job
    ipp_pstate_t state = IPP_PSTATE_IDLE;
};

enum class Sides { one, two };
enum class Grey { sgray, srgb };

struct Choice {
    Format format = Format::none;
    std::string media;  ///< empty: the printer's own
    bool fit = false;   ///< scale to the paper that is there
    Sides sides = Sides::one;
    int dpi = 0;  ///< of raster
    Grey grey = Grey::sgray;
};

Words words(ipp_t*, const char* attribute);
/// Nothing if it is not there.
std::optional<int> number(ipp_t*, const char* attribute);
/// `otherwise` where it is not there, or no state that IPP knows: an enum must not hold one.
ipp_pstate_t printer_state(ipp_t*, ipp_pstate_t otherwise);
ipp_jstate_t job_state(ipp_t*, ipp_jstate_t otherwise);

Capabilities read_capabilities(ipp_t* response);
Choice choose(const Capabilities&, const Document&);
/// "na_letter_8.5x11in"
const char* media_name(Paper);

}  // namespace kiosk::printer
