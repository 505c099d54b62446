// SPDX-License-Identifier: Apache-2.0
// Which answers lead elsewhere, in the words of a reviewer; and that the few cases looked at are all that is needed.
#include "views/elsewhere.hpp"

#include "fixtures/small.hpp"
#include "visit/outcomes.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace kiosk;
using namespace kiosk::views;
using content::Urgency;

namespace {

using Sentences = std::vector<std::string>;

content::SignId sign(const content::Topic& topic, const std::string& id) {
    for (std::size_t i = 0; i < topic.signs.size(); ++i)
        if (topic.signs[i].id == id) return {i};
    FAIL("no sign " << id);
    return {};
}

/// The small clinic after this was done to its topic.
template <class Change>
Sentences after(Change change) {
    const auto before = fixtures::small_clinic();
    auto content = before;
    change(content.topics.front());
    return led_elsewhere(before, content);
}

/// Something in the rules of the topic is other than it was.
void change_a_rule(content::Topic& topic, std::mt19937& random) {
    const auto any = [&](std::size_t size) { return std::uniform_int_distribution<std::size_t>(0, size - 1)(random); };
    switch (any(6)) {
        case 0:
            topic.signs[any(topic.signs.size())].urgency = static_cast<Urgency>(any(4));
            break;
        case 1:
            topic.questions[any(topic.questions.size())].urgency = static_cast<Urgency>(any(4));
            break;
        case 2:
            topic.together.front().any = {{any(topic.signs.size())}};
            break;
        case 3:
            topic.together.front().urgency = static_cast<Urgency>(any(4));
            break;
        case 4:
            topic.handouts[any(topic.handouts.size())].withhold = {{{{any(topic.signs.size())}}, {}, {}}};
            break;
        default:
            topic.handouts[any(topic.handouts.size())].ask_first = {};
    }
}

/// Every set of yes answers, with No to the rest.
bool all_sets_agree(const content::Topic& before, const content::Topic& now) {
    for (unsigned set = 0; set < 1U << before.signs.size(); ++set) {
        visit::Case answers;
        for (std::size_t i = 0; i < before.signs.size(); ++i)
            if ((set >> i & 1U) != 0)
                answers.push_back({before.signs[i].id, before.questions[before.signs[i].question.index].id});
        if (visit::outcome(before, answers) != visit::outcome(now, answers)) return false;
    }
    return true;
}

bool least_cases_agree(const content::Topic& before, const content::Topic& now) {
    for (const auto& one : visit::least_cases(before, now))
        if (visit::outcome(before, one) != visit::outcome(now, one)) return false;
    return visit::outcome(before, {}) == visit::outcome(now, {});
}

}  // namespace

TEST_CASE("words alone lead nobody elsewhere") {
    CHECK(after([](auto& topic) {
              topic.questions.front().ask.in = {"Anything of this?"};
              topic.handouts.front().title.in = {"Hot bath"};
          }) == Sentences{});
}

TEST_CASE("a lowered urgency is told for Yes and for not sure") {
    CHECK(after([](auto& topic) {
              topic.signs[sign(topic, "accident").index].urgency = Urgency::today;
              topic.questions[1].urgency = Urgency::today;
          }) ==
          Sentences{"\"I'm not sure\" to \"Did it start after a bad fall?\" led to the red page at once; now leads "
                    "to see staff today.",
                    "Yes to \"Did it start after a bad fall?\" led to the red page at once; now leads to see staff "
                    "today."});
}

TEST_CASE("a handout that is no longer withheld is told for the answer that held it back") {
    CHECK(after([](auto& topic) { topic.handouts.front().withhold.clear(); }) ==
          Sentences{"\"Warm bath\" was withheld for \"You have kidney disease\"; now it is open.",
                    "\"Warm bath\" was withheld for Yes to \"Is the person under 18?\"; now it is open."});
}

TEST_CASE("a together rule that is dropped is told for each pair") {
    CHECK(after([](auto& topic) { topic.together.clear(); }) ==
          Sentences{
              "Yes to \"Have you had a fever with this pain?\" together with \"You have used a needle to take street "
              "drugs\" led to the red page at once; now leads to see staff today.",
              "Yes to \"Have you had a fever with this pain?\" together with \"Your body has a hard time to fight "
              "germs\" led to the red page at once; now leads to see staff today."});
}

TEST_CASE("an answer that came or went says where it leads or led") {
    const auto before = fixtures::small_clinic();
    auto without = before;
    auto& topic = without.topics.front();
    topic.questions.pop_back();
    topic.signs.pop_back();
    CHECK(led_elsewhere(before, without) ==
          Sentences{
              "\"I'm not sure\" to \"Have you had this pain for more than 6 weeks?\" is no longer asked. It led to a "
              "line on the note.",
              "Yes to \"Have you had this pain for more than 6 weeks?\" is no longer asked. It led to a line on the "
              "note."});
    CHECK(led_elsewhere(without, before).back() ==
          "Yes to \"Have you had this pain for more than 6 weeks?\" is a new answer. It leads to a line on the note.");
}

TEST_CASE("a question moved before the one that ends the check changes what is known when it ends") {
    const auto moved = after([](auto& topic) {
        std::swap(topic.questions[2], topic.questions[3]);
        for (auto& s : topic.signs) {
            if (s.question.index == 2)
                s.question.index = 3;
            else if (s.question.index == 3)
                s.question.index = 2;
        }
    });
    CHECK(moved == Sentences{});  // nothing of the small clinic hangs on the fever alone
}

TEST_CASE("where the least cases agree, every set of answers does") {
    std::mt19937 random(7);
    const auto before = fixtures::small_clinic().topics.front();
    int agreed = 0;
    for (int i = 0; i < 300; ++i) {
        auto now = before;
        for (int changes = 1 + i % 2; changes > 0; --changes) change_a_rule(now, random);
        const bool least = least_cases_agree(before, now);
        if (least) CHECK(all_sets_agree(before, now));
        agreed += least ? 1 : 0;
    }
    CHECK(agreed > 10);
    CHECK(agreed < 290);
}
