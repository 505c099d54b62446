// SPDX-License-Identifier: Apache-2.0
// Text size, contrast, language, lower screen.
#include "play.hpp"

using namespace kiosk;
using namespace kiosk::visit;
using namespace small_clinic;

TEST_CASE("a panel opens, changes its own thing and closes") {
    Play visit;
    visit.begin();
    visit.tap(action::OpenPanel{Panel::text_size});
    CHECK(std::get<overlay::Settings>(visit.visit.overlay).panel == Panel::text_size);
    visit.tap(action::SetContrast{Contrast::high});
    CHECK(visit.visit.look.contrast == Contrast::normal);
    visit.tap(action::SetTextSize{TextSize::large});
    CHECK(visit.visit.look.size == TextSize::large);
    CHECK(visit.under<overlay::Settings>());
    visit.tap(action::OpenPanel{Panel::contrast});
    CHECK(std::get<overlay::Settings>(visit.visit.overlay).panel == Panel::contrast);
    visit.taps({action::SetContrast{Contrast::high}, action::Close{}});
    CHECK(visit.visit.look.contrast == Contrast::high);
    CHECK(visit.under<std::monostate>());
    visit.taps({action::OpenPanel{Panel::contrast}, action::OpenPanel{Panel::contrast}});
    CHECK_MESSAGE(visit.under<std::monostate>(), "the open panel's own key closes it");
}

TEST_CASE("stillness goes with the contrast panel, holds from then on, and ends with the visit") {
    Play visit;
    visit.begin();
    visit.tap(action::ToggleStill{});
    CHECK_FALSE_MESSAGE(visit.visit.look.still, "only where its key is");
    visit.taps({action::OpenPanel{Panel::contrast}, action::ToggleStill{}});
    CHECK(visit.visit.look.still);
    CHECK(visit.under<overlay::Settings>());
    visit.taps({action::SetContrast{Contrast::high}, action::Close{}, action::Back{}});
    CHECK(visit.visit.look == Look{.contrast = Contrast::high, .still = true});
    visit.tap(action::Finish{});
    CHECK(visit.visit.look == Look{});
    visit.taps({action::OpenPanel{Panel::contrast}, action::ToggleStill{}, action::ToggleStill{}});
    CHECK_FALSE(visit.visit.look.still);
}

TEST_CASE("on a machine that is still every visit begins so") {
    const auto first = fresh({7}, {.still = true}, {});
    CHECK(first.look.still);
    Play visit{.visit = first};
    visit.begin();
    visit.taps({action::OpenPanel{Panel::contrast}, action::ToggleStill{}, action::Close{}});
    CHECK_FALSE(visit.visit.look.still);
    visit.tap(action::Finish{});
    CHECK(visit.visit.look.still);
}

TEST_CASE("under a panel nothing can be touched") {
    Play visit;
    visit.up_to(fall);
    visit.taps({action::OpenPanel{Panel::text_size}, action::Say{Reply::yes}, action::Finish{}});
    CHECK(visit.question() == "fall");
    visit.tap(action::Back{});
    CHECK(visit.question() == "fall");
    CHECK(visit.under<std::monostate>());
}

TEST_CASE("language: only where there are several, and the answers stay") {
    Play one;
    one.begin();
    one.tap(action::OpenPanel{Panel::language});
    CHECK(one.under<std::monostate>());

    Play two{.content = content_in_two_languages()};
    two.taps({action::ChooseLanguage{{0}}, action::StartQuestions{}, action::ChooseWho{Who::me}});
    two.no();
    two.no();
    two.taps({action::OpenPanel{Panel::language}, action::ChooseLanguage{{5}}, action::ChooseLanguage{{1}},
              action::Close{}});
    CHECK(two.visit.look.language == LanguageId{1});
    CHECK(two.question() == "numb");
    CHECK(two.visit.answers.given.size() == 2);
}

TEST_CASE("a new look cuts the pages anew, here and on the way back") {
    struct Row {
        const char* sentence;
        std::vector<Action> taps;
    };
    const std::vector<Row> rows{
        {"text size", {action::OpenPanel{Panel::text_size}, action::SetTextSize{TextSize::large}}},
        {"language", {action::OpenPanel{Panel::language}, action::ChooseLanguage{{1}}}},
        {"lower screen", {action::ToggleLowered{}}},
    };
    for (const auto& row : rows) {
        INFO(row.sentence);
        Play visit{.content = content_in_two_languages()};
        visit.to_library();
        visit.taps({action::TurnTo{2}, action::Read{walking}, action::TurnTo{1}});
        visit.taps(row.taps);
        CHECK(visit.at<place::Reading>().page == 0);
        visit.taps({action::Close{}, action::Back{}});
        CHECK(visit.at<place::Library>().page == 0);
    }
}

TEST_CASE("lowering works everywhere and goes back") {
    Play visit;
    visit.tap(action::ToggleLowered{});
    CHECK(visit.visit.look.lowered);
    visit.tap(action::ToggleLowered{});
    CHECK_FALSE(visit.visit.look.lowered);
    CHECK(visit.place() == "welcome");
}

TEST_CASE("the pressed key is known until the finger lifts or leaves") {
    Play visit;
    visit.begin();
    visit.happen(event::Pressed{action::Back{}});
    CHECK(visit.visit.pressed == Action{action::Back{}});
    visit.happen(event::Pressed{});
    CHECK_FALSE(visit.visit.pressed);
    visit.happen(event::Pressed{action::Tick{breathless}});
    visit.tap(action::Tick{breathless});
    CHECK_FALSE(visit.visit.pressed);
}
