// SPDX-License-Identifier: Apache-2.0
#include "proof/lean.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace kiosk::proof {

namespace {

using content::Caution, content::Content, content::HandoutId, content::SignId, content::Topic;
using Signs = std::vector<SignId>;

/// Signs by their new numbers; those that were left out are gone.
struct Renumbered {
    std::vector<std::optional<SignId>> sign;

    Signs operator()(const Signs& old) const {
        Signs now;
        for (const auto one : old)
            if (sign[one.index]) now.push_back(*sign[one.index]);
        return now;
    }
    std::vector<Caution> operator()(const std::vector<Caution>& old) const {
        std::vector<Caution> now;
        for (const auto& caution : old)
            if (auto signs = (*this)(caution.signs); !signs.empty()) now.push_back({std::move(signs), {}, {}});
        return now;
    }
};

content::Handout lean(const content::Handout& from) {
    content::Handout handout;
    handout.id = from.id;
    handout.group = from.group;
    handout.always_open = from.always_open;
    handout.line = from.line;
    handout.withhold = from.withhold;
    handout.ask_first = from.ask_first;
    for (auto* list : {&handout.withhold, &handout.ask_first})
        for (auto& caution : *list) caution.because = caution.reason = {};
    for (const auto& part : from.parts) {
        auto& added = handout.parts.emplace_back();
        added.withhold = part.withhold;
        added.only_if = part.only_if;
    }
    return handout;
}

content::Question lean(const content::Question& from) {
    content::Question question;
    question.id = from.id;
    question.kind = from.kind;
    question.urgency = from.urgency;
    question.is_private = from.is_private;
    question.ends_check = from.ends_check;
    question.line = from.line;
    question.signs = from.signs;
    if (!from.why.empty()) question.why = {content::Text{{"why"}}};
    return question;
}

}  // namespace

Topic lean(const Topic& from) {
    Topic topic;
    topic.id = from.id;
    topic.file = from.file;
    topic.line = from.line;
    topic.check_line = from.check_line;
    for (const auto& question : from.questions) topic.questions.push_back(lean(question));
    for (const auto& sign : from.signs) {
        auto& added = topic.signs.emplace_back();
        added.id = sign.id;
        added.question = sign.question;
        added.urgency = sign.urgency;
        added.line = sign.line;
    }
    for (const auto& rule : from.together) topic.together.push_back({rule.all, rule.any, rule.urgency, {}});
    topic.groups.resize(from.groups.size());
    for (const auto& handout : from.handouts) topic.handouts.push_back(lean(handout));
    return topic;
}

Content lean(const Content& from, const Topic& topic) {
    Content content;
    content.clinic.after_today = from.clinic.after_today;
    content.clinic.timing = from.clinic.timing;
    content.languages.resize(std::min<std::size_t>(from.languages.size(), 2));
    content.topics = {lean(topic)};
    return content;
}

Topic cut(const Topic& from, const Signs& keep, const std::vector<HandoutId>& handouts) {
    auto topic = lean(from);
    topic.questions.clear();
    topic.signs.clear();
    topic.together.clear();
    topic.handouts.clear();
    Renumbered now{std::vector<std::optional<SignId>>(from.signs.size())};
    for (const auto& question : from.questions) {
        auto added = lean(question);
        added.signs.clear();
        for (const auto sign : question.signs) {
            if (std::find(keep.begin(), keep.end(), sign) == keep.end()) continue;
            now.sign[sign.index] = SignId{topic.signs.size()};
            added.signs.push_back({topic.signs.size()});
            topic.signs.push_back({.id = from[sign].id,
                                   .question = {topic.questions.size()},
                                   .urgency = from[sign].urgency,
                                   .line = from[sign].line});
        }
        if (!added.signs.empty()) topic.questions.push_back(std::move(added));
    }
    for (const auto id : handouts) {
        auto handout = lean(from[id]);
        handout.withhold = now(handout.withhold);
        handout.ask_first = now(handout.ask_first);
        handout.parts.clear();
        topic.handouts.push_back(std::move(handout));
    }
    return topic;
}

}  // namespace kiosk::proof
