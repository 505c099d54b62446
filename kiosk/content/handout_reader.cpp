// SPDX-License-Identifier: Apache-2.0
#include "content/handout_reader.hpp"

#include "content/values.hpp"

#include <algorithm>
#include <set>

namespace kiosk::content {

namespace {

constexpr std::array<std::pair<std::string_view, Evidence>, 5> evidence_words = {
    {{"none", Evidence::none},
     {"traditional", Evidence::traditional},
     {"limited", Evidence::limited},
     {"moderate", Evidence::moderate},
     {"strong", Evidence::strong}}};

Part read_part(const Element& e, const TopicReading& reading) {
    auto& report = reading.report;
    only(e, {"id", "picture", "alt", "withhold", "only-if", "warning"}, {"heading", "p", "step", "point", "dose"},
         report);
    Part part;
    if (attribute(e, "id")) part.id = need_id(e, "id", report);
    part.heading = need_words(e, "heading", report);
    part.picture = reading.pictures.picture(e, "picture", report);
    part.paragraphs = all_words(e, "p", report);
    part.steps = all_words(e, "step", report);
    part.points = all_words(e, "point", report);
    part.dose = may_words(e, "dose", report);
    part.is_warning = yes(e, "warning", report);
    part.withhold = reading.ids.signs.ids(e, "withhold", report);
    part.only_if = reading.ids.signs.ids(e, "only-if", report);
    if (part.paragraphs.empty() && part.steps.empty() && part.points.empty() && part.dose.empty())
        report.error(e.line, "<part> has nothing under its heading", "write <p>, <step>, <point> or <dose>");
    return part;
}

void check_part_ids(const Element& handout, Report& report) {
    std::set<std::string> known;
    for (const auto* part : all(handout, "part"))
        if (const auto id = may(*part, "id"); !id.empty() && !known.insert(id).second)
            report.error(part->line, "part id \"" + id + "\" stands twice in this handout", "name one otherwise");
}

std::vector<Caution> read_cautions(const Element& handout, std::string_view name, const TopicReading& reading) {
    auto& report = reading.report;
    std::vector<Caution> cautions;
    for (const auto* e : all(handout, name)) {
        only(*e, {"if"}, {"because", "reason"}, report);
        need(*e, "if", report);
        cautions.push_back({reading.ids.signs.ids(*e, "if", report), need_words(*e, "because", report),
                            need_words(*e, "reason", report)});
    }
    return cautions;
}

void read_instead(const Element& e, const TopicReading& reading, Handout& handout) {
    auto& report = reading.report;
    for (const auto* instead : all(e, "instead")) {
        handout.instead.push_back(words(*instead, {"see"}, report));
        for (const auto id : reading.ids.handouts.ids(*instead, "see", report)) {
            auto& see = handout.see_also;
            if (std::find(see.begin(), see.end(), id) == see.end()) see.push_back(id);
        }
        for (const auto& id : list(*instead, "see"))
            if (id == handout.id) report.error(instead->line, "see names this handout itself", "name another, or none");
    }
}

void read_attributes(const Element& e, const TopicReading& reading, Handout& handout) {
    auto& report = reading.report;
    only(e,
         {"id", "group", "picture", "alt", "evidence", "sources", "always-open", "week-chart", "web-page", "written",
          "reviewed", "review-by", "author", "reviewer"},
         {"title", "summary", "part", "do", "do-not", "stop-if", "how-sure", "withhold", "ask-first", "instead"},
         report);
    handout.id = may(e, "id");
    handout.line = e.line;
    need(e, "group", report);
    const auto groups = reading.ids.groups.ids(e, "group", report);
    if (!groups.empty()) handout.group = groups.front();
    if (list(e, "group").size() > 1) report.error(e.line, "a handout stands in one group", "name one");
    handout.picture = reading.pictures.need_picture(e, "picture", report);
    handout.evidence = need_one_of(e, "evidence", evidence_words, Evidence::none, report);
    handout.sources = reading.ids.sources.ids(e, "sources", report);
    handout.always_open = yes(e, "always-open", report);
    handout.week_chart = yes(e, "week-chart", report);
    handout.web_page = web_address(e, "web-page", Scheme::secure, report);
}

}  // namespace

Handout read_handout(const Element& e, const Approval& of_topic, const TopicReading& reading) {
    auto& report = reading.report;
    Handout handout;
    read_attributes(e, reading, handout);
    apply(read_approval(e, of_topic, report), handout);
    handout.title = need_words(e, "title", report);
    handout.summary = need_words(e, "summary", report);
    for (const auto* part : all(e, "part")) handout.parts.push_back(read_part(*part, reading));
    if (handout.parts.empty()) report.error(e.line, "<handout> has no <part>", "write at least one");
    check_part_ids(e, report);
    handout.dos = all_words(e, "do", report);
    handout.do_nots = all_words(e, "do-not", report);
    handout.stop_if = all_words(e, "stop-if", report);
    handout.how_sure = all_words(e, "how-sure", report);
    handout.withhold = read_cautions(e, "withhold", reading);
    handout.ask_first = read_cautions(e, "ask-first", reading);
    read_instead(e, reading, handout);
    if (handout.always_open && !(handout.withhold.empty() && handout.ask_first.empty()))
        report.error(e.line, "handout \"" + handout.id + "\" is always open and held back at once",
                     "leave out always-open, or its <withhold> and <ask-first>");
    return handout;
}

}  // namespace kiosk::content
