// SPDX-License-Identifier: Apache-2.0
#include "page/pdf_finish.hpp"

#include <memory>
#include <stdexcept>

// qpdf 11 warns unless told which smart pointer is meant:
// https://qpdf.readthedocs.io/en/stable/design.html#smart-pointers
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

namespace kiosk::page {
namespace {

std::string escaped(const std::string& text) {
    std::string xml;
    for (const char c : text) {
        switch (c) {
            case '&':
                xml += "&amp;";
                break;
            case '<':
                xml += "&lt;";
                break;
            case '>':
                xml += "&gt;";
                break;
            default:
                xml += c;
        }
    }
    return xml;
}

/// Title, language and date. It does not claim PDF/UA: nobody has checked that.
std::string xmp(const PdfFacts& facts) {
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "  <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
           " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
           "   <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           escaped(facts.title) +
           "</rdf:li></rdf:Alt></dc:title>\n"
           "   <dc:language><rdf:Bag><rdf:li>" +
           escaped(facts.language) +
           "</rdf:li></rdf:Bag></dc:language>\n"
           "   <xmp:CreateDate>" +
           escaped(facts.created) +
           "</xmp:CreateDate>\n"
           "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

/// Walks the structure in order and gives each figure its words.
void name_figures(QPDFObjectHandle element, const std::vector<std::string>& figures, std::size_t& next) {
    if (!element.isDictionary()) return;
    auto kind = element.getKey("/S");
    if (kind.isName() && kind.getName() == "/Figure" && next < figures.size()) {
        element.replaceKey("/Alt", QPDFObjectHandle::newUnicodeString(figures[next++]));
    }
    auto children = element.getKey("/K");
    if (children.isDictionary()) name_figures(children, figures, next);
    if (!children.isArray()) return;
    for (int i = 0; i < children.getArrayNItems(); ++i) name_figures(children.getArrayItem(i), figures, next);
}

/// The structure's root holds one element, the document, and that holds the rest.
void add_document(QPDF& pdf, QPDFObjectHandle root) {
    auto document = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    document.replaceKey("/Type", QPDFObjectHandle::newName("/StructElem"));
    document.replaceKey("/S", QPDFObjectHandle::newName("/Document"));
    document.replaceKey("/P", root);
    auto children = root.getKey("/K");
    if (!children.isArray()) {
        auto one = QPDFObjectHandle::newArray();
        if (!children.isNull()) one.appendItem(children);
        children = one;
    }
    for (int i = 0; i < children.getArrayNItems(); ++i) children.getArrayItem(i).replaceKey("/P", document);
    document.replaceKey("/K", children);
    root.replaceKey("/K", document);
}

void describe(QPDF& pdf, const PdfFacts& facts) {
    auto root = pdf.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newString(facts.language));
    auto marked = QPDFObjectHandle::newDictionary();
    marked.replaceKey("/Marked", QPDFObjectHandle::newBool(true));
    root.replaceKey("/MarkInfo", marked);
    auto preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
    auto metadata = QPDFObjectHandle::newStream(&pdf, xmp(facts));
    auto dictionary = metadata.getDict();
    dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    root.replaceKey("/Metadata", metadata);
    for (QPDFObjectHandle page : pdf.getAllPages()) page.replaceKey("/Tabs", QPDFObjectHandle::newName("/S"));
    std::size_t next = 0;
    if (auto structure = root.getKey("/StructTreeRoot"); structure.isDictionary()) {
        name_figures(structure, facts.figures, next);
        add_document(pdf, structure);
    }
    if (next != facts.figures.size()) throw std::logic_error("a figure of the PDF has no place in its structure");
}

}  // namespace

std::string finish_pdf(const std::string& bytes, const PdfFacts& facts) {
    QPDF pdf;
    pdf.processMemoryFile("painted", bytes.data(), bytes.size());
    describe(pdf, facts);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setStreamDataMode(qpdf_s_compress);
    writer.write();
    const std::unique_ptr<Buffer> buffer(writer.getBuffer());
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace kiosk::page
