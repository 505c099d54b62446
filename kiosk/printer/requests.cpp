// SPDX-License-Identifier: Apache-2.0
#include "printer/requests.hpp"

#include <array>

namespace kiosk::printer {

namespace {

constexpr const char* job_name = "Clinic handout";
constexpr const char* user = "kiosk";

const char* mime(Format format) {
    return format == Format::pdf ? "application/pdf" : "image/pwg-raster";
}

void add_operation(ipp_t* request, ipp_tag_t tag, const char* name, const char* value) {
    ippAddString(request, IPP_TAG_OPERATION, tag, name, nullptr, value);
}

Ipp request(ipp_op_t operation, const Address& address) {
    Ipp made(ippNewRequest(operation));
    add_operation(made.get(), IPP_TAG_URI, "printer-uri", uri(address).c_str());
    return made;
}

Ipp job_request(ipp_op_t operation, const Address& address, int id) {
    Ipp made = request(operation, address);
    ippAddInteger(made.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", id);
    add_operation(made.get(), IPP_TAG_NAME, "requesting-user-name", user);
    return made;
}

template <std::size_t N>
void wanted(ipp_t* request, const std::array<const char*, N>& names) {
    ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", static_cast<int>(N), nullptr,
                  names.data());
}

Ipp new_job(ipp_op_t operation, const Address& address) {
    Ipp made = request(operation, address);
    add_operation(made.get(), IPP_TAG_NAME, "requesting-user-name", user);
    add_operation(made.get(), IPP_TAG_NAME, "job-name", job_name);
    ippAddBoolean(made.get(), IPP_TAG_OPERATION, "ipp-attribute-fidelity", 0);
    return made;
}

void add_chosen(ipp_t* request, const Choice& choice) {
    const auto add = [&](const char* name, const char* value) {
        ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, name, nullptr, value);
    };
    if (!choice.media.empty()) add("media", choice.media.c_str());
    if (choice.fit) add("print-scaling", "fit");
    if (choice.sides == Sides::two) add("sides", "two-sided-long-edge");
}

}  // namespace

Ipp get_printer(const Address& address, Ask ask) {
    Ipp made = request(IPP_OP_GET_PRINTER_ATTRIBUTES, address);
    add_operation(made.get(), IPP_TAG_NAME, "requesting-user-name", user);
    if (ask == Ask::condition) {
        wanted(made.get(), std::array{"printer-state", "printer-state-reasons", "printer-is-accepting-jobs"});
    } else {
        wanted(made.get(),
               std::array{"printer-state", "printer-state-reasons", "printer-is-accepting-jobs", "operations-supported",
                          "document-format-supported", "media-supported", "media-ready", "sides-supported",
                          "print-scaling-supported", "pwg-raster-document-type-supported",
                          "pwg-raster-document-resolution-supported", "pwg-raster-document-sheet-back"});
    }
    return made;
}

Ipp create_job(const Address& address, const Choice& choice, JobAttributes attributes) {
    Ipp made = new_job(IPP_OP_CREATE_JOB, address);
    if (attributes == JobAttributes::chosen) add_chosen(made.get(), choice);
    return made;
}

Ipp print_job(const Address& address, const Choice& choice, JobAttributes attributes) {
    Ipp made = new_job(IPP_OP_PRINT_JOB, address);
    add_operation(made.get(), IPP_TAG_MIMETYPE, "document-format", mime(choice.format));
    if (attributes == JobAttributes::chosen) add_chosen(made.get(), choice);
    return made;
}

Ipp send_document(const Address& address, int id, Format format) {
    Ipp made = job_request(IPP_OP_SEND_DOCUMENT, address, id);
    add_operation(made.get(), IPP_TAG_NAME, "document-name", job_name);
    add_operation(made.get(), IPP_TAG_MIMETYPE, "document-format", mime(format));
    ippAddBoolean(made.get(), IPP_TAG_OPERATION, "last-document", 1);
    return made;
}

Ipp get_job(const Address& address, int id) {
    Ipp made = job_request(IPP_OP_GET_JOB_ATTRIBUTES, address, id);
    wanted(made.get(),
           std::array{"job-state", "job-state-reasons", "job-impressions-completed", "job-media-sheets-completed"});
    return made;
}

Ipp cancel_job(const Address& address, int id) {
    return job_request(IPP_OP_CANCEL_JOB, address, id);
}

}  // namespace kiosk::printer
