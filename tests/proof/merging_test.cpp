// SPDX-License-Identifier: Apache-2.0
// Small topics made at random, every answer to every question given: merged answers lead to all that these lead to.
#include "proof/oracle.hpp"
#include "proof/space.hpp"
#include "visit/triage.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace kiosk;
using namespace kiosk::proof;

namespace {

class Author {
public:
    explicit Author(unsigned seed) : m_random(seed) {}

    Topic topic() {
        Topic made;
        for (auto left = 2 + below(3); left > 0; --left) add_question(made);
        for (auto left = below(3); left > 0; --left)
            made.together.push_back({some(made, 1 + below(2)), some(made, below(3)), urgency(), {}});
        for (auto left = 1 + below(2); left > 0; --left) add_handout(made);
        return made;
    }

private:
    std::size_t below(std::size_t end) { return m_random() % end; }
    Urgency urgency() { return static_cast<Urgency>(std::min(below(4), below(4))); }

    std::vector<SignId> some(const Topic& topic, std::size_t count) {
        std::vector<SignId> signs;
        for (; count > 0; --count) signs.push_back({below(topic.signs.size())});
        return signs;
    }

    void add_question(Topic& topic) {
        content::Question question;
        question.id = "q" + std::to_string(topic.questions.size());
        question.kind = below(2) == 0 ? Kind::yes_no : Kind::any_of;
        question.urgency = urgency();
        question.is_private = below(4) == 0;
        question.ends_check = below(6) == 0;
        for (auto left = question.kind == Kind::yes_no ? 1 : 1 + below(3); left > 0; --left) {
            content::Sign sign;
            sign.id = "s" + std::to_string(topic.signs.size());
            sign.question = {topic.questions.size()};
            sign.urgency = urgency();
            question.signs.push_back({topic.signs.size()});
            topic.signs.push_back(sign);
        }
        topic.questions.push_back(question);
    }

    void add_handout(Topic& topic) {
        content::Handout handout;
        handout.id = "h" + std::to_string(topic.handouts.size());
        if (below(2) == 0) handout.withhold.push_back({some(topic, 1 + below(2)), {}, {}});
        if (below(2) == 0) handout.ask_first.push_back({some(topic, 1 + below(2)), {}, {}});
        handout.always_open = below(3) == 0;
        content::Part part;
        part.withhold = some(topic, below(2));
        part.only_if = some(topic, below(2));
        handout.parts = {content::Part{}, part};
        topic.handouts.push_back(handout);
    }

