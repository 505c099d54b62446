// SPDX-License-Identifier: Apache-2.0
#include "content/findings.hpp"

#include <set>

namespace kiosk::content {

namespace {

std::set<std::size_t> used_in(const Topic& topic) {
    std::set<std::size_t> used;
    for (const auto& question : topic.questions)
        for (const auto id : question.sources) used.insert(id.index);
    for (const auto& handout : topic.handouts)
        for (const auto id : handout.sources) used.insert(id.index);
    return used;
}

}  // namespace

void check_sources(const Findings& found) {
    const auto& topic = found.topic;
    for (const auto& question : topic.questions)
        if (question.sources.empty())
            found.error(question.line, "question \"" + question.id + "\" has no sources", "write sources=\"...\"");
    for (const auto& handout : topic.handouts)
        if (handout.sources.empty())
            found.error(handout.line, "handout \"" + handout.id + "\" has no sources", "write sources=\"...\"");
    const auto used = used_in(topic);
    for (std::size_t i = 0; i < topic.sources.size(); ++i) {
        const auto& source = topic.sources[i];
        if (used.count(i) == 0)
            found.warning(source.line, "source \"" + source.id + "\" is never used",
                          "name it where it is used, or delete it");
        if (source.checked.empty())
            found.warning(source.line, "source \"" + source.id + "\" does not say when it was last looked at",
                          "write checked=\"2026-11\"");
    }
}

}  // namespace kiosk::content
