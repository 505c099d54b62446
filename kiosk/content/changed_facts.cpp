// SPDX-License-Identifier: Apache-2.0
#include "content/difference.hpp"

#include <algorithm>
#include <map>
#include <sstream>
#include <utility>

namespace kiosk::content {
namespace {

/// What is known of one thing, by name, in order: compared name by name.
using Facts = std::vector<std::pair<std::string, std::string>>;

struct Thing {
    std::string name;  ///< `question "chest"`
    Facts facts;
};

const char* evidence_name(Evidence evidence) {
    constexpr const char* names[] = {"none", "traditional", "limited", "moderate", "strong"};
    return names[static_cast<std::size_t>(evidence)];
}

std::string yes_no(bool is) {
    return is ? "yes" : "no";
}

std::string quoted(const char* what, const std::string& id) {
    return std::string(what) + " \"" + id + '"';
}

template <class Id, class List>
std::string ids(const std::vector<Id>& which, const List& list) {
    std::string text;
    for (const auto id : which) text += (text.empty() ? "" : " ") + list[id.index].id;
    return text;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string cautions(const Topic& topic, const std::vector<Caution>& list) {
    std::string text;
    for (const auto& caution : list) text += (text.empty() ? "" : "; ") + ids(caution.signs, topic.signs);
    return text;
}

template <class Dated>
void add_dates(const Dated& of, Facts& facts) {
    facts.insert(facts.end(), {{"written", of.written},
                               {"reviewed", of.reviewed},
                               {"review-by", of.review_by},
                               {"author", of.author},
                               {"reviewer", of.reviewer}});
}

void add_question(const Topic& topic, std::size_t index, std::vector<Thing>& to) {
    const auto& q = topic.questions[index];
    to.push_back({quoted("question", q.id),
                  {{"place in the order", std::to_string(index + 1)},
                   {"kind", q.kind == Kind::yes_no ? "yes-no" : "any-of"},
                   {"urgency", urgency_name(q.urgency)},
                   {"private", yes_no(q.is_private)},
                   {"ends-check", yes_no(q.ends_check)},
                   {"picture", q.picture.name},
                   {"sources", ids(q.sources, topic.sources)}}});
    for (const auto id : q.signs) {
        const auto& sign = topic[id];
        to.push_back({quoted(q.kind == Kind::yes_no ? "yes to" : "choice", sign.id),
                      {{"question", q.id},
                       {"urgency", urgency_name(sign.urgency)},
                       {"evidence", joined(sign.evidence_rows)},
                       {"lowered", sign.lowered}}});
    }
}

void add_handout(const Topic& topic, const Handout& h, std::vector<Thing>& to) {
    Thing thing{quoted("handout", h.id),
                {{"group", topic.groups[h.group.index].id},
                 {"evidence", evidence_name(h.evidence)},
                 {"sources", ids(h.sources, topic.sources)},
                 {"withhold", cautions(topic, h.withhold)},
                 {"ask-first", cautions(topic, h.ask_first)},
                 {"always-open", yes_no(h.always_open)},
                 {"week-chart", yes_no(h.week_chart)},
                 {"web-page", h.web_page},
                 {"picture", h.picture.name},
                 {"see also", ids(h.see_also, topic.handouts)}}};
    add_dates(h, thing.facts);
    for (std::size_t i = 0; i < h.parts.size(); ++i) {
        const auto name = "part " + std::to_string(i + 1) + " ";
        thing.facts.push_back({name + "withhold", ids(h.parts[i].withhold, topic.signs)});
        thing.facts.push_back({name + "only-if", ids(h.parts[i].only_if, topic.signs)});
        thing.facts.push_back({name + "warning", yes_no(h.parts[i].is_warning)});
        thing.facts.push_back({name + "picture", h.parts[i].picture.name});
    }
    to.push_back(std::move(thing));
}

void add_row(const EvidenceRow& row, std::vector<Thing>& to) {
    std::string together;
    for (const auto& rule : row.together)
        together += (together.empty() ? "" : "; ") + joined(rule.all) +
                    (rule.any.empty() ? "" : " with any of " + joined(rule.any));
    to.push_back({quoted("evidence row", row.id),
                  {{"least", urgency_name(row.least)}, {"asked by", joined(row.asked_by)}, {"together", together}}});
}

/// A rule is known by what it says: one that changed is one that went and one that came.
std::string rule_name(const Topic& topic, const Together& rule) {
    return quoted("together rule", answers_of(topic, rule) + " -> " + urgency_name(rule.urgency));
}

void add_topic(const Topic& topic, std::vector<Thing>& to) {
    Thing thing{quoted("topic", topic.id), {{"version", topic.version}}};
    add_dates(topic, thing.facts);
    to.push_back(std::move(thing));
    for (std::size_t i = 0; i < topic.questions.size(); ++i) add_question(topic, i, to);
    for (const auto& rule : topic.together) to.push_back({rule_name(topic, rule), {}});
    for (const auto& group : topic.groups) to.push_back({quoted("group", group.id), {}});
    for (const auto& handout : topic.handouts) add_handout(topic, handout, to);
    for (const auto& s : topic.sources)
        to.push_back({quoted("source", s.id),
                      {{"title", s.title},
                       {"organisation", s.organisation},
                       {"year", s.year},
                       {"url", s.url},
                       {"checked", s.checked}}});
    for (const auto& row : topic.evidence_rows) add_row(row, to);
    for (const auto& gate : topic.gates)
        to.push_back({quoted("gate of", gate.part.empty() ? gate.handout : gate.handout + " part " + gate.part),
                      {{"withhold", joined(gate.withhold)},
                       {"ask-first", joined(gate.ask_first)},
                       {"only-if", joined(gate.only_if)}}});
    for (const auto& row : topic.not_asked) to.push_back({quoted("not asked", row.row), {{"because", row.because}}});
}

std::string seconds(Duration time) {
    std::ostringstream text;
    text << static_cast<double>(time.count()) / 1000 << " s";
    return text.str();
}

void add_clinic(const Content& content, std::vector<Thing>& to) {
    const auto& c = content.clinic;
    const auto& t = c.timing;
    to.push_back({"clinic",
                  {{"name", c.name},
                   {"address", c.address},
                   {"phone", c.phone},
                   {"emergency-number", c.emergency_number},
                   {"paper", c.paper == PaperSize::a4 ? "a4" : "letter"},
                   {"after-today", c.after_today == AfterToday::staff_release ? "staff-release" : "open-with-note"}}});
    to.push_back({"timing",
                  {{"idle", seconds(t.idle)},
                   {"idle-reading", seconds(t.idle_reading)},
                   {"idle-largest", seconds(t.idle_largest)},
                   {"idle-countdown", seconds(t.idle_countdown)},
                   {"unfinished-notice", seconds(t.unfinished_notice)},
                   {"call-shown-within", seconds(t.call_shown_within)},
                   {"call-answered-within", seconds(t.call_answered_within)},
                   {"call-closed-shown", seconds(t.call_closed_shown)},
                   {"printing-deadline", seconds(t.printing_deadline)},
                   {"done-shown", seconds(t.done_shown)},
                   {"ignore-after-change", seconds(t.ignore_after_change)},
                   {"repeat-guard", seconds(t.repeat_guard)},
                   {"staff-idle", seconds(t.staff_idle)},
                   {"cleaning", seconds(t.cleaning)}}});
    for (const auto& language : content.languages)
        to.push_back({quoted("language", language.code), {{"name", language.name}}});
}

std::vector<Thing> things(const Content& content) {
    std::vector<Thing> all;
    add_clinic(content, all);
    for (const auto& topic : content.topics) add_topic(topic, all);
    for (const auto& [name, svg] : content.pictures) all.push_back({quoted("drawing", name), {{"lines", svg}}});
    return all;
}

const Thing* find(const std::vector<Thing>& list, const std::string& name) {
    const auto at = std::find_if(list.begin(), list.end(), [&](const Thing& t) { return t.name == name; });
    return at == list.end() ? nullptr : &*at;
}

std::string capital(std::string words) {
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

std::string or_nothing(const std::string& value) {
    return value.empty() ? "nothing" : "\"" + value + '"';
}

void compare(const Thing& before, const Thing& after, std::vector<std::string>& sentences) {
    const auto value = [](const Facts& facts, const std::string& name) {
        const auto at = std::find_if(facts.begin(), facts.end(), [&](const auto& fact) { return fact.first == name; });
        return at == facts.end() ? std::string() : at->second;
    };
    Facts all = after.facts;
    for (const auto& fact : before.facts)
        if (value(after.facts, fact.first).empty()) all.push_back({fact.first, {}});
    for (const auto& [name, now] : all) {
        const auto then = value(before.facts, name);
        if (then == now) continue;
        const bool is_drawing = name == "lines";
        sentences.push_back(capital(after.name) + (is_drawing ? " was drawn anew."
                                                              : ": " + name + " was " + or_nothing(then) + ", is now " +
                                                                    or_nothing(now) + "."));
    }
}

/// A translation that went stale takes its language from patients as one that was deleted does.
bool is_language(const Thing& thing) {
    return thing.name.starts_with("language ");
}

}  // namespace

std::vector<std::string> changed_facts(const Content& before, const Content& after) {
    const auto then = things(before), now = things(after);
    std::vector<std::string> sentences;
    for (const auto& thing : now) {
        const auto* old = find(then, thing.name);
        if (old == nullptr)
            sentences.push_back(capital(thing.name) +
                                (is_language(thing) ? " is now offered to patients." : " was added."));
        if (old != nullptr) compare(*old, thing, sentences);
    }
    for (const auto& thing : then)
        if (find(now, thing.name) == nullptr)
            sentences.push_back(capital(thing.name) +
                                (is_language(thing)
                                     ? " is no longer offered to patients: left out, or a text of it is not current."
                                     : " was removed."));
    if (!(before.theme == after.theme)) sentences.push_back("Colours, letters or measures of the theme were changed.");
    std::sort(sentences.begin(), sentences.end());
    sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
    return sentences;
}

}  // namespace kiosk::content
