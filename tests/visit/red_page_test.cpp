// SPDX-License-Identifier: Apache-2.0
// The red page: how it opens, what is called, and the two ways out.
#include "play.hpp"

using namespace kiosk;
using namespace kiosk::visit;
using namespace small_clinic;

TEST_CASE("the first emergency answer opens the red page at once") {
    struct Row {
        std::string sentence;
        QuestionId question;
        std::vector<Action> taps;
    };
    const std::vector<Row> rows{
        {"a choice", chest, {action::Tick{breathless}, action::Continue{}}},
        {"not sure of the choices", chest, {action::TickReply{Reply::not_sure}, action::Continue{}}},
        {"yes", fall, {action::Say{Reply::yes}}},
        {"not sure", fall, {action::Say{Reply::not_sure}}},
        {"rather tells staff", numb, {action::TickReply{Reply::tell_staff}, action::Continue{}}},
        {"an emergency choice among those of today", flags, {action::Tick{weak_arm}, action::Continue{}}},
        {"two answers together", fever, {action::Say{Reply::yes}, action::Tick{weak_immune}, action::Continue{}}},
    };
    for (const auto& row : rows) {
        INFO(row.sentence);
        Play visit;
        visit.up_to(row.question);
        visit.taps(row.taps);
        CHECK(visit.place() == "red page");
        CHECK(visit.said() == Words{"raise call"});
        CHECK(visit.visit.call->state == CallState::calling);
        CHECK(visit.visit.emergency_at == visit.now);
        CHECK_FALSE(visit.visit.help_key);
    }
}

TEST_CASE("a tick alone raises nothing before Continue") {
    Play visit;
    visit.begin();
    visit.tap(action::Tick{chest_pain});
    CHECK(visit.question() == "chest");
    CHECK(visit.said().empty());
}

TEST_CASE("the call carries the answers and why") {
    auto visit = emergency();
    const auto& call = std::get<effect::RaiseCall>(visit.effects.front());
    CHECK(call.ticket == Ticket{7});
    CHECK(call.call == CallNumber{1});
    CHECK(call.record == record(visit.visit));
    CHECK(*call.record.answers.now(fall) == Answer{Reply::yes, {}});
    CHECK(visit.visit.call->raised_by == fall);
}

TEST_CASE("help opens the red page from everywhere in one touch") {
    struct Row {
        const char* place;
        std::vector<Action> taps;
    };
    const std::vector<Row> rows{
        {"welcome", {}},
        {"safety intro", {action::Start{}}},
        {"ask who", {action::Start{}, action::StartQuestions{}}},
    };
    for (const auto& row : rows) {
        INFO(row.place);
        Play visit;
        visit.taps(row.taps);
        CHECK(visit.place() == row.place);
        visit.tap(action::Help{});
        CHECK(visit.place() == "red page");
        CHECK(visit.visit.help_key);
        CHECK(std::get<effect::RaiseCall>(visit.effects.front()).record.help_key);
        CHECK(visit.said() == Words{"raise call"});
    }
    const auto from = [](const std::string& sentence, Play visit) {
        INFO(sentence);
        visit.effects.clear();
        visit.tap(action::Help{});
        CHECK(visit.place() == "red page");
        CHECK(visit.under<std::monostate>());
        CHECK(std::holds_alternative<effect::RaiseCall>(visit.effects.back()));
    };
    Play question, why, panel, warned, amber, staff_first, note, library, groups, held, reading, printing, unfinished;
    question.begin();
    from("a question", question);
    why.begin();
    why.tap(action::ShowWhy{});
    from("the why panel", why);
    panel.begin();
    panel.tap(action::OpenPanel{Panel::contrast});
    from("the contrast panel", panel);
    warned.begin();
    warned.wait(60s);
    REQUIRE(warned.under<overlay::StillThere>());
    from("are you still there", warned);
    amber.to_amber();
    from("amber", amber);
    staff_first.to_amber();
    staff_first.tap(action::ShowHandouts{});
    from("what may be read before staff", staff_first);
    note.to_amber();
    note.tap(action::ReadNote{});
    from("the note", note);
    library.to_library();
    from("the library", library);
    groups.to_library();
    groups.tap(action::ChooseGroups{});
    from("the groups", groups);
    held.up_to(about);
    held.tick({kidney});
    held.tap(action::Read{warm_bath});
    REQUIRE(held.place() == "held back");
    from("a handout held back", held);
    reading.to_library();
    reading.tap(action::Read{walking});
    from("reading", reading);
    printing.to_library();
    printing.taps({action::Choose{walking}, action::PrintChosen{}});
    REQUIRE(printing.place() == "printing");
    from("printing", printing);
    unfinished.begin();
    unfinished.wait(90s);
    REQUIRE(unfinished.place() == "unfinished");
    from("need help? go to the front desk", unfinished);
}

