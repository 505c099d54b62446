// SPDX-License-Identifier: Apache-2.0
// What is counted of a visit: once, whatever way it ends, and nothing of who told the kiosk nothing.
#include "play.hpp"

#include <functional>

using namespace kiosk;
using namespace kiosk::visit;
using namespace small_clinic;

namespace {

/// What was counted since the visit began.
std::vector<CountedOutcome> counted(const Play& visit) {
    std::vector<CountedOutcome> found;
    for (const auto& effect : visit.effects)
        if (const auto* tally = std::get_if<effect::Tally>(&effect)) {
            CHECK(tally->ticket == Ticket{7});
            found.push_back(tally->visit.outcome);
        }
    return found;
}

using Outcomes = std::vector<CountedOutcome>;

void to_red_page(Play& visit) {
    visit.begin();
    visit.tap(action::Help{});
    REQUIRE(visit.place() == "red page");
}

}  // namespace

TEST_CASE("each way a visit ends counts it once, by what it came to") {
    struct Row {
        std::string how;
        std::function<void(Play&)> ends;
        CountedOutcome as;
    };
    const std::vector<Row> rows{
        {"finished in the library",
         [](Play& v) {
             v.to_library();
             v.tap(action::Finish{});
         },
         CountedOutcome::none},
        {"walked away from the library",
         [](Play& v) {
             v.to_library();
             v.wait(10min);
         },
         CountedOutcome::none},
        {"finished at see staff, sure",
         [](Play& v) {
             v.to_amber();
             v.taps({action::Finish{}, action::Confirm{true}});
         },
         CountedOutcome::today},
        {"walked away from see staff",
         [](Play& v) {
             v.to_amber();
             v.wait(10min);
         },
         CountedOutcome::today},
        {"walked away from a question",
         [](Play& v) {
             v.begin();
             v.wait(10min);
         },
         CountedOutcome::not_finished},
        {"finished on a question",
         [](Play& v) {
             v.begin();
             v.tap(action::Finish{});
         },
         CountedOutcome::not_finished},
        {"finished at the warning",
         [](Play& v) {
             v.begin();
             v.wait(60s);
             v.tap(action::Finish{});
         },
         CountedOutcome::not_finished},
        {"back to the welcome",
         [](Play& v) {
             v.begin();
             v.taps({action::Back{}, action::Back{}, action::Back{}});
         },
         CountedOutcome::not_finished},
        {"staff at the glass",
         [](Play& v) {
             to_red_page(v);
             v.taps({action::StaffAreWithMe{}, action::Confirm{true}});
         },
         CountedOutcome::emergency},
        {"staff closed the call at the desk",
         [](Play& v) {
             to_red_page(v);
             v.desk_report(DeskStage::closed);
             v.wait(10min);
         },
         CountedOutcome::emergency},
        {"help by mistake, then finished",
         [](Play& v) {
             to_red_page(v);
             v.taps({action::TouchedByMistake{}, action::Confirm{true}});
             v.no_to_the_rest();
             v.tap(action::Finish{});
         },
         CountedOutcome::none},
    };
    for (const auto& row : rows) {
        INFO(row.how);
        Play visit;
        row.ends(visit);
        CHECK(visit.visit.ticket == Ticket{8});
        CHECK(counted(visit) == Outcomes{row.as});
    }
}

TEST_CASE("whoever told the kiosk nothing is not counted") {
    Play touched, started, languages, looked;
    touched.happen(event::Touched{});
    touched.wait(10min);
    started.tap(action::Start{});
    started.wait(10min);
    languages.taps({action::Start{}, action::Back{}});
    looked.taps({action::OpenPanel{Panel::text_size}, action::SetTextSize{TextSize::largest}, action::Close{}});
    looked.wait(10min);
    for (const auto* visit : {&touched, &started, &languages, &looked}) {
        CHECK(visit->place() == "welcome");
        CHECK(counted(*visit).empty());
    }
}

TEST_CASE("the count comes before the forgetting, and says the language") {
    Play visit;
    visit.to_library();
    visit.effects.clear();
    visit.tap(action::Finish{});
    REQUIRE(visit.effects.size() == 2);
    const Effect tally = effect::Tally{{7}, {content::LanguageId{0}, CountedOutcome::none}};
    CHECK(visit.effects.front() == tally);
    CHECK(visit.effects.back() == Effect{effect::Forget{{7}}});
}

TEST_CASE("a visit that ended is not counted again while the glass says where help is") {
    Play visit;
    visit.begin();
    visit.wait(90s);
    REQUIRE(visit.place() == "unfinished");
    CHECK(counted(visit).size() == 1);
    visit.wait(10min);
    CHECK(counted(visit).size() == 1);
}
