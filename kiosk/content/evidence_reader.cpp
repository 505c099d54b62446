// SPDX-License-Identifier: Apache-2.0
#include "content/evidence_reader.hpp"

#include "content/question_reader.hpp"
#include "content/values.hpp"

#include <set>

namespace kiosk::content {

void read_evidence(const Element& root, Topic& topic, Report& report) {
    only(root, {"topic"}, {"row"}, report);
    topic.evidence_file = report.file();
    if (need(root, "topic", report) != topic.id && !topic.id.empty())
        report.error(root.line, "this is not the evidence of the topic \"" + topic.id + '"',
                     "write topic=\"" + topic.id + "\", or name its own file in content.xml");
    std::set<std::string> known;
    for (const auto* e : all(root, "row")) {
        only(*e, {"id", "least", "together", "asked-by"}, {}, report);
        const auto id = need(*e, "id", report);
        const auto least = need_urgency(*e, "least", report);
        const auto by = yes(*e, "together", report) ? RaisedBy::together : RaisedBy::itself;
        if (!known.insert(id).second)
            report.error(e->line, "evidence row \"" + id + "\" is listed twice", "delete one");
        topic.evidence_rows.push_back({id, least, by, list(*e, "asked-by"), e->line});
    }
    if (topic.evidence_rows.empty())
        report.error(root.line, "<evidence> lists no row",
                     "write <row id=\"...\" least=\"emergency\" asked-by=\"...\"/>");
}

}  // namespace kiosk::content
