// SPDX-License-Identifier: Apache-2.0
// An XLIFF file as a tree that is written back as it was read: libxml2 keeps white space between inline codes, line
// ends in attributes, comments and other tools' elements, which TinyXML-2 does not. Used by the reader and by the
// update only.
#pragma once

#include "content/report.hpp"

#include <libxml/tree.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content::xliff {

struct FreeTree {
    void operator()(xmlDoc* tree) const { xmlFreeDoc(tree); }
};
using Tree = std::unique_ptr<xmlDoc, FreeTree>;

/// Versions 2.0 and later of 2 share one name space. Nothing where the file is no such XLIFF; why stands in the report.
Tree parse(const std::string& text, Report&);
std::string written(const Tree&);

/// Whether it is this element of XLIFF itself, under whatever prefix.
bool is(const xmlNode*, const char* name);
std::vector<xmlNode*> children(const xmlNode*, const char* name);
/// Empty where it is not written.
std::string get(const xmlNode*, const char* attribute);
int line(const xmlNode*);

/// The words of a <source> or <target>, white space folded: inline codes are what they stand for ({page}), marks are
/// read through.
std::string words(const xmlNode*);

/// A unit's segments and what stands between them.
std::vector<xmlNode*> segments(const xmlNode* unit);

/// A new element of XLIFF, in the name space of `near`.
xmlNode* make(const xmlNode* near, const char* name);
void set_text(xmlNode*, const std::string&);
void set(xmlNode*, const char* attribute, const std::string& value);
void drop(xmlNode*, const char* attribute);
/// As the last child, on a line of its own; `level` steps in.
void append(xmlNode* parent, xmlNode* child, int level);
/// With the white space before it.
void remove(xmlNode*);

}  // namespace kiosk::content::xliff
