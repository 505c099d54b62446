// SPDX-License-Identifier: Apache-2.0
#include "content/references.hpp"

#include "content/nearest.hpp"

#include <algorithm>

namespace kiosk::content {

bool References::is_new(const std::string& id, int line, Report& report) const {
    const auto found = m_entries.find(id);
    if (found == m_entries.end()) return true;
    report.error(line, "the " + m_kind + " id \"" + id + "\" is used twice",
                 "choose another, it is taken in line " + std::to_string(found->second.line));
    return false;
}

std::size_t References::add(const std::string& id, int line, Report& report) {
    if (!id.empty() && is_new(id, line, report)) m_entries[id] = {m_size, line, {}};
    return m_size++;
}

void References::reserve(const std::string& id, int line, std::string instead, Report& report) {
    if (!id.empty() && is_new(id, line, report)) m_entries[id] = {std::nullopt, line, std::move(instead)};
}

std::optional<std::size_t> References::find(const std::string& id, const Element& e, std::string_view attribute,
                                            Report& report) const {
    const auto found = m_entries.find(id);
    if (found != m_entries.end() && found->second.index) return found->second.index;
    const std::string name = '"' + std::string(attribute) + '"';
    std::string instead;
    if (found != m_entries.end()) {
        instead = found->second.instead;
    } else {
        Names known;
        for (const auto& [other, entry] : m_entries)
            if (entry.index) known.push_back(other);
        instead = instead_of(id, known);
    }
    if (m_entries.empty()) instead = "there is no " + m_kind + " in it";
    if (instead.empty()) instead = "write the id of a " + m_kind + " as it stands in the file";
    report.error(e.line, name + " names \"" + id + "\", which is no " + m_kind + " of this topic", instead);
    return std::nullopt;
}

std::vector<std::size_t> References::in(const Element& e, std::string_view attribute, Report& report) const {
    std::vector<std::size_t> result;
    for (const auto& id : list(e, attribute)) {
        const auto index = find(id, e, attribute, report);
        if (!index) continue;
        if (std::find(result.begin(), result.end(), *index) == result.end())
            result.push_back(*index);
        else
            report.error(e.line, '"' + std::string(attribute) + "\" names \"" + id + "\" twice", "once is enough");
    }
    return result;
}

}  // namespace kiosk::content
