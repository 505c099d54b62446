// SPDX-License-Identifier: Apache-2.0
#include "content/element.hpp"

#include "content/nearest.hpp"

#include <algorithm>
#include <sstream>

namespace kiosk::content {

namespace {

bool among(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string tag(std::string_view name) {
    return '<' + std::string(name) + '>';
}
std::string quoted(std::string_view text) {
    return '"' + std::string(text) + '"';
}

/// The beginning of a text, never cut inside a character.
std::string beginning(const std::string& text) {
    std::size_t end = std::min<std::size_t>(text.size(), 30);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + (end < text.size() ? "..." : "");
}

void only_attributes(const Element& e, const Names& names, Report& report) {
    for (const auto& [name, value] : e.attributes) {
        if (among(names, name)) continue;
        const auto instead = names.empty() ? "it has none" : instead_of(name, names);
        report.error(e.line, tag(e.name) + " has no attribute " + quoted(name), instead);
    }
}

}  // namespace

void only(const Element& e, const Names& attributes, const Names& children, Report& report) {
    only_attributes(e, attributes, report);
    for (const auto& child : e.children) {
        if (among(children, child.name)) continue;
        const auto instead = children.empty() ? "it is empty" : instead_of(child.name, children, "<", ">");
        report.error(child.line, tag(e.name) + " holds no " + tag(child.name), instead);
    }
    if (e.text.empty()) return;
    report.error(e.line, quoted(beginning(e.text)) + " stands in " + tag(e.name) + " outside any element of it",
                 children.empty() ? "it is empty" : instead_of("", children, "<", ">"));
}

void only_words(const Element& e, const Names& attributes, Report& report) {
    only_attributes(e, attributes, report);
    for (const auto& child : e.children)
        report.error(child.line, tag(e.name) + " holds words only, not " + tag(child.name), "write the words alone");
}

const std::string* attribute(const Element& e, std::string_view name) {
    for (const auto& a : e.attributes)
        if (a.name == name) return &a.value;
    return nullptr;
}

std::string may(const Element& e, std::string_view name) {
    const auto* value = attribute(e, name);
    return value ? *value : "";
}

std::string need(const Element& e, std::string_view name, Report& report) {
    const auto* value = attribute(e, name);
    const auto write = "write " + std::string(name) + "=\"...\"";
    if (!value) report.error(e.line, tag(e.name) + " needs the attribute " + quoted(name), write);
    if (value && value->empty()) report.error(e.line, quoted(name) + " of " + tag(e.name) + " is empty", write);
    return value ? *value : "";
}

std::vector<std::string> list(const Element& e, std::string_view name) {
    std::istringstream words(may(e, name));
    std::vector<std::string> result;
    for (std::string word; words >> word;) result.push_back(word);
    return result;
}

std::vector<const Element*> all(const Element& e, std::string_view name) {
    std::vector<const Element*> found;
    for (const auto& child : e.children)
        if (child.name == name) found.push_back(&child);
    return found;
}

const Element* one(const Element& e, std::string_view name, Report& report) {
    const auto found = all(e, name);
    for (std::size_t i = 1; i < found.size(); ++i)
        report.error(found[i]->line, "a second " + tag(name) + " in " + tag(e.name),
                     "one is enough, the first is in line " + std::to_string(found.front()->line));
    return found.empty() ? nullptr : found.front();
}

const Element* need_one(const Element& e, std::string_view name, Report& report) {
    const auto* found = one(e, name, report);
    if (!found) report.error(e.line, tag(e.name) + " needs " + tag(name), "write it inside " + tag(e.name));
    return found;
}

Text plain_text(std::string words) {
    if (words.empty()) return {};
    return {{std::move(words)}};
}

namespace {
Text in_all(std::string own, const Element& e, std::string_view name) {
    Text text = plain_text(std::move(own));
    const auto found = e.in.find(name);
    if (!text.empty() && found != e.in.end()) text.in.insert(text.in.end(), found->second.begin(), found->second.end());
    return text;
}
}  // namespace

Text text_of(const Element& e) {
    return in_all(e.text, e, "");
}

Text text_of(const Element& e, std::string_view attribute) {
    return in_all(may(e, attribute), e, attribute);
}

Text words(const Element& e, const Names& attributes, Report& report) {
    only_words(e, attributes, report);
    if (e.text.empty() && e.children.empty()) report.error(e.line, tag(e.name) + " is empty", "write its words");
    return text_of(e);
}

Text may_words(const Element& e, std::string_view child, Report& report) {
    const auto* found = one(e, child, report);
    return found ? words(*found, {}, report) : Text{};
}

Text need_words(const Element& e, std::string_view child, Report& report) {
    const auto* found = need_one(e, child, report);
    return found ? words(*found, {}, report) : Text{};
}

std::vector<Text> all_words(const Element& e, std::string_view child, Report& report) {
    std::vector<Text> result;
    for (const auto* found : all(e, child)) result.push_back(words(*found, {}, report));
    return result;
}

Text attribute_words(const Element& e, std::string_view name, Report& report) {
    if (attribute(e, name)) need(e, name, report);
    return text_of(e, name);
}

}  // namespace kiosk::content
