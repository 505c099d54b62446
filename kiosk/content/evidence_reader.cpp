// SPDX-License-Identifier: Apache-2.0
#include "content/evidence_reader.hpp"

#include "content/question_reader.hpp"
#include "content/values.hpp"

#include <set>

namespace kiosk::content {

namespace {

EvidenceRow::Together read_together(const Element& e, Report& report) {
    only(e, {"all", "any"}, {}, report);
    need(e, "all", report);
    return {list(e, "all"), list(e, "any"), e.line};
}

EvidenceRow read_row(const Element& e, Report& report) {
    only(e, {"id", "least", "asked-by", "get-help"}, {"together"}, report);
    EvidenceRow row{need(e, "id", report),      need_urgency(e, "least", report),
                    list(e, "asked-by"),        {},
                    yes(e, "get-help", report), e.line};
    for (const auto* together : all(e, "together")) row.together.push_back(read_together(*together, report));
    return row;
}

Gate read_gate(const Element& e, Report& report) {
    only(e, {"handout", "part", "withhold", "ask-first", "only-if"}, {}, report);
    return {need(e, "handout", report), may(e, "part"),     list(e, "withhold"),
            list(e, "ask-first"),       list(e, "only-if"), e.line};
}

}  // namespace

void read_evidence(const Element& root, Topic& topic, Report& report) {
    only(root, {"topic"}, {"row", "gate"}, report);
    topic.evidence_file = report.file();
    if (need(root, "topic", report) != topic.id && !topic.id.empty())
        report.error(root.line, "this is not the evidence of the topic \"" + topic.id + '"',
                     "write topic=\"" + topic.id + "\", or name its own file in content.xml");
    std::set<std::string> rows;
    for (const auto* e : all(root, "row")) {
        topic.evidence_rows.push_back(read_row(*e, report));
        if (const auto& id = topic.evidence_rows.back().id; !rows.insert(id).second)
            report.error(e->line, "evidence row \"" + id + "\" is listed twice", "delete one");
    }
    if (topic.evidence_rows.empty())
        report.error(root.line, "<evidence> lists no row",
                     "write <row id=\"...\" least=\"emergency\" asked-by=\"...\"/>");
    for (const auto* e : all(root, "gate")) topic.gates.push_back(read_gate(*e, report));
}

}  // namespace kiosk::content
