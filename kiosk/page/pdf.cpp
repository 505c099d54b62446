// SPDX-License-Identifier: Apache-2.0
// Documents as one PDF: painted by cairo, finished by qpdf (page/pdf_finish.cpp).
#include "page/brush.hpp"
#include "page/pdf_finish.hpp"
#include "page/tags.hpp"

#include <memory>
#include <stdexcept>

#include <cairo-pdf.h>

namespace kiosk::page {
namespace {

struct Free {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cr) const { cairo_destroy(cr); }
};

cairo_status_t add_bytes(void* to, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

void check(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string("cairo: ") + cairo_status_to_string(status));
}

void paint_sheet(cairo_surface_t* surface, cairo_t* cr, const Sheet& sheet, const Style& style, Tags& tags) {
    cairo_pdf_surface_set_size(surface, sheet.size.width, sheet.size.height);
    paint_marks(cr, *sheet.marks, style, Drawn::as_vectors,
                [&tags](const Structure& structure) { tags.mark(structure); });
    tags.close();
    cairo_show_page(cr);
}

}  // namespace

std::string paint_pdf(const std::vector<Document>& documents, const Style& style, const std::string& created) {
    if (documents.empty()) throw std::invalid_argument("a PDF of no documents");
    std::string bytes;
    std::vector<std::string> figures;
    {
        const std::unique_ptr<cairo_surface_t, Free> surface(cairo_pdf_surface_create_for_stream(
            add_bytes, &bytes, documents.front().paper.width, documents.front().paper.height));
        cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, documents.front().title.c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, created.c_str());
        const std::unique_ptr<cairo_t, Free> cr(cairo_create(surface.get()));
        Tags tags(cr.get());
        for (const Document& document : documents) {
            for (const Sheet& sheet : lay_out(document, style))
                paint_sheet(surface.get(), cr.get(), sheet, style, tags);
        }
        check(cairo_status(cr.get()));
        figures = tags.figures();
        cairo_surface_finish(surface.get());
        check(cairo_surface_status(surface.get()));
    }
    return finish_pdf(bytes, {documents.front().language, documents.front().title, created, figures});
}

}  // namespace kiosk::page
