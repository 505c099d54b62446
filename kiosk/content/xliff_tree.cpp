// SPDX-License-Identifier: Apache-2.0
#include "content/xliff_tree.hpp"

#include "content/utf8.hpp"
#include "content/xml_reader.hpp"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <charconv>
#include <cstring>

namespace kiosk::content::xliff {

namespace {

constexpr const char* name_space = "urn:oasis:names:tc:xliff:document:2.0";
constexpr std::string_view older_name_spaces = "urn:oasis:names:tc:xliff:document:1";

struct FreeParser {
    void operator()(xmlParserCtxt* parser) const { xmlFreeParserCtxt(parser); }
};

const xmlChar* chars(const char* text) {
    return reinterpret_cast<const xmlChar*>(text);
}

std::string string(const xmlChar* text) {
    return text ? reinterpret_cast<const char*>(text) : "";
}

bool is_text(const xmlNode* node) {
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

bool is_blank(const xmlNode* node) {
    return node && node->type == XML_TEXT_NODE && content::is_blank(string(node->content));
}

bool is_xliff(const xmlNode* root, Report& report) {
    if (is(root, "xliff")) return true;
    const std::string space = root->ns ? string(root->ns->href) : "";
    const bool older = string(root->name) == "xliff" && space.starts_with(older_name_spaces);
    report.error(line(root), older ? "this is XLIFF 1" : "the file holds <" + string(root->name) + ">, not <xliff>",
                 older ? "save it as XLIFF 2.0" : "an XLIFF 2.0 file belongs here, as `kiosk translate` writes it");
    return false;
}

/// <cp hex="00A0"/>: a character that XML cannot hold, or that was hard to see.
std::string character(const xmlNode* e) {
    const std::string hex = get(e, "hex");
    unsigned code = 0;
    std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
    xmlChar bytes[8] = {};
    return code > 0 && code < 0x110000
               ? std::string(reinterpret_cast<char*>(bytes),
                             static_cast<std::size_t>(xmlCopyCharMultiByte(bytes, static_cast<int>(code))))
               : "";
}

void add_words(const xmlNode* e, std::string& to) {
    for (const auto* child = e->children; child; child = child->next) {
        if (is_text(child)) to += string(child->content);
        if (child->type != XML_ELEMENT_NODE) continue;
        if (is(child, "cp")) {
            to += character(child);
        } else if (is(child, "ph")) {
            const std::string stands_for = get(child, "equiv");
            to += stands_for.empty() ? get(child, "disp") : stands_for;
        } else {
            add_words(child, to);
        }
    }
}

std::string step(int level) {
    return '\n' + std::string(2 * static_cast<std::size_t>(level), ' ');
}

}  // namespace

Tree parse(const std::string& text, Report& report) {
    [[maybe_unused]] static const bool begun = (xmlInitParser(), true);  // once: several are read at a time
    const auto plain = sound_xml(text, report);
    if (!plain) return {};
    const std::unique_ptr<xmlParserCtxt, FreeParser> parser(xmlNewParserCtxt());
    Tree tree(xmlCtxtReadMemory(parser.get(), plain->data(), static_cast<int>(plain->size()), nullptr, "UTF-8",
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES));
    if (!tree || !xmlDocGetRootElement(tree.get())) {
        report.error(parser->lastError.line, "this is not well-formed XML", "mend this line");
        return {};
    }
    return is_xliff(xmlDocGetRootElement(tree.get()), report) ? std::move(tree) : Tree{};
}

std::string written(const Tree& tree) {
    xmlChar* bytes = nullptr;
    int size = 0;
    xmlDocDumpMemoryEnc(tree.get(), &bytes, &size, "UTF-8");
    std::string text(reinterpret_cast<char*>(bytes), static_cast<std::size_t>(size));
    xmlFree(bytes);
    return text;
}

bool is(const xmlNode* node, const char* name) {
    return node && node->type == XML_ELEMENT_NODE && node->ns && xmlStrEqual(node->name, chars(name)) &&
           xmlStrEqual(node->ns->href, chars(name_space));
}

std::vector<xmlNode*> children(const xmlNode* node, const char* name) {
    std::vector<xmlNode*> found;
    for (auto* child = node->children; child; child = child->next)
        if (is(child, name)) found.push_back(child);
    return found;
}

std::string get(const xmlNode* node, const char* attribute) {
    auto* value = xmlGetNoNsProp(node, chars(attribute));
    const std::string text = string(value);
    xmlFree(value);
    return text;
}

int line(const xmlNode* node) {
    return static_cast<int>(xmlGetLineNo(node));
}

std::string words(const xmlNode* e) {
    std::string text;
    add_words(e, text);
    return folded(text);
}

std::vector<xmlNode*> segments(const xmlNode* unit) {
    std::vector<xmlNode*> found;
    for (auto* child = unit->children; child; child = child->next)
        if (is(child, "segment") || is(child, "ignorable")) found.push_back(child);
    return found;
}

xmlNode* make(const xmlNode* near, const char* name) {
    return xmlNewDocNode(near->doc, near->ns, chars(name), nullptr);
}

void set_text(xmlNode* node, const std::string& text) {
    while (auto* child = node->children) {
        xmlUnlinkNode(child);
        xmlFreeNode(child);
    }
    xmlAddChild(node, xmlNewDocText(node->doc, chars(text.c_str())));
}

void set(xmlNode* node, const char* attribute, const std::string& value) {
    xmlSetProp(node, chars(attribute), chars(value.c_str()));
}

void drop(xmlNode* node, const char* attribute) {
    xmlUnsetProp(node, chars(attribute));
}

void append(xmlNode* parent, xmlNode* child, int level) {
    if (is_blank(parent->last)) {
        auto* blank = parent->last;
        xmlUnlinkNode(blank);
        xmlFreeNode(blank);
    }
    xmlAddChild(parent, xmlNewDocText(parent->doc, chars(step(level).c_str())));
    xmlAddChild(parent, child);
    xmlAddChild(parent, xmlNewDocText(parent->doc, chars(step(level - 1).c_str())));
}

void remove(xmlNode* node) {
    if (is_blank(node->prev)) {
        auto* blank = node->prev;
        xmlUnlinkNode(blank);
        xmlFreeNode(blank);
    }
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

}  // namespace kiosk::content::xliff
