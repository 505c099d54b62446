// SPDX-License-Identifier: Apache-2.0
// Topics with the same rules share their walks, and each is told in its own words.
#include "../visit/small_clinic.hpp"

#include "proof/model.hpp"
#include "proof/proof.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace kiosk;

namespace {

std::size_t walked(const proof::Memory& memory) {
    std::size_t steps = 0;
    for (const auto& [rules, tally] : memory) steps += tally.steps;
    return steps;
}

/// Where nothing but names, words and lines differs.
content::Topic in_other_words(content::Topic topic, const std::string& other) {
    topic.id = other;
    topic.file = other + ".xml";
    for (auto& question : topic.questions) question.id += other, question.ask = {{other}}, question.line = 7;
    for (auto& sign : topic.signs) sign.id += other, sign.label = {{other}};
    for (auto& handout : topic.handouts) handout.id += other, handout.line = 7;
    return topic;
}

}  // namespace

TEST_CASE("a topic with the same rules in other words costs no walk") {
    auto content = small_clinic::content();
    proof::Memory memory;
    const auto alone = proof::prove(content, memory).front();
    const auto steps = walked(memory);
    content.topics.push_back(in_other_words(content.topics.front(), "neck"));
    const auto both = proof::prove(content, memory);
    CHECK(walked(memory) == steps);
    REQUIRE(both.size() == 2);
    CHECK(both.back().topic == "neck");
    CHECK(both.back().file == "neck.xml");
    CHECK(both.back().is == proof::Verdict::Is::proved);
    CHECK(both.back().steps == alone.steps);
}

TEST_CASE("a topic with another rule for one handout is walked itself, but not its questions") {
    auto content = small_clinic::content();
    proof::Memory memory;
    (void)proof::prove(content, memory);
    const auto before = memory.size();
    content.topics.front().handouts[small_clinic::see_clinician.index].always_open = false;
    (void)proof::prove(content, memory);
    CHECK(memory.size() > before);
    const auto questions = std::count_if(memory.begin(), memory.end(),
                                         [](const auto& known) { return known.first.starts_with("questions "); });
    CHECK(questions == 1);
}

TEST_CASE("a broken rule is told of each topic in its own words, also where the rules are the same") {
    auto content = small_clinic::content();
    auto& wrong = content.topics.front();
    std::swap(wrong.questions[small_clinic::under_18.index].ends_check,
              wrong.questions[small_clinic::germs.index].ends_check);
    content.topics.push_back(in_other_words(wrong, "neck"));
    const auto verdicts = proof::prove(content);
    for (std::size_t topic = 0; topic < verdicts.size(); ++topic) {
        const auto& verdict = verdicts[topic];
        CHECK(verdict.is == proof::Verdict::Is::broken);
        REQUIRE(!verdict.broken.empty());
        CHECK(verdict.broken.front().file == content.topics[topic].file);
    }
}

TEST_CASE("what a topic has no answer for is walked with another answer") {
    auto content = small_clinic::content();
    auto& topic = content.topics.front();
    topic.together.clear();
    const auto walks = [&](const std::string& about) {
        const auto models = proof::models(content, topic);
        return std::any_of(models.begin(), models.end(), [&](const auto& m) { return m.about == about; });
    };
    for (auto& sign : topic.signs)
        if (sign.urgency == content::Urgency::emergency) sign.urgency = content::Urgency::mention;
    for (auto& question : topic.questions)
        if (question.urgency == content::Urgency::emergency) question.urgency = content::Urgency::mention;
    CHECK(walks("calls"));
    for (auto& sign : topic.signs) sign.urgency = content::Urgency::mention;
    for (auto& question : topic.questions) question.urgency = content::Urgency::mention;
    CHECK(walks("see today"));  // by "I'd rather tell staff"
    topic.handouts.clear();
    CHECK(walks("calls"));
}
