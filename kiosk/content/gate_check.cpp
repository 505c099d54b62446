// SPDX-License-Identifier: Apache-2.0
#include "content/findings.hpp"

#include <algorithm>

namespace kiosk::content {

namespace {

bool contains(const std::vector<SignId>& signs, SignId sign) {
    return std::find(signs.begin(), signs.end(), sign) != signs.end();
}

bool any_names(const std::vector<Caution>& cautions, SignId sign) {
    return std::any_of(cautions.begin(), cautions.end(), [&](const Caution& c) { return contains(c.signs, sign); });
}

std::string shown(const Handout& handout) {
    return "handout \"" + handout.id + '"';
}

/// The signs of the list for which `holds` is not true; names that no sign has are told by check_evidence.
template <class Holds>
std::vector<std::string> missing(const Topic& topic, const std::vector<std::string>& names, Holds holds) {
    std::vector<std::string> lost;
    for (const auto& name : names)
        if (const auto sign = topic.sign(name); sign && !holds(*sign)) lost.push_back(name);
    return lost;
}

void check_handout(const Findings& found, const Handout& handout, const Gate& gate) {
    const auto withheld = [&](SignId sign) { return any_names(handout.withhold, sign); };
    for (const auto& name : missing(found.topic, gate.withhold, withheld))
        found.error(handout.line, shown(handout) + " is not withheld for \"" + name + "\", as the evidence wants it",
                    "write " + name + " into the if=\"...\" of a <withhold> again");
    const auto held_back = [&](SignId sign) { return withheld(sign) || any_names(handout.ask_first, sign); };
    for (const auto& name : missing(found.topic, gate.ask_first, held_back))
        found.error(handout.line, shown(handout) + " does not ask first for \"" + name + "\", as the evidence wants it",
                    "write " + name + " into the if=\"...\" of an <ask-first> again");
}

void check_part(const Findings& found, const Handout& handout, const Gate& gate) {
    const auto part =
        std::find_if(handout.parts.begin(), handout.parts.end(), [&](const Part& p) { return p.id == gate.part; });
    if (part == handout.parts.end())
        return found.error(handout.line,
                           shown(handout) + " has no part \"" + gate.part + "\" any more, and the evidence guards it",
                           "write id=\"" + gate.part + "\" at that <part> again, or have a clinician delete its gate");
    const auto which = "part \"" + gate.part + "\" of " + shown(handout);
    const auto withheld = [&](SignId sign) { return contains(part->withhold, sign); };
    for (const auto& name : missing(found.topic, gate.withhold, withheld))
        found.error(handout.line, which + " is not withheld for \"" + name + "\", as the evidence wants it",
                    "write " + name + " into its withhold=\"...\" again");
    const auto seen = [&](SignId sign) {
        return !withheld(sign) && (part->only_if.empty() || contains(part->only_if, sign));
    };
    for (const auto& name : missing(found.topic, gate.only_if, seen))
        found.error(handout.line, which + " is not shown for \"" + name + "\", as the evidence wants it",
                    "write " + name + " into its only-if=\"...\" again");
}

/// A part is there or not; only a whole handout can open with a warning.
void check_form(const Findings& found, const Gate& gate) {
    if (gate.part.empty() && !gate.only_if.empty())
        found.error_in_evidence(gate.line, "only-if is for a part of a handout", "name the part: part=\"...\"");
    if (!gate.part.empty() && !gate.ask_first.empty())
        found.error_in_evidence(gate.line, "ask-first is for a whole handout",
                                "leave out part, or write withhold=\"...\"");
}

}  // namespace

void check_gates(const Findings& found) {
    const auto& topic = found.topic;
    for (const auto& gate : topic.gates) {
        check_form(found, gate);
        const auto handout = std::find_if(topic.handouts.begin(), topic.handouts.end(),
                                          [&](const Handout& h) { return h.id == gate.handout; });
        if (handout == topic.handouts.end())
            found.warning_in_evidence(gate.line, "there is no handout \"" + gate.handout + "\" any more",
                                      "have a clinician delete this <gate>");
        else if (gate.part.empty())
            check_handout(found, *handout, gate);
        else
            check_part(found, *handout, gate);
    }
    for (const auto& handout : topic.handouts)
        if (std::none_of(topic.gates.begin(), topic.gates.end(),
                         [&](const Gate& gate) { return gate.handout == handout.id && gate.part.empty(); }))
            found.error(handout.line, shown(handout) + " has no <gate> in " + topic.evidence_file,
                        "have a clinician write there which answers hold it back: <gate handout=\"" + handout.id +
                            "\" withhold=\"...\" ask-first=\"...\"/>");
}

}  // namespace kiosk::content
