// SPDX-License-Identifier: Apache-2.0
#include "content/interface_reader.hpp"

#include "content/nearest.hpp"
#include "content/placeholders.hpp"

#include <algorithm>
#include <sstream>

namespace kiosk::content {

namespace {

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
        m_texts[name] = text_of(e);
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
