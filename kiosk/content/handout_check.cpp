// SPDX-License-Identifier: Apache-2.0
#include "content/findings.hpp"

#include <algorithm>
#include <set>

namespace kiosk::content {

namespace {

std::string shown(const Handout& handout) {
    return "handout \"" + handout.id + '"';
}

std::set<SignId> signs_of(const std::vector<Caution>& cautions) {
    std::set<SignId> signs;
    for (const auto& caution : cautions) signs.insert(caution.signs.begin(), caution.signs.end());
    return signs;
}

/// Who is held back from one handout must not be sent to another that is held back from them too.
void check_instead(const Findings& found, const Handout& handout) {
    if (!handout.withhold.empty() && handout.instead.empty())
        found.error(handout.line, shown(handout) + " is withheld and says nothing to do instead", "write <instead>");
    const auto withheld = signs_of(handout.withhold);
    for (const auto id : handout.see_also)
        for (const auto sign : signs_of(found.topic[id].withhold))
            if (withheld.count(sign) != 0)
                found.warning(handout.line,
                              shown(handout) + " sends those with \"" + found.topic[sign].id + "\" to \"" +
                                  found.topic[id].id + "\", which is withheld from them too",
                              "name another handout in see");
}

void check_words(const Findings& found, const Handout& handout) {
    if (handout.how_sure.empty())
        found.error(handout.line, shown(handout) + " does not say how sure we are", "write <how-sure>");
    if (handout.always_open) return;
    if (handout.stop_if.empty())
        found.error(handout.line, shown(handout) + " does not say when to stop", "write <stop-if>");
    if (handout.dos.empty() || handout.do_nots.empty())
        found.warning(handout.line, shown(handout) + " does not say what to do and what not to",
                      "write <do> and <do-not>");
}

}  // namespace

void check_handouts(const Findings& found) {
    const auto& [topic, problems] = found;
    for (const auto& handout : topic.handouts) {
        check_words(found, handout);
        check_instead(found, handout);
    }
    if (std::none_of(topic.handouts.begin(), topic.handouts.end(), [](const Handout& h) { return h.always_open; }))
        found.warning(topic.line, "no handout is always open, so who must see staff today has nothing to read",
                      "write always-open=\"yes\" on one");
    for (std::size_t i = 0; i < topic.groups.size(); ++i) {
        const auto in_it = [i](const Handout& h) { return h.group.index == i; };
        if (std::none_of(topic.handouts.begin(), topic.handouts.end(), in_it))
            found.warning(topic.line, "group \"" + topic.groups[i].id + "\" has no handout",
                          "delete it, or put one in it");
    }
}

}  // namespace kiosk::content
