// SPDX-License-Identifier: Apache-2.0
#include "content/findings.hpp"

#include <algorithm>
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

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Another sign that asks the same row does not stand for one that is lost: each finds other patients.
void check_askers(const Findings& found, const EvidenceRow& row) {
    for (const auto& id : row.asked_by) {
        const auto sign = found.topic.sign(id);
        if (!sign)
            found.error_in_evidence(row.line,
                                    '"' + id + "\" is not asked any more, and row \"" + row.id + "\" counts on it",
                                    "put it back, or have a clinician take it out of asked-by");
        else if (!holds(found.topic[*sign].evidence_rows, row.id))
            found.error_in_evidence(
                row.line, '"' + id + "\" does not name row \"" + row.id + "\" any more, which counts on it",
                "write it into its evidence=\"...\" again, or have a clinician take it out of asked-by");
    }
    for (const auto& sign : found.topic.signs)
        if (holds(sign.evidence_rows, row.id) && !holds(row.asked_by, sign.id))
            found.error(sign.line, '"' + sign.id + "\" asks row \"" + row.id + "\", which does not list it",
                        "write " + sign.id + " into asked-by of that row in " + found.topic.evidence_file +
                            ", or mend the row");
}

void check_known(const Findings& found, int line, const char* what, const std::vector<std::string>& names) {
    for (const auto& name : names)
        if (!found.topic.sign(name))
            found.error_in_evidence(line, '"' + name + "\" is not asked any more, and " + what + " counts on it",
                                    "put it back, or have a clinician take it out here");
}

/// A rule or a gate of the evidence that names a sign nobody asks would guard nobody.
void check_names(const Findings& found) {
    for (const auto& row : found.topic.evidence_rows)
        for (const auto& rule : row.together)
            for (const auto* names : {&rule.all, &rule.any}) check_known(found, rule.line, "this <together>", *names);
    for (const auto& gate : found.topic.gates)
        for (const auto* names : {&gate.withhold, &gate.ask_first, &gate.only_if})
            check_known(found, gate.line, "this <gate>", *names);
}

/// Every handout ends with when to get help: what must be told there is told, and as urgent as it is.
void check_told(const Findings& found, const EvidenceRow& row) {
    const GetHelp* most = nullptr;
    for (const auto& help : found.topic.get_help)
        if (holds(help.rows, row.id) && (most == nullptr || help.when > most->when)) most = &help;
    if (row.get_help && most == nullptr)
        found.error_in_evidence(row.line, "no <get-help> tells row \"" + row.id + "\" any more, which counts on it",
                                "put it back, or have a clinician take out get-help=\"yes\"");
    if (most != nullptr && most->when < row.least)
        found.error(most->line,
                    "this <get-help> tells row \"" + row.id + "\" of the evidence, which is " +
                        urgency_name(row.least) + ", as less urgent",
                    std::string("write when=\"") + (row.least == Urgency::emergency ? "now" : "today") + '"');
    if (most != nullptr && !row.get_help)
        found.error(most->line, "this <get-help> tells row \"" + row.id + "\", which does not say so",
                    "write get-help=\"yes\" at that row in " + found.topic.evidence_file);
}

void check_get_help(const Findings& found, const std::set<std::string>& listed) {
    for (const auto& row : found.topic.evidence_rows) check_told(found, row);
    for (const auto& help : found.topic.get_help) {
        if (help.rows.empty() && help.when >= Urgency::today)
            found.error(help.line, "this <get-help> names no row of the evidence",
                        "write evidence=\"...\", so that it cannot be lost or told as less urgent");
        for (const auto& row : help.rows)
            if (listed.count(row) == 0)
                found.error(help.line, "evidence row \"" + row + "\" is not listed in " + found.topic.evidence_file,
                            "mend the name, or add it there");
    }
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
    for (const auto& evidence : topic.evidence_rows) {
        const auto& row = evidence.id;
        listed.insert(row);
        check_askers(found, evidence);
        if (evidence.asked_by.empty() && asked.count(row) == 0 && excused.count(row) == 0)
            found.error(topic.check_line, "evidence row \"" + row + "\" is neither asked nor excused",
                        "ask it, or write <not-asked row=\"" + row + "\">because ...</not-asked>");
        else if (asked.count(row) != 0 && excused.count(row) != 0)
            found.error(excused.at(row), "evidence row \"" + row + "\" is asked and excused",
                        "delete this <not-asked>");
    }
    check_listed(found, listed, asked, "asked");
    check_listed(found, listed, excused, "excused");
    check_names(found);
    check_get_help(found, listed);
    check_signs(found);
}

}  // namespace kiosk::content
