// SPDX-License-Identifier: Apache-2.0
#include "content/findings.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace kiosk::content {

namespace {

using Rows = std::map<std::string, EvidenceRow>;

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_asked_together(const EvidenceRow& row, const std::string& sign) {
    return std::any_of(row.together.begin(), row.together.end(),
                       [&](const auto& rule) { return holds(rule.all, sign) || holds(rule.any, sign); });
}

bool says_why(const std::string& lowered) {
    return std::count(lowered.begin(), lowered.end(), ' ') >= 2;
}

/// Told, never passed over: a sign lowered on purpose is repeated, one that is too low by oversight is an error.
void check_row(const Findings& found, const Sign& sign, const EvidenceRow& row) {
    const auto asks =
        "\"" + sign.id + "\" asks row \"" + row.id + "\" of the evidence, which is " + urgency_name(row.least);
    const auto raises = ", and raises only " + urgency_name(sign.urgency);
    if (sign.lowered.empty())
        found.error(sign.line, asks + raises,
                    "write urgency=\"" + urgency_name(row.least) + "\", or say why not: lowered=\"...\"");
    else if (!says_why(sign.lowered))
        found.error(sign.line, asks + raises + ", and lowered=\"" + sign.lowered + "\" does not say why",
                    "write a sentence that a clinician can judge");
    else if (row.least == Urgency::emergency)
        found.warning(sign.line, asks + raises + ": " + sign.lowered, "have a clinician agree, or delete lowered");
    else
        found.note(sign.line, asks + raises + ": " + sign.lowered);
}

/// Else a row that was lowered would be seen by nobody.
void check_not_above(const Findings& found, const Sign& sign, const Rows& rows) {
    std::optional<Urgency> most;
    for (const auto& name : sign.evidence_rows)
        if (const auto row = rows.find(name); row != rows.end())
            most = std::max(most, std::optional(row->second.least));
    if (most && sign.urgency > *most)
        found.warning(
            sign.line,
            '"' + sign.id + "\" raises " + urgency_name(sign.urgency) + ", and its evidence only " +
                urgency_name(*most),
            "have a clinician mend least in " + found.topic.evidence_file + ", or name the row that is meant");
}

void check_sign(const Findings& found, const Sign& sign, const Rows& rows) {
    check_not_above(found, sign, rows);
    bool too_low = false;
    for (const auto& name : sign.evidence_rows) {
        const auto row = rows.find(name);
        if (row == rows.end() || sign.urgency >= row->second.least || is_asked_together(row->second, sign.id)) continue;
        too_low = true;
        check_row(found, sign, row->second);
    }
    if (!too_low && !sign.lowered.empty())
        found.error(sign.line, "\"" + sign.id + "\" is as urgent as its evidence and says why it is lowered",
                    "delete lowered");
}

/// What these signs raise, if they and no others are raised.
Urgency raised_by(const Topic& topic, const std::set<SignId>& signs) {
    const auto raised = [&](SignId sign) { return signs.count(sign) != 0; };
    auto most = Urgency::none;
    for (const auto sign : signs) most = std::max(most, topic[sign].urgency);
    for (const auto& rule : topic.together)
        if (std::all_of(rule.all.begin(), rule.all.end(), raised) &&
            (rule.any.empty() || std::any_of(rule.any.begin(), rule.any.end(), raised)))
            most = std::max(most, rule.urgency);
    return most;
}

std::string in_quotes(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "\"" : " and \"") + name + '"';
    return text;
}

/// The fewest answers that make a row of the evidence true raise what it says, whichever rule does it.
void check_together(const Findings& found, const EvidenceRow& row, const EvidenceRow::Together& rule) {
    for (std::size_t i = 0; i < std::max<std::size_t>(rule.any.size(), 1); ++i) {
        auto names = rule.all;
        if (!rule.any.empty()) names.push_back(rule.any[i]);
        std::set<SignId> signs;
        for (const auto& name : names)
            if (const auto sign = found.topic.sign(name)) signs.insert(*sign);
        if (signs.size() < names.size()) continue;  // told by check_evidence
        const auto raised = raised_by(found.topic, signs);
        if (raised < row.least)
            found.error(found.topic[*signs.begin()].line,
                        in_quotes(names) + " together raise only " + urgency_name(raised) + ", and are row \"" +
                            row.id + "\" of the evidence, which is " + urgency_name(row.least),
                        "write a <together> for these answers again, urgency=\"" + urgency_name(row.least) + '"');
    }
}

}  // namespace

void check_urgency(const Findings& found) {
    Rows rows;
    for (const auto& row : found.topic.evidence_rows) {
        rows.emplace(row.id, row);
        for (const auto& rule : row.together) check_together(found, row, rule);
    }
    for (const auto& sign : found.topic.signs) check_sign(found, sign, rows);
    for (const auto& [name, because, line] : found.topic.not_asked) {
        const auto row = rows.find(name);
        if (row != rows.end() && row->second.least >= Urgency::today)
            found.note(line, "row \"" + name + "\" of the evidence, which is " + urgency_name(row->second.least) +
                                 ", is not asked: " + because);
    }
}

}  // namespace kiosk::content
