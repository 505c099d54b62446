// SPDX-License-Identifier: Apache-2.0
// Handouts: groups, what is held back, reading, choosing.
#include "play.hpp"

using namespace kiosk;
using namespace kiosk::visit;
using namespace small_clinic;

namespace {

/// In the library, with these things told about oneself.
Play library(std::vector<SignId> told) {
    Play visit;
    visit.up_to(about);
    visit.tick(std::move(told));
    REQUIRE(visit.place() == "library");
    return visit;
}

}  // namespace

TEST_CASE("groups filter the library") {
    Play visit;
    visit.to_library();
    const auto depth = visit.visit.trail.size();
    for (int round = 0; round < 3; ++round) {
        visit.tap(action::ChooseGroups{});
        CHECK(visit.place() == "groups");
        visit.tap(action::ShowGroup{{2}});
        CHECK_MESSAGE(visit.place() == "groups", "there is no such group");
        visit.tap(action::ShowGroup{{1}});
        CHECK(visit.at<place::Library>().group == GroupId{1});
        visit.tap(action::ShowHandouts{});
        CHECK_FALSE(visit.at<place::Library>().group);
    }
    CHECK(visit.visit.trail.size() == depth);
    visit.taps({action::ChooseGroups{}, action::Back{}});
    CHECK(visit.place() == "library");
}

TEST_CASE("reading, and back to the same page of the library") {
    Play visit;
    visit.to_library();
    visit.taps({action::ShowGroup{{0}}, action::TurnTo{1}, action::Read{walking}, action::TurnTo{3}});
    CHECK(visit.at<place::Reading>().page == 3);
    visit.tap(action::ShowHandouts{});
    CHECK(visit.at<place::Library>().page == 1);
    CHECK(visit.at<place::Library>().group == GroupId{0});
    visit.taps({action::Read{walking}, action::Back{}});
    CHECK(visit.at<place::Library>().page == 1);
    visit.tap(action::Read{{99}});
    CHECK(visit.place() == "library");
}

TEST_CASE("a withheld handout says why and never opens") {
    auto visit = library({kidney});
    visit.tap(action::Read{warm_bath});
    CHECK(visit.at<place::HeldBack>().handout == warm_bath);
    visit.taps({action::TurnTo{1}, action::TurnTo{-1}});
    CHECK(visit.at<place::HeldBack>().page == 1);
    visit.taps({action::ReadWithCare{warm_bath}, action::Choose{warm_bath}, action::PrintThis{}, action::PrintChosen{},
                action::Read{warm_bath}});
    CHECK(visit.place() == "held back");
    CHECK(visit.visit.chosen.empty());
    CHECK(visit.said().empty());
    visit.tap(action::Back{});
    visit.taps({action::Choose{warm_bath}, action::PrintChosen{}});
    CHECK(visit.place() == "library");
    CHECK(visit.visit.chosen.empty());
}

TEST_CASE("other ideas instead of what is held back") {
    auto visit = library({kidney});
    visit.taps({action::Read{warm_bath}, action::Read{walking}});
    CHECK(visit.at<place::Reading>().handout.id() == walking);
    visit.tap(action::Back{});
    CHECK(visit.place() == "held back");
    visit.tap(action::ShowHandouts{});
    CHECK(visit.place() == "library");
}

TEST_CASE("ask first opens by Read with care alone") {
    auto visit = library({blood_thinner});
    visit.tap(action::ReadWithCare{oils});
    CHECK_MESSAGE(visit.place() == "library", "not without having seen why");
    visit.tap(action::Choose{oils});
    CHECK_MESSAGE(visit.place() == "held back", "nor chosen for paper");
    CHECK(visit.visit.chosen.empty());
    visit.tap(action::ReadWithCare{walking});
    CHECK(visit.place() == "held back");
    visit.tap(action::ReadWithCare{oils});
    CHECK(visit.at<place::Reading>().handout.id() == oils);
    visit.tap(action::Choose{oils});
    CHECK(visit.visit.chosen == std::vector{oils});
    visit.tap(action::Back{});
    CHECK(visit.place() == "library");
    visit.taps({action::Choose{oils}, action::Choose{oils}});
    CHECK_MESSAGE((visit.visit.chosen == std::vector{oils}), "once read with care, it can be chosen in the library");
    visit.tap(action::Read{oils});
    CHECK_MESSAGE(visit.place() == "held back", "and still says why each time");
}

TEST_CASE("going round in circles does not grow the way back") {
    auto visit = library({kidney});
    const auto depth = visit.visit.trail.size();
    for (int round = 0; round < 5; ++round)
        visit.taps({action::Read{warm_bath}, action::Read{walking}, action::Read{warm_bath},
                    action::Read{see_clinician}, action::Read{walking}});
    CHECK(visit.visit.trail.size() <= depth + 4);
    for (int step = 0; visit.place() != "library"; ++step) {
        REQUIRE(step < 4);
        visit.tap(action::Back{});
    }
}

TEST_CASE("choosing keeps the order and toggles") {
    Play visit;
    visit.to_library();
    visit.taps({action::Choose{oils}, action::Choose{walking}, action::Choose{warm_bath}, action::Choose{walking},
                action::Choose{{99}}});
    CHECK(visit.visit.chosen == std::vector{oils, warm_bath});
    visit.tap(action::PrintChosen{});
    const auto& order = std::get<HandoutOrder>(std::get<effect::Print>(visit.effects.front()).order.what);
    REQUIRE(order.handouts.size() == 2);
    CHECK(order.handouts[0].id() == oils);
    CHECK(order.handouts[1].id() == warm_bath);
}

TEST_CASE("other answers close what was chosen and what was read with care") {
    auto visit = library({blood_thinner});
    visit.taps({action::Choose{walking}, action::Read{oils}, action::ReadWithCare{oils}, action::Choose{oils},
                action::ShowHandouts{}});
    CHECK(visit.visit.chosen == std::vector{walking, oils});
    visit.tap(action::Back{});
    CHECK(visit.question() == "about");
    visit.content.topics.front().handouts[oils.index].withhold = {{{pregnant}, {}, {}}};
    visit.taps({action::Tick{pregnant}, action::Continue{}});
    CHECK(visit.place() == "library");
    CHECK(visit.visit.chosen == std::vector{walking});
    CHECK(visit.visit.with_care.empty());
}

TEST_CASE("Finish forgets from every calm place") {
    struct Row {
        const char* place;
        std::vector<Action> taps;
    };
    const std::vector<Row> rows{
        {"library", {}},
        {"groups", {action::ChooseGroups{}}},
        {"reading", {action::Read{walking}}},
        {"printing", {action::Choose{walking}, action::PrintChosen{}}},
    };
    for (const auto& row : rows) {
        INFO(row.place);
        Play visit;
        visit.to_library();
        visit.taps(row.taps);
        CHECK(visit.place() == row.place);
        visit.tap(action::Finish{});
        CHECK(visit.visit == fresh({8}, visit.around, visit.now));
        CHECK(std::holds_alternative<effect::Forget>(visit.effects.back()));
    }
}
