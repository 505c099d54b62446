// SPDX-License-Identifier: Apache-2.0
#include "proof/memory.hpp"

#include "proof/merging.hpp"

namespace kiosk::proof {

namespace {

using content::Caution, content::SignId;

template <class Number>
void add(std::string& key, Number number) {
    write(key, static_cast<std::size_t>(number));
}

void add(std::string& key, const std::vector<SignId>& signs) {
    add(key, signs.size());
    for (const auto sign : signs) add(key, sign.index);
}

void add(std::string& key, const std::vector<Caution>& cautions) {
    add(key, cautions.size());
    for (const auto& caution : cautions) add(key, caution.signs);
}

}  // namespace

std::string rules_of_questions(const content::Topic& topic) {
    std::string key;
    add(key, topic.questions.size());
    for (const auto& question : topic.questions) {
        add(key, question.kind);
        add(key, question.urgency);
        add(key, (question.is_private ? 1 : 0) + (question.ends_check ? 2 : 0) + (question.why.empty() ? 0 : 4));
        add(key, question.signs);
    }
    add(key, topic.signs.size());
    for (const auto& sign : topic.signs) {
        add(key, sign.question.index);
        add(key, sign.urgency);
    }
    add(key, topic.together.size());
    for (const auto& rule : topic.together) {
        add(key, rule.all);
        add(key, rule.any);
        add(key, rule.urgency);
    }
    return key;
}

std::string rules_of(const content::Part& part) {
    std::string key;
    add(key, part.withhold);
    add(key, part.only_if);
    return key;
}

std::string rules_of(const content::Handout& handout) {
    std::string key;
    add(key, handout.group.index);
    add(key, handout.always_open ? 1 : 0);
    add(key, handout.withhold);
    add(key, handout.ask_first);
    add(key, handout.parts.size());
    for (const auto& part : handout.parts) key += rules_of(part);
    return key;
}

std::string rules_of(const content::Topic& topic) {
    auto key = rules_of_questions(topic);
    add(key, topic.groups.size());
    add(key, topic.handouts.size());
    for (const auto& handout : topic.handouts) key += rules_of(handout);
    return key;
}

std::string rules_of(const content::Content& content) {
    std::string key;
    add(key, content.languages.size());
    add(key, content.clinic.after_today);
    const auto& t = content.clinic.timing;
    for (const auto time : {t.idle, t.idle_reading, t.idle_largest, t.idle_countdown, t.unfinished_notice,
                            t.call_shown_within, t.call_answered_within, t.call_closed_shown, t.printing_deadline,
                            t.done_shown, t.ignore_after_change, t.repeat_guard})
        add(key, time.count());
    for (const auto& topic : content.topics) key += rules_of(topic);
    return key;
}

}  // namespace kiosk::proof
