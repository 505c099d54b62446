// SPDX-License-Identifier: Apache-2.0
#include "content/difference.hpp"

#include <utility>

namespace kiosk::content {
namespace {

class Places {
public:
    void add(const std::string& place, const Text& text) {
        if (!text.empty()) m_all.push_back({m_of + place, text});
    }
    void add(const std::string& place, const std::vector<Text>& texts) {
        for (std::size_t i = 0; i < texts.size(); ++i)
            add(texts.size() > 1 ? place + " " + std::to_string(i + 1) : place, texts[i]);
    }
    void of(std::string what) { m_of = std::move(what) + ": "; }
    std::vector<PlacedText> all() { return std::move(m_all); }

private:
    std::string m_of;
    std::vector<PlacedText> m_all;
};

std::string quoted(const char* what, const std::string& id) {
    return std::string(what) + " \"" + id + '"';
}

void add_question(const Topic& topic, const Question& question, Places& to) {
    to.of(quoted("question", question.id));
    to.add("the question", question.ask);
    to.add("hint", question.hint);
    to.add("short hint", question.short_hint);
    to.add("why we ask", question.why);
    to.add("private note", question.private_note);
    to.add("in short", question.in_short);
    to.add("picture", question.picture.alt);
    for (const auto id : question.signs) {
        const auto& sign = topic[id];
        to.of(quoted(question.kind == Kind::any_of ? "choice" : "question", sign.id));
        to.add("its words", sign.label);
        to.add("note for staff", sign.note);
        to.add("told to the patient", sign.told);
    }
}

void add_part(const Part& part, std::size_t number, Places& to) {
    const auto name = "part " + std::to_string(number) + ", ";
    to.add(name + "heading", part.heading);
    to.add(name + "picture", part.picture.alt);
    to.add(name + "paragraph", part.paragraphs);
    to.add(name + "step", part.steps);
    to.add(name + "point", part.points);
    to.add(name + "dose", part.dose);
}

void add_cautions(const char* name, const std::vector<Caution>& cautions, Places& to) {
    for (std::size_t i = 0; i < cautions.size(); ++i) {
        const auto number = std::string(name) + " " + std::to_string(i + 1) + ", ";
        to.add(number + "because", cautions[i].because);
        to.add(number + "reason", cautions[i].reason);
    }
}

void add_handout(const Handout& handout, Places& to) {
    to.of(quoted("handout", handout.id));
    to.add("title", handout.title);
    to.add("summary", handout.summary);
    to.add("picture", handout.picture.alt);
    for (std::size_t i = 0; i < handout.parts.size(); ++i) add_part(handout.parts[i], i + 1, to);
    to.add("do", handout.dos);
    to.add("do not", handout.do_nots);
    to.add("stop if", handout.stop_if);
    to.add("how sure we are", handout.how_sure);
    add_cautions("withhold", handout.withhold, to);
    add_cautions("ask first", handout.ask_first, to);
    to.add("instead", handout.instead);
}

void add_topic(const Topic& topic, Places& to) {
    to.of(quoted("topic", topic.id));
    to.add("title", topic.title);
    to.add("welcome", topic.welcome);
    to.add("lead", topic.lead);
    to.add("picture", topic.picture.alt);
    to.add("welcome picture", topic.welcome_picture.alt);
    to.add("safety picture", topic.safety_picture.alt);
    to.add("tell the clinician", topic.tell_clinician);
    to.add("get help now", topic.help_now);
    to.add("get help today", topic.help_today);
    to.add("get help soon", topic.help_soon);
    for (const auto& question : topic.questions) add_question(topic, question, to);
    for (const auto& rule : topic.together) {
        to.of(quoted("together rule", answers_of(topic, rule)));
        to.add("note for staff", rule.note);
    }
    for (const auto& group : topic.groups) {
        to.of(quoted("group", group.id));
        to.add("title", group.title);
    }
    for (const auto& handout : topic.handouts) add_handout(handout, to);
}

}  // namespace

std::vector<PlacedText> texts(const Content& content) {
    Places places;
    places.of("clinic");
    places.add("name of the desk", content.clinic.desk);
    for (const auto& topic : content.topics) add_topic(topic, places);
    for (const auto& [name, text] : content.interface) {
        places.of(quoted("interface", name));
        places.add("its words", text);
    }
    return places.all();
}

}  // namespace kiosk::content
