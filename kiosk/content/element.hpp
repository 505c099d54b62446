// SPDX-License-Identifier: Apache-2.0
// One element of an XML file as the author wrote it, with its line, and the questions every reader asks of it. A
// question with no good answer puts a problem into the report and answers with something harmless.
#pragma once

#include "content/content.hpp"
#include "content/report.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kiosk::content {

struct Attribute {
    std::string name, value;
};

struct Element {
    std::string name;
    int line = 0;
    std::vector<Attribute> attributes;
    std::vector<Element> children;
    std::string text;  ///< all of its own text in one, white space folded
    /// Its text, under "", and its attributes, by name, in the clinic's other languages: LanguageId 1 stands first.
    std::map<std::string, std::vector<std::string>, std::less<>> in{};
};

using Names = std::vector<std::string_view>;

/// Reports every attribute and child element that is not in these lists, and text between the children.
void only(const Element&, const Names& attributes, const Names& children, Report&);
/// The same for an element that holds words and nothing else.
void only_words(const Element&, const Names& attributes, Report&);

/// nullptr where it is not written.
const std::string* attribute(const Element&, std::string_view name);
/// Empty where it is not written.
std::string may(const Element&, std::string_view name);
/// Reported where it is missing or empty.
std::string need(const Element&, std::string_view name, Report&);
/// The attribute's words split at white space.
std::vector<std::string> list(const Element&, std::string_view name);

/// Children of that name, in order.
std::vector<const Element*> all(const Element&, std::string_view name);
/// The one child of that name; reported where there are several. nullptr where there is none.
const Element* one(const Element&, std::string_view name, Report&);
/// The same; reported where there is none.
const Element* need_one(const Element&, std::string_view name, Report&);

/// The element's words; `attributes` may stand on it. Reported where there are none.
Text words(const Element&, const Names& attributes, Report&);
/// The words of a child that may be missing, must be there, or may be there many times.
Text may_words(const Element&, std::string_view child, Report&);
Text need_words(const Element&, std::string_view child, Report&);
std::vector<Text> all_words(const Element&, std::string_view child, Report&);
/// The words of an attribute; empty where it is not written, reported where it is written empty.
Text attribute_words(const Element&, std::string_view name, Report&);
/// In all languages of the clinic.
Text text_of(const Element&);
/// The same of an attribute; empty where it is not written.
Text text_of(const Element&, std::string_view attribute);
Text plain_text(std::string words);

}  // namespace kiosk::content
