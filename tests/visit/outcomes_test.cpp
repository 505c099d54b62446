// SPDX-License-Identifier: Apache-2.0
#include "visit/outcomes.hpp"

#include "small_clinic.hpp"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::visit;
using content::Urgency;

namespace {

const content::Topic topic = small_clinic::topic();

Standing stands(const Case& said, const std::string& handout) {
    const auto leads_to = outcome(topic, said);
    REQUIRE(leads_to);
    for (const auto& [id, standing] : leads_to->handouts)
        if (id == handout) return standing;
    FAIL("no handout ", handout);
    return {};
}

}  // namespace

TEST_CASE("no to everything opens every handout") {
    const auto all = outcome(topic, {});
    REQUIRE(all);
    CHECK(all->urgency == Urgency::none);
    CHECK(!all->ended_early);
    for (const auto& [id, standing] : all->handouts) CHECK(standing == Standing::open);
}

TEST_CASE("every sign, every not sure, every private answer and every combination is a case") {
    const auto list = least_cases(topic, topic);
    // 15 signs, 9 times not sure, 2 private questions, 2 and 1 combinations.
    CHECK(list.size() == 15 + 9 + 2 + 3);
    for (const auto& said : list) CHECK(answers(topic, said));
    CHECK(least_cases(topic, topic.together[0]).size() + least_cases(topic, topic.together[1]).size() == 3);
}

TEST_CASE("a case says what it leads to") {
    CHECK(outcome(topic, {{"breathless", "chest"}})->urgency == Urgency::emergency);
    const auto child = outcome(topic, {{"is-child", "under-18"}});
    REQUIRE(child);
    CHECK(child->urgency == Urgency::today);
    CHECK(child->ended_early);
    CHECK(stands({{"is-child", "under-18"}}, "warm-bath") == Standing::withheld);
    CHECK(stands({{"kidney", "about"}}, "warm-bath") == Standing::withheld);
    CHECK(stands({{"kidney", "about"}}, "walking") == Standing::open);
    CHECK(stands({{"blood-thinner", "about"}}, "oils") == Standing::ask_first);
    CHECK(stands({{"has-fever", "fever"}}, "walking") == Standing::open);  // once staff have released it
    CHECK(outcome(topic, {{"has-fever", "fever"}, {"needles", "germs"}})->urgency == Urgency::emergency);
}

TEST_CASE("a case of another version that names what is not there has no answers") {
    CHECK(!answers(topic, {{"cough", "cough"}}));
    CHECK(!answers(topic, {{"cough", "chest"}}));
    CHECK(!answers(topic, {{"breathless", "fever"}}));
    CHECK(!outcome(topic, {{"cough", "chest"}}));
}
