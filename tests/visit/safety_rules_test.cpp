// SPDX-License-Identifier: Apache-2.0
#include "play.hpp"

#include "proof/rules.hpp"

using namespace kiosk;
using namespace kiosk::visit;
using namespace kiosk::proof;

namespace {

std::string judged(const Play& play, const Visit& after, const Event& event = event::Touched{}, Effects effects = {}) {
    return broken_safety_rule({play.content, play.visit, event, play.now, Step{after, std::move(effects)}});
}

}  // namespace

TEST_CASE("the safety rules of the walk can be broken") {
    using namespace small_clinic;
    Play library, asking, red, amber;
    library.to_library();
    asking.begin();
    red.tap(action::Help{});
    amber.to_amber();

    auto sneaked = library.visit;
    sneaked.answers.given.pop_back();
    CHECK(judged(library, sneaked) == "the library opened before the check was finished");

    auto flagged = library.visit;
    flagged.answers.given.push_back({fever, Answer{Reply::yes, {}}, {}});
    CHECK(judged(library, flagged) == "the library opened before staff released it");

    auto calm = asking.visit;
    calm.answers.given.push_back({fall, Answer{Reply::yes, {}}, {}});
    CHECK(judged(asking, calm) == "an emergency answer did not lead to the red page");
    CHECK(judged(asking, asking.visit, event::Tapped{action::Help{}}) == "help did not lead to the red page");

    auto left = red.visit;
    left.place = place::Welcome{};
    CHECK(judged(red, left) == "the red page was left without a Yes");

    auto lowered = amber.visit;
    lowered.answers.amber_after.reset();
    lowered.answers.given.push_back({fever, Answer{Reply::no, {}}, {}});
    CHECK(judged(amber, lowered) == "after amber the urgency fell below today");

    auto released = amber.visit;
    released.release = Release::by_staff;
    CHECK(judged(amber, released) == "released, but not by staff");

    asking.tap(action::Tick{breathless});
    CHECK(judged(asking, fresh({8}, asking.visit.around, asking.now), event::Woken{}) ==
          "an emergency that was ticked was forgotten");
    CHECK(judged(amber, fresh({8}, amber.visit.around, amber.now), event::Woken{}) ==
          "a flag was forgotten without a word");
}
