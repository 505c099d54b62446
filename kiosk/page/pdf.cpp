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

std::vector<std::vector<Sheet>> laid_out(const std::vector<Document>& documents, const Style& style,
                                         Numbering numbering) {
    std::vector<std::vector<Sheet>> all;
    int count = 0;
    for (const Document& document : documents) {
        all.push_back(lay_out(document, style));
        count += static_cast<int>(all.back().size());
    }
    if (numbering == Numbering::each) return all;
    int before = 0;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const int own = static_cast<int>(all[i].size());
        all[i] = lay_out(documents[i], style, {before, count - before - own});
        before += own;
    }
    return all;
}

/// Headings as a tree: those of the second level under the last of the first.
class Bookmarks {
public:
    explicit Bookmarks(cairo_surface_t* surface) : m_surface(surface) {}

    void add(const Sheet& sheet, int page) {
        for (const Item& item : sheet.marks->items) {
            if (item.kind != ItemKind::words || item.text.empty()) continue;
            if (item.tag == Tag::heading1) m_chapter = put(CAIRO_PDF_OUTLINE_ROOT, item.text, page);
            if (item.tag == Tag::heading2) put(m_chapter, item.text, page);
        }
    }

private:
    int put(int parent, const std::string& words, int page) const {
        const auto to = "page=" + std::to_string(page);
        const auto flags = static_cast<cairo_pdf_outline_flags_t>(0);
        return cairo_pdf_surface_add_outline(m_surface, parent, words.c_str(), to.c_str(), flags);
    }
    cairo_surface_t* m_surface;
    int m_chapter = CAIRO_PDF_OUTLINE_ROOT;
};

}  // namespace

std::string paint_pdf(const std::vector<Document>& documents, const Style& style, const std::string& created,
                      Numbering numbering) {
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
        Bookmarks bookmarks(surface.get());
        int page = 0;
        const auto sheets = laid_out(documents, style, numbering);
        for (std::size_t i = 0; i < documents.size(); ++i)
            for (const Sheet& sheet : sheets[i]) {
                paint_sheet(surface.get(), cr.get(), sheet, style, tags);
                if (documents[i].bookmarked) bookmarks.add(sheet, page + 1);
                ++page;
            }
        check(cairo_status(cr.get()));
        figures = tags.figures();
        cairo_surface_finish(surface.get());
        check(cairo_surface_status(surface.get()));
    }
    return finish_pdf(bytes, {documents.front().language, documents.front().title, created, figures});
}

}  // namespace kiosk::page
