// SPDX-License-Identifier: Apache-2.0
#include "page/tags.hpp"

namespace kiosk::page {
namespace {

const char* tag_of(Tag tag) {
    switch (tag) {
        case Tag::heading1:
            return "H1";
        case Tag::heading2:
            return "H2";
        case Tag::heading3:
            return "H3";
        case Tag::artifact:
            return nullptr;
        default:
            return "P";
    }
}

}  // namespace

void Tags::begin(const char* tag) {
    cairo_tag_begin(m_cr, tag, nullptr);
}

void Tags::end(const char* tag) {
    cairo_tag_end(m_cr, tag);
}

void Tags::open_item() {
    if (!m_in_list) begin("L");
    m_in_list = true;
    if (m_in_item) end("LI");
    begin("LI");
    m_in_item = true;
    m_has_body = false;
}

void Tags::close_item() {
    if (m_in_item) end("LI");
    m_in_item = m_has_body = false;
}

void Tags::close() {
    close_item();
    if (m_in_list) end("L");
    m_in_list = false;
}

/// A number or bullet begins an item; the words that follow are its body.
void Tags::label(const Structure& structure) {
    if (!structure.begins) return end("Lbl");
    open_item();
    begin("Lbl");
}

void Tags::words(const Structure& structure) {
    if (structure.tag == Tag::list_item) {
        if (!structure.begins) return end("LBody");
        if (!m_in_item || m_has_body) open_item();
        m_has_body = true;
        return begin("LBody");
    }
    const char* tag = tag_of(structure.tag);
    if (!tag) return;
    if (!structure.begins) return end(tag);
    close();
    begin(tag);
}

void Tags::mark(const Structure& structure) {
    switch (structure.what) {
        case Structure::What::words:
            return words(structure);
        case Structure::What::label:
            return label(structure);
        case Structure::What::figure:
            break;
    }
    if (!structure.begins) return end("Figure");
    close();
    begin("Figure");
    m_figures.push_back(structure.alt);
}

}  // namespace kiosk::page
