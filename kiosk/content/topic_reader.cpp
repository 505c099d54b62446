// SPDX-License-Identifier: Apache-2.0
#include "content/topic_reader.hpp"

#include "content/approval_reader.hpp"
#include "content/handout_reader.hpp"
#include "content/safety_reader.hpp"
#include "content/values.hpp"

namespace kiosk::content {

namespace {

Picture read_picture(const Element& root, std::string_view name, TopicReading& reading) {
    const auto* e = need_one(root, name, reading.report);
    if (!e) return {};
    only(*e, {"name", "alt"}, {}, reading.report);
    return reading.pictures.need_picture(*e, "name", reading.report);
}

Source read_source(const Element& e, Report& report) {
    only(e, {"id", "title", "organisation", "year", "url", "checked"}, {}, report);
    Source source;
    source.line = e.line;
    source.id = may(e, "id");
    source.title = need(e, "title", report);
    source.organisation = need(e, "organisation", report);
    source.year = year(e, "year", report);
    source.url = web_address(e, "url", Scheme::any, report);
    source.checked = day_or_month(e, "checked", report);
    return source;
}

void read_get_help(const Element& root, Topic& topic, Report& report) {
    enum class When { now, today, soon };
    static constexpr std::array<std::pair<std::string_view, When>, 3> when_words = {
        {{"now", When::now}, {"today", When::today}, {"soon", When::soon}}};
    for (const auto* e : all(root, "get-help")) {
        const auto when = need_one_of(*e, "when", when_words, When::now, report);
        auto& list = when == When::now ? topic.help_now : when == When::today ? topic.help_today : topic.help_soon;
        list.push_back(words(*e, {"when", "evidence"}, report));
        const auto urgency = when == When::now     ? Urgency::emergency
                             : when == When::today ? Urgency::today
                                                   : Urgency::mention;
        topic.get_help.push_back({urgency, content::list(*e, "evidence"), e->line});
    }
    const auto check = [&](const std::vector<Text>& help, const std::string& when) {
        if (help.empty())
            report.error(root.line, "<topic> needs <get-help when=\"" + when + "\">", "write when to get help");
    };
    check(topic.help_now, "now");
    check(topic.help_today, "today");
    check(topic.help_soon, "soon");
}

/// Sources hold letters of both cases ("N11"), as the evidence file writes them.
void collect(const Element& root, TopicReading& reading) {
    auto& [report, pictures, ids] = reading;
    for (const auto* e : all(root, "source")) ids.sources.add(need(*e, "id", report), e->line, report);
    for (const auto* e : all(root, "group")) ids.groups.add(need_id(*e, "id", report), e->line, report);
    for (const auto* e : all(root, "handout")) ids.handouts.add(need_id(*e, "id", report), e->line, report);
    for (const auto* e : all(root, "safety-check")) collect_signs(*e, reading);
}

void read_words(const Element& root, TopicReading& reading, Topic& topic) {
    auto& report = reading.report;
    only(root, {"id", "version", "written", "reviewed", "review-by", "author", "reviewer"},
         {"title", "welcome", "lead", "picture", "welcome-picture", "safety-picture", "tell-clinician", "get-help",
          "safety-check", "group", "handout", "source"},
         report);
    topic.id = need_id(root, "id", report);
    topic.version = need(root, "version", report);
    topic.title = need_words(root, "title", report);
    topic.welcome = need_words(root, "welcome", report);
    topic.lead = need_words(root, "lead", report);
    topic.tell_clinician = need_words(root, "tell-clinician", report);
    topic.picture = read_picture(root, "picture", reading);
    topic.welcome_picture = read_picture(root, "welcome-picture", reading);
    topic.safety_picture = read_picture(root, "safety-picture", reading);
    read_get_help(root, topic, report);
}

/// Topics have no places to fill in: what an author took for one would stand on the glass as it is.
void check_braces(const Element& e, Report& report) {
    const auto check = [&](const std::string& text) {
        if (text.find_first_of("{}") != std::string::npos)
            report.error(e.line, "<" + e.name + "> has a brace, and a topic has no places to fill in",
                         "write the words themselves");
    };
    check(e.text);
    for (const auto& [name, value] : e.attributes) check(value);
    for (const auto& child : e.children) check_braces(child, report);
}

Approval read_dates(const Element& root, Report& report) {
    for (const char* name : {"written", "review-by"})
        if (!attribute(root, name)) need(root, name, report);
    return read_approval(root, {}, report);
}

}  // namespace

Topic read_topic(const Element& root, PictureReader& pictures, Report& report) {
    TopicReading reading{report, pictures};
    Topic topic;
    topic.file = report.file();
    topic.line = root.line;
    check_braces(root, report);
    collect(root, reading);
    read_words(root, reading, topic);
    const Approval approval = read_dates(root, report);
    apply(approval, topic);
    if (const auto* e = need_one(root, "safety-check", report)) read_safety(*e, reading, topic);
    for (const auto* e : all(root, "group")) topic.groups.push_back({may(*e, "id"), words(*e, {"id"}, report)});
    for (const auto* e : all(root, "handout")) topic.handouts.push_back(read_handout(*e, approval, reading));
    for (const auto* e : all(root, "source")) topic.sources.push_back(read_source(*e, report));
    if (topic.groups.empty()) report.error(root.line, "<topic> needs <group>", "write <group id=\"...\">...</group>");
    if (topic.handouts.empty()) report.error(root.line, "<topic> needs <handout>", "write at least one");
    return topic;
}

}  // namespace kiosk::content