    std::mt19937 m_random;
};

std::vector<Answer> all_answers(const content::Question& question) {
    std::vector<Answer> all{{Reply::no, {}}, {Reply::not_sure, {}}};
    if (question.is_private) all.push_back({Reply::tell_staff, {}});
    if (question.kind == Kind::yes_no) all.push_back({Reply::yes, {}});
    for (std::size_t set = 1; question.kind == Kind::any_of && set < std::size_t{1} << question.signs.size(); ++set) {
        Answer some{Reply::yes, {}};
        for (std::size_t i = 0; i < question.signs.size(); ++i)
            if ((set >> i & 1U) != 0) some.ticked.push_back(question.signs[i]);
        all.push_back(std::move(some));
    }
    return all;
}

void answer_all(const Topic& topic, Answers& so_far, std::vector<Answers>& finished) {
    const auto question = next_question(topic, so_far);
    if (!question) return finished.push_back(so_far);
    for (const auto& answer : all_answers(topic[*question])) {
        so_far.given.push_back({*question, answer, {}});
        answer_all(topic, so_far, finished);
        so_far.given.pop_back();
    }
}

std::vector<Answers> one_by_one(const Topic& topic) {
    Answers none;
    std::vector<Answers> all;
    answer_all(topic, none, all);
    return all;
}

std::vector<std::vector<SignId>> asked_for(const Topic& topic) {
    std::vector<std::vector<SignId>> lists;
    for (const auto& handout : topic.handouts) {
        for (const auto* cautions : {&handout.withhold, &handout.ask_first})
            for (const auto& caution : *cautions) lists.push_back(caution.signs);
        for (const auto& part : handout.parts) lists.insert(lists.end(), {part.withhold, part.only_if});
    }
    return lists;
}

/// By the rules of a topic that may be another one: its questions are the same.
std::vector<Answers> merged_by(const Topic& rules) {
    const Space space(rules, asked_for(rules));
    REQUIRE(space.fits());
    std::vector<Answers> all;
    for (const auto& combination : space.combinations()) all.push_back(space.answers(combination));
    return all;
}

struct HandoutOutcome {
    Standing standing, released;
    std::vector<std::size_t> parts;
    bool operator==(const HandoutOutcome&) const = default;
};

struct Outcome {
    Urgency urgency;
    bool ended;
    std::vector<HandoutOutcome> handouts;
    bool operator==(const Outcome&) const = default;
};

/// Nothing opens in an emergency: nobody sees which parts it would have had.
Outcome outcome(const Topic& topic, const Answers& answers) {
    Outcome found{urgency(topic, answers), answers.given.size() < topic.questions.size(), {}};
    for (HandoutId id{}; id.index < topic.handouts.size(); ++id.index) {
        HandoutOutcome handout{
            standing(topic, answers, Release::none, id), standing(topic, answers, Release::by_staff, id), {}};
        if (found.urgency != Urgency::emergency)
            for (const auto* part : parts(topic, answers, id))
                handout.parts.push_back(static_cast<std::size_t>(part - topic[id].parts.data()));
        found.handouts.push_back(std::move(handout));
    }
    return found;
}

std::vector<Outcome> outcomes(const Topic& topic, const std::vector<Answers>& all) {
    std::vector<Outcome> found;
    for (const auto& answers : all)
        if (auto one = outcome(topic, answers); std::find(found.begin(), found.end(), one) == found.end())
            found.push_back(std::move(one));
    return found;
}

bool same(const std::vector<Outcome>& some, const std::vector<Outcome>& others) {
    return std::is_permutation(some.begin(), some.end(), others.begin(), others.end());
}

/// The plain opinion on every answer.
bool is_safe(const Topic& topic, const std::vector<Answers>& all) {
    return std::all_of(all.begin(), all.end(), [&](const Answers& answers) {
        if (urgency(topic, answers) < least_urgency(topic, answers)) return false;
        for (std::size_t i = 0; i < topic.handouts.size(); ++i) {
            Visit visit;
            visit.answers = answers;
            if (open(topic, answers, Release::none, {i}) && !why_closed(topic, visit, {i}).empty()) return false;
        }
        return true;
    });
}

}  // namespace

TEST_CASE("merged answers lead to all that every single answer leads to") {
    Author author(2026);
    std::size_t single = 0, merged = 0;
    for (int i = 0; i < 300; ++i) {
        const auto topic = author.topic();
        const auto all = one_by_one(topic), some = merged_by(topic);
        INFO("topic ", i);
        CHECK(same(outcomes(topic, all), outcomes(topic, some)));
        CHECK(is_safe(topic, all));
        CHECK(is_safe(topic, some));
        single += all.size();
        merged += some.size();
    }
    CHECK(merged * 2 < single);
}

TEST_CASE("answers that a together rule or a handout tells apart, merged all the same, are missed") {
    Author author(2026);
    int without_rules = 0, without_handouts = 0;
    for (int i = 0; i < 300; ++i) {
        const auto topic = author.topic();
        const auto all = outcomes(topic, one_by_one(topic));
        auto fewer = topic;
        fewer.together.clear();
        if (!same(all, outcomes(topic, merged_by(fewer)))) ++without_rules;
        fewer = topic;
        fewer.handouts.clear();
        if (!same(all, outcomes(topic, merged_by(fewer)))) ++without_handouts;
    }
    CHECK(without_rules > 10);
    CHECK(without_handouts > 100);
}
