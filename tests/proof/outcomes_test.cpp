// SPDX-License-Identifier: Apache-2.0
#include "../visit/small_clinic.hpp"

#include "proof/outcomes.hpp"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::proof;
using content::Urgency;
using visit::Reply, visit::Standing;

namespace {

const content::Topic topic = small_clinic::topic();

Outcome leads_to(const Case& said) {
    const auto given = answers(topic, said);
    REQUIRE(given);
    return outcome(topic, *given);
}

Standing stands(const Outcome& outcome, const std::string& handout) {
    for (const auto& one : outcome.handouts)
        if (one.handout == handout) return one.standing;
    FAIL("no handout ", handout);
    return {};
}

}  // namespace

TEST_CASE("no to everything opens every handout") {
    const auto all = leads_to({});
    CHECK(all.urgency == Urgency::none);
    CHECK(all.ended_at.empty());
    for (const auto& handout : all.handouts) CHECK(handout.standing == Standing::open);
}

TEST_CASE("every sign, every not sure, every private answer and every combination is a case") {
    const auto list = cases(topic);
    // Nothing said, 15 signs, 9 times not sure, 2 private questions, 2 and 1 combinations.
    CHECK(list.size() == 1 + 15 + 9 + 2 + 3);
    for (const auto& said : list) CHECK(answers(topic, said));
}

TEST_CASE("a case says what it leads to") {
    CHECK(leads_to({{{"chest", Reply::yes, {"breathless"}}}}).urgency == Urgency::emergency);
    CHECK(leads_to({{{"chest", Reply::yes, {"breathless"}}}}).ended_at == "chest");
    const auto child = leads_to({{{"under-18", Reply::yes, {}}}});
    CHECK(child.urgency == Urgency::today);
    CHECK(child.ended_at == "under-18");
    CHECK(stands(child, "warm-bath") == Standing::withheld);
    const auto kidney = leads_to({{{"about", Reply::yes, {"kidney"}}}});
    CHECK(stands(kidney, "warm-bath") == Standing::withheld);
    CHECK(stands(kidney, "walking") == Standing::open);
    CHECK(stands(leads_to({{{"about", Reply::yes, {"blood-thinner"}}}}), "oils") == Standing::ask_first);
    const auto fever = leads_to({{{"fever", Reply::yes, {}}}});
    CHECK(stands(fever, "walking") == Standing::after_staff);
    CHECK(fever.handouts[0].released == Standing::open);
    CHECK(leads_to({{{"fever", Reply::yes, {}}, {"germs", Reply::yes, {"needles"}}}}).urgency == Urgency::emergency);
}

TEST_CASE("a case of another version that names what is not there has no answers") {
    CHECK(!answers(topic, {{{"cough", Reply::yes, {}}}}));
    CHECK(!answers(topic, {{{"chest", Reply::yes, {"cough"}}}}));
    CHECK(!answers(topic, {{{"chest", Reply::yes, {}}}}));
    CHECK(!answers(topic, {{{"chest", Reply::tell_staff, {}}}}));
}
