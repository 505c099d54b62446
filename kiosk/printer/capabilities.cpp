// SPDX-License-Identifier: Apache-2.0
#include "printer/capabilities.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace kiosk::printer {

namespace {

// A sheet of more would fill the memory, whatever a printer says that it can.
constexpr int least_dpi = 75, most_dpi = 1'200;

bool has(const Words& list, const char* word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::vector<int> square_dpi(ipp_t* response) {
    std::vector<int> all;
    ipp_attribute_t* found = ippFindAttribute(response, "pwg-raster-document-resolution-supported", IPP_TAG_RESOLUTION);
    for (int i = 0; i < ippGetCount(found); ++i) {
        int down = 0;
        ipp_res_t units = IPP_RES_PER_INCH;
        const int across = ippGetResolution(found, i, &down, &units);
        // The printer's own byte, copied: an ipp_res_t of no known value must not even be read.
        int sent = 0;
        static_assert(sizeof sent == sizeof units);
        std::memcpy(&sent, &units, sizeof sent);
        if (across == down && sent == IPP_RES_PER_INCH && across >= least_dpi && across <= most_dpi)
            all.push_back(across);
    }
    return all;
}

bool supports(ipp_t* response, ipp_op_t operation) {
    ipp_attribute_t* found = ippFindAttribute(response, "operations-supported", IPP_TAG_ENUM);
    return !found || ippContainsInteger(found, operation) != 0;
}

/// The one nearest to 300: sharp enough for 14 pt, and small.
int best_dpi(const std::vector<int>& offered) {
    if (offered.empty()) return 300;
    return *std::min_element(offered.begin(), offered.end(),
                             [](int a, int b) { return std::abs(a - 300) < std::abs(b - 300); });
}

bool raster_readable(const Capabilities& can) {
    return has(can.formats, "image/pwg-raster") &&
           (can.raster_types.empty() || has(can.raster_types, "sgray_8") || has(can.raster_types, "srgb_8"));
}

void choose_media(const Capabilities& can, const Document& document, Choice& choice) {
    const char* wanted = media_name(document.paper);
    const char* other = media_name(document.paper == Paper::letter ? Paper::a4 : Paper::letter);
    const bool can_fit = choice.format == Format::pdf && has(can.scaling, "fit");
    if (has(can.media_ready, wanted) || !can_fit || !has(can.media_ready, other)) {
        if (has(can.media, wanted) || has(can.media_ready, wanted)) choice.media = wanted;
        return;
    }
    choice.media = other;
    choice.fit = true;
}

}  // namespace

const char* media_name(Paper paper) {
    return paper == Paper::letter ? "na_letter_8.5x11in" : "iso_a4_210x297mm";
}

Words words(ipp_t* response, const char* attribute) {
    Words all;
    ipp_attribute_t* found = ippFindAttribute(response, attribute, IPP_TAG_ZERO);
    for (int i = 0; i < ippGetCount(found); ++i)
        if (const char* text = ippGetString(found, i, nullptr)) all.emplace_back(text);
    return all;
}

std::optional<int> number(ipp_t* response, const char* attribute) {
    ipp_attribute_t* found = ippFindAttribute(response, attribute, IPP_TAG_ZERO);
    if (!found || ippGetCount(found) == 0) return std::nullopt;
    const ipp_tag_t tag = ippGetValueTag(found);
    if (tag != IPP_TAG_INTEGER && tag != IPP_TAG_ENUM) return std::nullopt;
    return ippGetInteger(found, 0);
}

ipp_pstate_t printer_state(ipp_t* response, ipp_pstate_t otherwise) {
    const int state = number(response, "printer-state").value_or(otherwise);
    return state >= IPP_PSTATE_IDLE && state <= IPP_PSTATE_STOPPED ? static_cast<ipp_pstate_t>(state) : otherwise;
}

ipp_jstate_t job_state(ipp_t* response, ipp_jstate_t otherwise) {
    const int state = number(response, "job-state").value_or(otherwise);
    return state >= IPP_JSTATE_PENDING && state <= IPP_JSTATE_COMPLETED ? static_cast<ipp_jstate_t>(state) : otherwise;
}

Capabilities read_capabilities(ipp_t* response) {
    Capabilities can;
    can.formats = words(response, "document-format-supported");
    can.media = words(response, "media-supported");
    can.media_ready = words(response, "media-ready");
    can.sides = words(response, "sides-supported");
    can.scaling = words(response, "print-scaling-supported");
    can.raster_types = words(response, "pwg-raster-document-type-supported");
    can.reasons = words(response, "printer-state-reasons");
    const Words back = words(response, "pwg-raster-document-sheet-back");
    if (!back.empty()) can.raster_back = back.front();
    can.raster_dpi = square_dpi(response);
    ipp_attribute_t* accepting = ippFindAttribute(response, "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    can.accepting = !accepting || ippGetBoolean(accepting, 0) != 0;
    can.creates_jobs = supports(response, IPP_OP_CREATE_JOB) && supports(response, IPP_OP_SEND_DOCUMENT);
    can.state = printer_state(response, IPP_PSTATE_IDLE);
    return can;
}

Choice choose(const Capabilities& can, const Document& document) {
    Choice choice;
    if (has(can.formats, "application/pdf")) choice.format = Format::pdf;
    if (choice.format == Format::none && raster_readable(can)) choice.format = Format::pwg_raster;
    choice.dpi = best_dpi(can.raster_dpi);
    const bool grey = can.raster_types.empty() || has(can.raster_types, "sgray_8");
    choice.grey = grey ? Grey::sgray : Grey::srgb;
    choose_media(can, document, choice);
    // A back side that must be turned first is left to printers that read PDF.
    const bool back_fits = choice.format == Format::pdf || can.raster_back == "normal";
    if (document.pages > 1 && has(can.sides, "two-sided-long-edge") && back_fits) choice.sides = Sides::two;
    return choice;
}

}  // namespace kiosk::printer
