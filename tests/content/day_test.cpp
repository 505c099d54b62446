// SPDX-License-Identifier: Apache-2.0
// What a day takes away: handouts past their review-by, approvals past their last day; never what says when to get
// help.
#include "content/day.hpp"

#include "fixtures/small.hpp"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("a handout is offered to the end of its last day; what is always open stays") {
    auto content = fixtures::small_clinic();
    for (auto& handout : content.topics[0].handouts) handout.review_by = "2026-11-23";
    content.topics[0].handouts[0].always_open = false;
    content.topics[0].handouts[1].always_open = true;
    const auto expired = [&](const std::string& today, std::size_t which) {
        return content::on_day(content, today).topics[0].handouts[which].expired;
    };
    CHECK_FALSE(expired("2026-11-23", 0));
    CHECK(expired("2026-11-24", 0));
    CHECK_FALSE(expired("2026-11-24", 1));
    CHECK_FALSE(expired("", 0));
    const auto later = content::on_day(content, "2026-11-24");
    CHECK(content::offered(later.topics[0]).size() < content.topics[0].handouts.size());
    CHECK(later.topics[0].questions == content.topics[0].questions);
    CHECK(content::on_day(later, "2026-11-23") == content::on_day(content, "2026-11-23"));
}

TEST_CASE("an approval is gone after its last day") {
    auto content = fixtures::small_clinic();
    content.sign_off = content::SignOff{"A. Example, GP", "2026-11-01", "2026-11-23"};
    CHECK(content::on_day(content, "2026-11-23").sign_off);
    CHECK_FALSE(content::on_day(content, "2026-11-24").sign_off);
    CHECK(content::on_day(content, "").sign_off);
}
