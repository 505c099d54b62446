// SPDX-License-Identifier: Apache-2.0
#include "content/interface_reader.hpp"

#include "content/nearest.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <sstream>

namespace kiosk::content {

namespace {

using Placeholders = std::set<std::string>;

std::string in_braces(const Placeholders& names) {
    std::string result;
    for (const auto& name : names) result += (result.empty() ? "{" : ", {") + name + "}";
    return result;
}

/// The names in braces; nothing where a brace stands alone.
std::optional<Placeholders> placeholders_in(const std::string& text) {
    Placeholders found;
    for (std::size_t at = 0; (at = text.find_first_of("{}", at)) != std::string::npos;) {
        const auto end = text.find_first_of("{}", at + 1);
        if (text[at] == '}' || end == std::string::npos || text[end] == '{' || end == at + 1) return std::nullopt;
        found.insert(text.substr(at + 1, end - at - 1));
        at = end + 1;
    }
    return found;
}

Placeholders expected_in(const InterfaceName& name) {
    std::istringstream words{std::string(name.placeholders)};
    Placeholders names;
    for (std::string word; words >> word;) names.insert(word);
    return names;
}

void check_placeholders(const Element& e, const InterfaceName& name, Report& report) {
    const auto expected = expected_in(name);
    const auto found = placeholders_in(e.text);
    const auto about = "\"" + std::string(name.name) + "\" ";
    const auto instead = expected.empty() ? "this text has no {...}" : "its places are " + in_braces(expected);
    if (!found) return report.error(e.line, about + "has a brace that opens or closes nothing", instead);
    for (const auto& place : *found)
        if (expected.count(place) == 0) report.error(e.line, about + "has no place {" + place + "}", instead);
    for (const auto& place : expected)
        if (found->count(place) == 0) report.error(e.line, about + "lacks {" + place + "}", instead);
}

class Interface {
public:
    Interface(std::span<const InterfaceName> expected, Report& report) : m_expected(expected), m_report(report) {}

    void take(const Element& e) {
        const std::string name = need(e, "name", m_report);
        only_words(e, {"name"}, m_report);
        if (name.empty()) return;
        if (e.text.empty()) m_report.error(e.line, "\"" + name + "\" has no words", "write them inside <text>");
        const auto known = std::find_if(m_expected.begin(), m_expected.end(), [&](auto& n) { return n.name == name; });
        if (known == m_expected.end()) return unknown(e, name);
        if (const auto [first, is_new] = m_lines.emplace(name, e.line); !is_new)
            return m_report.error(e.line, "\"" + name + "\" is written twice",
                                  "delete one, the first is in line " + std::to_string(first->second));
        if (!e.text.empty()) check_placeholders(e, *known, m_report);
        m_texts[name] = plain_text(e.text);
    }

    std::map<std::string, Text> whole(const Element& root) {
        for (const auto& [name, places] : m_expected)
            if (m_lines.count(std::string(name)) == 0)
                m_report.error(root.line, "the text \"" + std::string(name) + "\" is missing",
                               "write <text name=\"" + std::string(name) + "\">...</text>");
        return std::move(m_texts);
    }

private:
    void unknown(const Element& e, const std::string& name) {
        Names names;
        for (const auto& n : m_expected) names.push_back(n.name);
        const auto near = nearest(name, names);
        m_report.error(e.line, "no screen or paper uses a text \"" + name + "\"",
                       near.empty() ? "delete it" : "did you mean \"" + near + "\"?");
    }

    std::span<const InterfaceName> m_expected;
    Report& m_report;
    std::map<std::string, int> m_lines;
    std::map<std::string, Text> m_texts;
};

}  // namespace

std::map<std::string, Text> read_interface(const Element& root, std::span<const InterfaceName> expected,
                                           Report& report) {
    only(root, {}, {"text"}, report);
    Interface interface(expected, report);
    for (const auto* e : all(root, "text")) interface.take(*e);
    return interface.whole(root);
}

}  // namespace kiosk::content
