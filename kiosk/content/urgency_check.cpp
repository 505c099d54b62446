// SPDX-License-Identifier: Apache-2.0
#include "content/findings.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace kiosk::content {

namespace {

std::string named(Urgency urgency) {
    static constexpr std::array names{"none", "mention", "today", "emergency"};
    return names[static_cast<std::size_t>(urgency)];
}

bool contains(const std::vector<SignId>& signs, SignId sign) {
    return std::find(signs.begin(), signs.end(), sign) != signs.end();
}

/// The most urgent rule that this sign has a part in.
Urgency raised_together(const Topic& topic, SignId sign) {
    auto most = Urgency::none;
    for (const auto& rule : topic.together)
        if (contains(rule.all, sign) || contains(rule.any, sign)) most = std::max(most, rule.urgency);
    return most;
}

/// Told, never passed over: a lowered sign is a note, one that is too low by oversight is an error.
void check_row(const Findings& found, const Sign& sign, const EvidenceRow& row, Urgency raised) {
    const auto asks = "\"" + sign.id + "\" asks row \"" + row.id + "\" of the evidence, which is " + named(row.least);
    if (!sign.lowered.empty())
        found.note(sign.line, asks + ", and raises " + named(raised) + ": " + sign.lowered);
    else if (row.by == RaisedBy::together)
        found.error(sign.line, asks + " together with others, and no <together> with it raises that",
                    "write the <together> again, or say why not: lowered=\"...\"");
    else
        found.error(sign.line, asks + ", and raises only " + named(raised),
                    "write urgency=\"" + named(row.least) + "\", or say why not: lowered=\"...\"");
}

void check_sign(const Findings& found, SignId id, const std::map<std::string, EvidenceRow>& rows) {
    const auto& sign = found.topic[id];
    bool too_low = false;
    for (const auto& name : sign.evidence_rows) {
        const auto row = rows.find(name);
        if (row == rows.end()) continue;
        const auto together = row->second.by == RaisedBy::together ? raised_together(found.topic, id) : Urgency::none;
        const auto raised = std::max(sign.urgency, together);
        if (raised >= row->second.least) continue;
        too_low = true;
        check_row(found, sign, row->second, raised);
    }
    if (!too_low && !sign.lowered.empty())
        found.error(sign.line, "\"" + sign.id + "\" is as urgent as its evidence and says why it is lowered",
                    "delete lowered");
}

}  // namespace

void check_urgency(const Findings& found) {
    std::map<std::string, EvidenceRow> rows;
    for (const auto& row : found.topic.evidence_rows) rows.emplace(row.id, row);
    for (std::size_t i = 0; i < found.topic.signs.size(); ++i) check_sign(found, SignId{i}, rows);
    for (const auto& [name, because, line] : found.topic.not_asked) {
        const auto row = rows.find(name);
        if (row != rows.end() && row->second.least >= Urgency::today)
            found.note(line, "row \"" + name + "\" of the evidence, which is " + named(row->second.least) +
                                 ", is not asked: " + because);
    }
}

}  // namespace kiosk::content
