// SPDX-License-Identifier: Apache-2.0
// screens/kiosk.xsd at work, by libxml2: what an XML editor of staff would say about a file.
#pragma once

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace kiosk::content {

using XmlDocument = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

/// Silent about what it does not like; nullptr where the text is no XML.
inline XmlDocument parse(const std::string& text) {
    constexpr int quiet = XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET;
    return {xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr, quiet), xmlFreeDoc};
}

class Schema {
public:
    Schema()
        : m_context(xmlSchemaNewParserCtxt(KIOSK_SOURCE "/screens/kiosk.xsd"), xmlSchemaFreeParserCtxt),
          m_schema(xmlSchemaParse(m_context.get()), xmlSchemaFree) {
        if (!m_schema) throw std::runtime_error("screens/kiosk.xsd is no schema");
    }

    /// Empty where the file is as it should be; else what is wrong.
    std::string problems(const std::string& text) const {
        const auto document = parse(text);
        if (!document) return "no XML\n";
        std::string found;
        const std::unique_ptr<xmlSchemaValidCtxt, decltype(&xmlSchemaFreeValidCtxt)> look(
            xmlSchemaNewValidCtxt(m_schema.get()), xmlSchemaFreeValidCtxt);
        xmlSchemaSetValidStructuredErrors(
            look.get(),
            [](void* to, auto* error) {
                *static_cast<std::string*>(to) += std::to_string(error->line) + ": " + error->message;
            },
            &found);
        const int code = xmlSchemaValidateDoc(look.get(), document.get());
        if (code < 0) throw std::runtime_error("libxml2 failed");
        return code == 0 ? "" : found.empty() ? "not valid\n" : found;
    }

private:
    std::unique_ptr<xmlSchemaParserCtxt, decltype(&xmlSchemaFreeParserCtxt)> m_context;
    std::unique_ptr<xmlSchema, decltype(&xmlSchemaFree)> m_schema;
};

}  // namespace kiosk::content
