// SPDX-License-Identifier: Apache-2.0
#include "content/findings.hpp"

#include <map>
#include <set>

namespace kiosk::content {

namespace {

/// By row: the line that asks it, or excuses it.
using Rows = std::map<std::string, int>;

Rows asked_in(const Topic& topic) {
    Rows rows;
    for (const auto& sign : topic.signs)
        for (const auto& row : sign.evidence_rows) rows.emplace(row, sign.line);
    return rows;
}

Rows excused_in(const Findings& found) {
    Rows rows;
    for (const auto& [row, because, line] : found.topic.not_asked)
        if (!rows.emplace(row, line).second)
            found.error(line, "evidence row \"" + row + "\" is excused twice", "delete one <not-asked>");
    return rows;
}

void check_listed(const Findings& found, const std::set<std::string>& listed, const Rows& rows, const char* what) {
    for (const auto& [row, line] : rows)
        if (listed.count(row) == 0)
            found.error(line,
                        "evidence row \"" + row + "\" is " + what + ", but not listed in " + found.topic.evidence_file,
                        "mend the name, or add it there");
}

void check_signs(const Findings& found) {
    for (const auto& sign : found.topic.signs)
        if (sign.evidence_rows.empty())
            found.warning(sign.line, "sign \"" + sign.id + "\" names no row of the evidence file",
                          "write evidence=\"...\"");
}

}  // namespace

void check_evidence(const Findings& found) {
    const auto& topic = found.topic;
    const auto asked = asked_in(topic), excused = excused_in(found);
    std::set<std::string> listed;
    for (const auto& [row, least, by] : topic.evidence_rows) {
        listed.insert(row);
        if (asked.count(row) == 0 && excused.count(row) == 0)
            found.error(topic.check_line, "evidence row \"" + row + "\" is neither asked nor excused",
                        "ask it, or write <not-asked row=\"" + row + "\">because ...</not-asked>");
        else if (asked.count(row) != 0 && excused.count(row) != 0)
            found.error(excused.at(row), "evidence row \"" + row + "\" is asked and excused",
                        "delete this <not-asked>");
    }
    check_listed(found, listed, asked, "asked");
    check_listed(found, listed, excused, "excused");
    check_signs(found);
}

}  // namespace kiosk::content
