// SPDX-License-Identifier: Apache-2.0
#include "play.hpp"

#include "proof/rules.hpp"

using namespace kiosk;
using namespace kiosk::visit;
using namespace kiosk::proof;

namespace {

std::string judged(const Play& play, const Visit& after, const Event& event = event::Touched{}, Effects effects = {}) {
    return broken_house_rule({play.content, play.visit, event, play.now, Step{after, std::move(effects)}});
}

}  // namespace

TEST_CASE("the rules of the house can be broken") {
    using namespace small_clinic;
    Play library, red;
    library.to_library();
    red.tap(action::Help{});

    auto kept = fresh({8}, library.visit.around, library.now);
    kept.look.contrast = Contrast::high;
    CHECK(judged(library, kept, event::Touched{}, {effect::Forget{{7}}}) == "something was not forgotten");
    CHECK(judged(library, fresh({8}, library.visit.around, library.now)) ==
          "a visit ended without Forget, or Forget without an end");

    CHECK(judged(library, library.visit, event::Touched{}, {effect::CancelPrint{{6}, {1}}}) ==
          "an effect had another person's ticket");

    auto coming = red.visit;
    coming.call->state = CallState::coming;
    CHECK(judged(red, coming) == "someone is coming, but nobody said so");

    auto touched = library.visit;
    touched.look.lowered = true;
    CHECK(judged(library, touched, event::PinJudged{{6}, 0, PinVerdict::right, {}}) ==
          "a report about an earlier patient changed something");
    CHECK(judged(library, touched, event::Woken{}) == "woken before the time, it did something");

    auto hidden = red.visit;
    hidden.overlay = overlay::StillThere{red.now + 30s, red.now + 1s};
    CHECK(judged(red, hidden) == "the red page warns of a time-out");

    auto twice = library.visit;
    twice.chosen = {walking, walking};
    CHECK(judged(library, twice) == "chosen twice");

    Play under_panel;
    under_panel.begin();
    under_panel.tap(action::OpenPanel{Panel::contrast});
    auto elsewhere = under_panel.visit;
    elsewhere.place = place::SafetyIntro{};
    CHECK(judged(under_panel, elsewhere, event::Tapped{action::Back{}}) == "a key under a panel did something");
}
