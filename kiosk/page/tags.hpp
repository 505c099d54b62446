// SPDX-License-Identifier: Apache-2.0
// The structure of a tagged PDF, written while the text is painted: headings, paragraphs, lists, figures.
#pragma once

#include "page/marks.hpp"

#include <string>
#include <vector>

#include <cairo.h>

namespace kiosk::page {

class Tags {
public:
    explicit Tags(cairo_t* cr) : m_cr(cr) {}

    void mark(const Structure&);
    /// Ends a list that is open: before a page or a document ends.
    void close();
    /// What the figures show, in the order of the structure.
    const std::vector<std::string>& figures() const { return m_figures; }

private:
    void begin(const char* tag);
    void end(const char* tag);
    void open_item();
    void close_item();
    void words(const Structure&);
    void label(const Structure&);

    cairo_t* m_cr;
    bool m_in_list = false, m_in_item = false, m_has_body = false;
    std::vector<std::string> m_figures;
};

}  // namespace kiosk::page