TEST_CASE("help on the red page raises no second call") {
    auto visit = emergency();
    visit.said();
    visit.tap(action::Help{});
    CHECK(visit.said().empty());
    CHECK_FALSE(visit.visit.help_key);
}

TEST_CASE("nothing else is offered on the red page") {
    auto visit = emergency();
    visit.said();
    const auto before = visit.visit;
    visit.taps({action::Back{}, action::Finish{}, action::Start{}, action::ShowHandouts{}, action::Read{see_clinician},
                action::ReadNote{}, action::PrintChosen{}, action::PrintThis{}, action::Choose{walking},
                action::ChangeAnswers{}, action::Continue{}, action::Say{Reply::no}, action::Confirm{true},
                action::StillHere{}, action::Close{}, action::CallAgain{}});
    CHECK(visit.visit == before);
    CHECK(visit.said().empty());
}

TEST_CASE("the red page never times out") {
    auto visit = emergency();
    visit.desk_report(DeskStage::acknowledged);
    visit.wait(std::chrono::hours(24));
    CHECK(visit.place() == "red page");
    CHECK(visit.under<std::monostate>());
    CHECK_FALSE(wake_at(visit.content, visit.visit));
}

TEST_CASE("staff are with me: one yes, then a fresh welcome") {
    auto visit = emergency();
    visit.said();
    visit.tap(action::StaffAreWithMe{});
    CHECK(visit.place() == "red page");
    CHECK(visit.under<overlay::Sure>());
    visit.tap(action::Confirm{false});
    CHECK(visit.place() == "red page");
    CHECK(visit.under<std::monostate>());
    visit.taps({action::StaffAreWithMe{}, action::Confirm{true}});
    CHECK(visit.visit == fresh({8}, visit.around, visit.now));
    CHECK(visit.said() == Words{"close call", "forget"});
}

TEST_CASE("touched by mistake: back to the question, its answer gone, staff told") {
    auto visit = emergency();
    visit.said();
    visit.tap(action::TouchedByMistake{});
    CHECK(visit.under<overlay::Sure>());
    visit.tap(action::Confirm{true});
    CHECK(visit.question() == "fall");
    CHECK(visit.draft() == Draft{});
    CHECK(visit.visit.answers.now(fall) == nullptr);
    CHECK(visit.said() == Words{"cancel call"});
    visit.tap(action::Back{});
    CHECK_MESSAGE(visit.question() == "chest", "the way back is still there");
    visit.tap(action::Continue{});
    CHECK_MESSAGE(visit.question() == "fall", "it has to be answered again");
    visit.tap(action::Say{Reply::no});
    visit.no_to_the_rest();
    CHECK(visit.place() == "library");
    CHECK_MESSAGE(visit.visit.emergency_at, "the note says when it was");
}

