// SPDX-License-Identifier: Apache-2.0
#include "views/elsewhere.hpp"

#include "visit/outcomes.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace kiosk::views {
namespace {

using content::Topic, content::Urgency;
using visit::Case, visit::Outcome, visit::Reached, visit::Reply, visit::Standing;

std::string quoted(const std::string& words) {
    return "\"" + words + "\"";
}

const char* place_of(Urgency urgency) {
    switch (urgency) {
        case Urgency::emergency:
            return "the red page at once";
        case Urgency::today:
            return "see staff today";
        case Urgency::mention:
            return "a line on the note";
        case Urgency::none:
            break;
    }
    return "the handouts";
}

std::string place_of(const Outcome& outcome) {
    return std::string(place_of(outcome.urgency)) + (outcome.ended_early ? ", and the check ends there" : "");
}

const char* standing_words(Standing standing) {
    switch (standing) {
        case Standing::open:
            return "open";
        case Standing::ask_first:
            return "open by \"Read with care\"";
        case Standing::withheld:
            return "withheld";
        case Standing::expired:
            return "not offered, past its review-by";
        case Standing::after_staff:
            break;
    }
    return "waiting for staff";
}

const content::Question* find_question(const Topic& topic, const std::string& id) {
    const auto at =
        std::find_if(topic.questions.begin(), topic.questions.end(), [&](const auto& q) { return q.id == id; });
    return at == topic.questions.end() ? nullptr : &*at;
}

/// A topic's own words for one answer; nothing where it does not ask it.
std::optional<std::string> words_in(const Topic& topic, const Reached& one) {
    const auto* question = find_question(topic, one.question);
    if (question == nullptr) return {};
    const auto ask = quoted(question->ask({}));
    if (one.reply == Reply::not_sure) return "\"I'm not sure\" to " + ask;
    if (one.reply == Reply::tell_staff) return "\"I'd rather tell staff\" to " + ask;
    for (const auto id : question->signs)
        if (topic[id].id == one.sign) return topic[id].label.empty() ? "Yes to " + ask : quoted(topic[id].label({}));
    return {};
}

class Comparison {
public:
    Comparison(const Topic& before, const Topic& after) : m_before(before), m_after(after) {}

    std::vector<std::string> sentences() {
        compare_handouts({}, *visit::outcome(m_before, {}), *visit::outcome(m_after, {}));
        for (const auto& one : visit::least_cases(m_before, m_after)) compare(one);
        return m_sentences;
    }

private:
    std::string words(const Case& answers) const {
        std::string text;
        for (const auto& one : answers) {
            const auto now = words_in(m_after, one);
            text += (text.empty() ? "" : " together with ") + now.value_or(words_in(m_before, one).value_or(one.sign));
        }
        return text;
    }

    void compare(const Case& answers) {
        const auto then = visit::outcome(m_before, answers), now = visit::outcome(m_after, answers);
        const bool alone = answers.size() == 1;
        if (alone && then && !now) say(words(answers) + " is no longer asked. It led to " + place_of(*then) + ".");
        if (alone && !then && now) say(words(answers) + " is a new answer. It leads to " + place_of(*now) + ".");
        if (!then || !now) return;
        if (place_of(*then) != place_of(*now) && (alone || !explained(answers, *then, *now)))
            say(words(answers) + " led to " + place_of(*then) + "; now leads to " + place_of(*now) + ".");
        if (alone) m_alone[answers.front()] = {place_of(*then), place_of(*now)};
        if (alone && !answers.front().sign.empty()) compare_handouts(answers, *then, *now);
    }

    /// One of the answers alone went the same way.
    bool explained(const Case& answers, const Outcome& then, const Outcome& now) const {
        const std::pair moved{place_of(then), place_of(now)};
        return std::any_of(answers.begin(), answers.end(), [&](const Reached& one) {
            const auto at = m_alone.find(one);
            return at != m_alone.end() && at->second == moved;
        });
    }

    /// Where all is withheld because of an emergency, the urgency says it.
    void compare_handouts(const Case& answers, const Outcome& then, const Outcome& now) {
        if (then.urgency == Urgency::emergency || now.urgency == Urgency::emergency) return;
        const auto who = answers.empty() ? std::string("No to everything") : words(answers);
        for (const auto& [id, standing] : now.handouts) {
            const auto old = std::find_if(then.handouts.begin(), then.handouts.end(),
                                          [&, &wanted = id](const auto& h) { return h.first == wanted; });
            if (old == then.handouts.end()) continue;
            if (old->second != standing && !told_for_all(id, old->second, standing, answers))
                say(title(id) + " was " + standing_words(old->second) + " for " + who + "; now it is " +
                    standing_words(standing) + ".");
            if (old->second == standing && standing != Standing::withheld) compare_parts(id, who, then, now, answers);
        }
    }

    bool told_for_all(const std::string& id, Standing then, Standing now, const Case& answers) {
        const std::string key = id + standing_words(then) + standing_words(now);
        if (answers.empty()) m_for_all.insert(key);
        return !answers.empty() && m_for_all.contains(key);
    }

    void compare_parts(const std::string& id, const std::string& who, const Outcome& then, const Outcome& now,
                       const Case& answers) {
        const auto* old = handout(m_before, id);
        const auto* fresh = handout(m_after, id);
        if (old->parts.size() != fresh->parts.size()) return;
        const auto left_out = [](const Outcome& outcome, const std::string& part) {
            const auto& list = outcome.parts_left_out;
            return std::find(list.begin(), list.end(), part) != list.end();
        };
        for (std::size_t i = 0; i < fresh->parts.size(); ++i) {
            const auto part = id + "/" + std::to_string(i + 1);
            const bool was = left_out(then, part), is = left_out(now, part);
            const auto key = part + (was ? "+" : "-");
            if (was == is || (!answers.empty() && m_for_all.contains(key))) continue;
            if (answers.empty()) m_for_all.insert(key);
            say("Part " + quoted(fresh->parts[i].heading({})) + " of " + title(id) +
                (was ? " was left out for " : " was read for ") + who +
                (was ? "; now it is read." : "; now it is left out."));
        }
    }

    static const content::Handout* handout(const Topic& topic, const std::string& id) {
        return &*std::find_if(topic.handouts.begin(), topic.handouts.end(), [&](const auto& h) { return h.id == id; });
    }
    std::string title(const std::string& id) const { return quoted(handout(m_after, id)->title({})); }
    void say(std::string sentence) { m_sentences.push_back(std::move(sentence)); }

    const Topic& m_before;
    const Topic& m_after;
    std::map<Reached, std::pair<std::string, std::string>> m_alone;
    std::set<std::string> m_for_all;
    std::vector<std::string> m_sentences;
};

}  // namespace

std::vector<std::string> led_elsewhere(const content::Content& before, const content::Content& after) {
    std::vector<std::string> all;
    for (const auto& topic : after.topics) {
        const auto old =
            std::find_if(before.topics.begin(), before.topics.end(), [&](const auto& t) { return t.id == topic.id; });
        if (old == before.topics.end()) continue;
        for (auto& sentence : Comparison(*old, topic).sentences())
            all.push_back(after.topics.size() > 1 ? topic.title({}) + ": " + sentence : std::move(sentence));
    }
    if (before.clinic.after_today != after.clinic.after_today)
        all.push_back(after.clinic.after_today == content::AfterToday::staff_release
                          ? "After \"see staff today\", handouts opened when the note was printed or read; now staff "
                            "must release them."
                          : "After \"see staff today\", staff had to release the handouts; now they open when the note "
                            "is printed or read.");
    return all;
}

}  // namespace kiosk::views
