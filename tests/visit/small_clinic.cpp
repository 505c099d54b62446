// SPDX-License-Identifier: Apache-2.0
#include "small_clinic.hpp"

namespace small_clinic {

namespace {

Text text(const std::string& words) {
    return {{words}};
}

struct Builder {
    Topic topic;

    Question& question(const std::string& id, Kind kind, Urgency urgency) {
        auto& added = topic.questions.emplace_back();
        added.id = id;
        added.kind = kind;
        added.urgency = urgency;
        added.ask = text(id + "?");
        added.why = {text("Because.")};
        return added;
    }
    void sign(const std::string& id, Urgency urgency) {
        const SignId sign{topic.signs.size()};
        auto& added = topic.signs.emplace_back();
        added.id = id;
        added.question = QuestionId{topic.questions.size() - 1};
        added.urgency = urgency;
        topic.questions.back().signs.push_back(sign);
    }
    void yes_no(const std::string& id, const std::string& sign_id, Urgency urgency) {
        question(id, Kind::yes_no, urgency);
        sign(sign_id, urgency);
    }
    Handout& handout(const std::string& id, std::size_t group) {
        auto& added = topic.handouts.emplace_back();
        added.id = id;
        added.title = text(id);
        added.group = {group};
        added.parts.resize(1);
        return added;
    }
};

}  // namespace

Topic topic(const std::string& id) {
    Builder b;
    b.topic.id = id;
    b.question("chest", Kind::any_of, Urgency::emergency);
    b.sign("chest-pain", Urgency::emergency);
    b.sign("breathless", Urgency::emergency);
    b.yes_no("fall", "fallen", Urgency::emergency);
    b.question("numb", Kind::any_of, Urgency::emergency).is_private = true;
    b.sign("saddle", Urgency::emergency);
    b.yes_no("under-18", "is-child", Urgency::today);
    b.topic.questions.back().ends_check = true;
    b.yes_no("fever", "has-fever", Urgency::today);
    b.question("germs", Kind::any_of, Urgency::today).is_private = true;
    b.sign("needles", Urgency::today);
    b.sign("weak-immune", Urgency::mention);
    b.question("flags", Kind::any_of, Urgency::today);
    b.sign("weight-loss", Urgency::today);
    b.sign("night-pain", Urgency::mention);
    b.sign("weak-arm", Urgency::emergency);
    b.yes_no("weeks", "six-weeks", Urgency::mention);
    b.question("about", Kind::any_of, Urgency::none);
    b.sign("blood-thinner", Urgency::none);
    b.sign("pregnant", Urgency::none);
    b.sign("kidney", Urgency::none);

    b.topic.together = {{{has_fever}, {needles, weak_immune}, Urgency::emergency, text("fever and weak")},
                        {{night_pain, six_weeks}, {}, Urgency::today, text("night pain for weeks")}};

    b.topic.groups = {{"move", text("Moving")}, {"comfort", text("Comfort")}};
    b.handout("walking", 0);
    auto& bath = b.handout("warm-bath", 1);
    bath.withhold = {{{kidney}, text("kidney"), text("salt")}, {{pregnant, blood_thinner}, text("both"), text("heat")}};
    auto& oil = b.handout("oils", 1);
    oil.ask_first = {{{blood_thinner}, text("thinner"), text("bleeding")}};
    oil.parts.resize(3);
    oil.parts[1].withhold = {kidney};
    oil.parts[2].only_if = {pregnant};
    b.handout("see-clinician", 0).always_open = true;
    b.handout("what-to-ask", 0).always_open = true;
    return b.topic;
}

Content content() {
    Content content;
    content.languages = {{"en", "English", false}};
    content.topics = {topic()};
    return content;
}

Content content_in_two_languages() {
    auto two = content();
    two.languages.push_back({"es", "Español", false});
    return two;
}

Content content_with_two_topics() {
    auto two = content();
    two.topics.push_back(topic("neck"));
    return two;
}

Content content_that_opens_with_note() {
    auto opens = content();
    opens.clinic.after_today = AfterToday::open_with_note;
    return opens;
}

}  // namespace small_clinic