TEST_CASE("touched by mistake after ticks: none of them is left") {
    Play visit;
    visit.begin();
    visit.tick({chest_pain});
    visit.taps({action::TouchedByMistake{}, action::Confirm{true}});
    CHECK(visit.question() == "chest");
    CHECK(visit.draft() == Draft{});
    visit.tick({chest_pain});
    CHECK(visit.place() == "red page");
    CHECK_MESSAGE((visit.visit.call->number == CallNumber{2}), "a second call is another call");
}

TEST_CASE("help touched by mistake returns to the very screen") {
    Play visit;
    visit.begin();
    visit.taps({action::Tick{breathless}, action::Help{}, action::TouchedByMistake{}, action::Confirm{true}});
    CHECK(visit.question() == "chest");
    CHECK(visit.draft() == Draft{{breathless}, {}});
    CHECK_FALSE(visit.visit.help_key);
    CHECK(visit.said() == Words{"raise call", "cancel call"});

    Play reading;
    reading.to_library();
    reading.taps(
        {action::Read{walking}, action::TurnTo{2}, action::Help{}, action::TouchedByMistake{}, action::Confirm{true}});
    CHECK(reading.at<place::Reading>().page == 2);
    reading.tap(action::Back{});
    CHECK(reading.place() == "library");
}

TEST_CASE("an emergency after amber, touched by mistake, leaves amber") {
    Play visit;
    visit.to_amber();
    visit.taps({action::ChangeAnswers{}, action::Back{}, action::Back{}, action::Back{}});
    CHECK(visit.question() == "fall");
    visit.tap(action::Say{Reply::yes});
    CHECK(visit.place() == "red page");
    visit.taps({action::TouchedByMistake{}, action::Confirm{true}, action::Say{Reply::no}});
    visit.tap(action::Say{Reply::no});
    CHECK(visit.place() == "see staff");
    CHECK(visit.urgency() == Urgency::today);
}

TEST_CASE("what lies over the red page closes when nobody touches it") {
    auto visit = emergency();
    visit.desk_report(DeskStage::acknowledged);
    visit.tap(action::StaffAreWithMe{});
    visit.wait(30s - 1ms);
    CHECK(visit.under<overlay::Sure>());
    visit.wait(1ms);
    CHECK(visit.under<std::monostate>());
    CHECK(visit.place() == "red page");
}

TEST_CASE("text size and contrast work on the red page") {
    auto visit = emergency();
    visit.taps({action::OpenPanel{Panel::text_size}, action::SetTextSize{TextSize::largest}, action::Close{},
                action::OpenPanel{Panel::contrast}, action::SetContrast{Contrast::high}, action::Close{},
                action::ToggleLowered{}});
    CHECK(visit.place() == "red page");
    CHECK(visit.visit.look == Look{{}, TextSize::largest, Contrast::high, true});
}

TEST_CASE("the note for staff prints from the red page, which stays") {
    auto visit = emergency();
    visit.said();
    visit.tap(action::PrintNote{});
    CHECK(visit.said() == Words{"print"});
    CHECK(visit.place() == "red page");
    visit.tap(action::PrintNote{});
    CHECK_MESSAGE(visit.said().empty(), "one job at a time");
    visit.print_report(PrintStage::printed);
    CHECK(visit.visit.job->stage == PrintStage::printed);
    visit.taps({action::StaffAreWithMe{}, action::Confirm{true}});
    CHECK(visit.said() == Words{"close call", "forget"});
}

TEST_CASE("the red page cancels handouts, and lets the note print after") {
    Play visit;
    visit.to_library();
    visit.taps({action::Choose{walking}, action::PrintChosen{}});
    visit.print_report(PrintStage::printing, Trouble::none, 1, 2);
    visit.said();
    visit.tap(action::Help{});
    CHECK(visit.said() == Words{"cancel print", "raise call"});
    CHECK(visit.visit.job->stage == PrintStage::printing);
    visit.tap(action::PrintNote{});
    CHECK(visit.said() == Words{"print"});
    visit.happen(event::PrintReported{{7}, {1}, PrintStage::printed, Trouble::none, 2, 2});
    CHECK_MESSAGE(visit.visit.job->stage == PrintStage::queued, "the note's job, not the handouts'");
    visit.taps({action::TouchedByMistake{}, action::Confirm{true}});
    CHECK(visit.at<place::Printing>().job == JobNumber{2});
}

