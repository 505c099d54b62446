// SPDX-License-Identifier: Apache-2.0
#include "content/xml_reader.hpp"

#include "content/utf8.hpp"
#include "content/xml_form.hpp"

#include <tinyxml2.h>

namespace kiosk::content {

namespace {

std::string sentence(tinyxml2::XMLError error) {
    switch (error) {
        case tinyxml2::XML_ERROR_PARSING_ATTRIBUTE:
            return "an attribute is not written as name=\"value\", or written twice";
        case tinyxml2::XML_ERROR_PARSING_ELEMENT:
            return "a tag is not written as <name> or </name>";
        case tinyxml2::XML_ERROR_PARSING_DECLARATION:
            return "<?xml ...?> may stand at the very start only";
        case tinyxml2::XML_ERROR_MISMATCHED_ELEMENT:
            return "a tag is not closed, or closed by another name";
        case tinyxml2::XML_ELEMENT_DEPTH_EXCEEDED:
            return "elements nested too deep";
        default:
            return "this is not well-formed XML";
    }
}

void check_characters(std::string_view value, int line, Report& report) {
    if (const auto bad = unfit_character(value))
        report.error(line, "the character " + *bad + " cannot be shown",
                     "delete it, or write the letter that was meant");
}

/// The parser refuses a second one of the same name.
void take_attributes(const tinyxml2::XMLElement& from, Element& to, Report& report) {
    for (const auto* a = from.FirstAttribute(); a; a = a->Next()) {
        check_characters(a->Value(), a->GetLineNum(), report);
        to.attributes.push_back({a->Name(), folded(a->Value())});
    }
}

/// As deep as xml_form allows.
Element element(const tinyxml2::XMLElement& from, Report& report) {
    Element to{from.Name(), from.GetLineNum(), {}, {}, {}};
    take_attributes(from, to, report);
    std::string text;
    for (const auto* node = from.FirstChild(); node; node = node->NextSibling()) {
        if (const auto* child = node->ToElement()) to.children.push_back(element(*child, report));
        if (const auto* words = node->ToText()) text += words->Value();
    }
    check_characters(text, to.line, report);
    to.text = folded(text);
    return to;
}

/// Where an XML editor finds the schema; no matter to us.
void leave_schema_out(Element& root) {
    std::erase_if(root.attributes, [](const Attribute& a) {
        return a.name == "xmlns:xsi" || a.name == "xsi:noNamespaceSchemaLocation";
    });
}

/// The one element of the document, with nothing but comments and <?...?> around it.
const tinyxml2::XMLElement* only_root(const tinyxml2::XMLDocument& document, Report& report) {
    const tinyxml2::XMLElement* root = document.RootElement();
    if (!root) report.error(0, "there is no element in this file", "it was emptied or cut off");
    for (const auto* node = document.FirstChild(); node && root; node = node->NextSibling()) {
        if (node == root || node->ToComment() || node->ToDeclaration()) continue;
        report.error(node->GetLineNum(), "something stands outside <" + std::string(root->Name()) + ">",
                     "a file holds one element and nothing beside it");
        return nullptr;
    }
    return root;
}

bool is_text(const std::string& text, Report& report) {
    if (const auto bad = not_utf8_at(text)) {
        report.error(line_of(text, *bad), "this line is not UTF-8", "save the file as UTF-8");
        return false;
    }
    if (const auto nul = text.find('\0'); nul != std::string::npos) {
        report.error(line_of(text, nul), "a byte of value 0", "save the file as plain text in UTF-8");
        return false;
    }
    if (!is_blank(text)) return true;
    report.error(0, "the file is empty", "restore it from your copy");
    return false;
}

}  // namespace

std::optional<std::string> sound_xml(const std::string& text, Report& report) {
    static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    const bool marked = text.starts_with(byte_order_mark);
    std::string plain = marked ? text.substr(byte_order_mark.size()) : text;
    if (!is_text(plain, report) || !sound_form(plain, report)) return std::nullopt;
    return plain;
}

std::optional<Element> read_xml(const std::string& text, Report& report) {
    const auto plain = sound_xml(text, report);
    if (!plain) return std::nullopt;
    tinyxml2::XMLDocument document;
    if (const auto error = document.Parse(plain->data(), plain->size()); error != tinyxml2::XML_SUCCESS) {
        if (error == tinyxml2::XML_ERROR_EMPTY_DOCUMENT)
            report.error(0, "there is no element in this file", "it was emptied or cut off");
        else
            report.error(document.ErrorLineNum(), sentence(error), "mend this line");
        return std::nullopt;
    }
    const auto* root = only_root(document, report);
    if (!root) return std::nullopt;
    Element whole = element(*root, report);
    leave_schema_out(whole);
    return whole;
}

std::optional<Element> read_xml(const std::string& text, std::string_view root, Report& report) {
    auto element = read_xml(text, report);
    if (element && element->name != root) {
        report.error(element->line, "the file holds <" + element->name + ">",
                     "<" + std::string(root) + "> belongs here");
        return std::nullopt;
    }
    return element;
}

}  // namespace kiosk::content