TEST_CASE("the red page lets a note go on printing") {
    Play visit;
    visit.to_amber();
    visit.tap(action::PrintNote{});
    visit.said();
    visit.tap(action::Help{});
    CHECK(visit.said() == Words{"raise call"});
}

TEST_CASE("staff come while the note is coming out: it may, for a while, and nobody hears of it") {
    auto visit = emergency();
    visit.tap(action::PrintNote{});
    visit.print_report(PrintStage::printing, Trouble::none, 1, 1);
    visit.said();
    visit.taps({action::StaffAreWithMe{}, action::Confirm{true}});
    CHECK(visit.said() == Words{"close call", "forget"});
    CHECK(visit.place() == "welcome");
    CHECK(visit.visit.answers == Answers{});
    CHECK_FALSE(visit.visit.job);
    const auto at_welcome = visit.visit;
    for (const auto stage : {PrintStage::printed, PrintStage::needs_hand, PrintStage::unknown})
        visit.happen(event::PrintReported{{7}, {1}, stage, Trouble::none, 1, 1});
    CHECK(visit.visit == at_welcome);
    visit.begin();
    visit.wait(30s - 1ms);
    CHECK(visit.said().empty());
    visit.wait(1ms);
    REQUIRE(visit.effects.size() == 2);
    CHECK(visit.effects[0] == Effect{effect::CancelPrint{{7}, {1}}});
    CHECK(visit.effects[1] == Effect{effect::Forget{{7}}});
    CHECK_MESSAGE(visit.question() == "chest", "the next person notices nothing");
    CHECK_FALSE(visit.visit.around.note_left);
}

TEST_CASE("staff come before the note is seen moving: it does not come out for the next person") {
    struct Row {
        std::string sentence;
        PrintStage stage;
        Trouble trouble;
    };
    const std::vector<Row> rows{{"queued", PrintStage::queued, Trouble::none},
                                {"sent", PrintStage::sent, Trouble::none},
                                {"out of paper", PrintStage::needs_hand, Trouble::paper},
                                {"held up in the middle", PrintStage::printing, Trouble::attention},
                                {"unknown", PrintStage::unknown, Trouble::none}};
    for (const auto& row : rows) {
        INFO(row.sentence);
        auto visit = emergency();
        visit.tap(action::PrintNote{});
        visit.print_report(row.stage, row.trouble);
        visit.said();
        visit.taps({action::StaffAreWithMe{}, action::Confirm{true}});
        CHECK(visit.said() == Words{"close call", "cancel print", "forget"});
        CHECK_FALSE(visit.visit.around.note_left);
    }
}

TEST_CASE("only a note is left to staff: a note stopped by hand, or one of two, is not") {
    auto stopped = emergency();
    stopped.tap(action::PrintNote{});
    stopped.print_report(PrintStage::printing);
    stopped.visit.job->cancel_asked = true;
    stopped.said();
    stopped.taps({action::StaffAreWithMe{}, action::Confirm{true}});
    CHECK(stopped.said() == Words{"close call", "cancel print", "forget"});

    auto two = emergency();
    const auto leave_one_printing = [&] {
        two.tap(action::PrintNote{});
        two.print_report(PrintStage::printing);
        two.said();
        two.taps({action::StaffAreWithMe{}, action::Confirm{true}});
    };
    leave_one_printing();
    CHECK(two.said() == Words{"close call", "forget"});
    two.tap(action::Help{});
    leave_one_printing();
    CHECK(two.said() == Words{"close call", "cancel print", "forget", "forget"});
    CHECK(two.visit.around.note_left->ticket == Ticket{8});
}
