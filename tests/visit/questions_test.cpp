// SPDX-License-Identifier: Apache-2.0
// From welcome through the questions, and back.
#include "play.hpp"

using namespace kiosk;
using namespace kiosk::visit;
using namespace small_clinic;

TEST_CASE("from welcome to the first question") {
    Play one;
    CHECK(one.place() == "welcome");
    one.tap(action::Start{});
    CHECK(one.place() == "safety intro");
    one.tap(action::StartQuestions{});
    CHECK(one.place() == "ask who");
    one.tap(action::ChooseWho{Who::someone_with_me});
    CHECK(one.question() == "chest");
    CHECK(one.visit.who == Who::someone_with_me);
    CHECK(one.said().empty());
}

TEST_CASE("several languages: the choice starts") {
    Play two{.content = content_in_two_languages()};
    two.tap(action::ChooseLanguage{{1}});
    CHECK(two.place() == "safety intro");
    CHECK(two.visit.look.language == LanguageId{1});
}

TEST_CASE("a language that does not exist changes nothing") {
    Play two{.content = content_in_two_languages()};
    const auto before = two.visit;
    two.tap(action::ChooseLanguage{{2}});
    CHECK(two.visit == before);
}

TEST_CASE("several topics: one is chosen first, and Back returns to the choice") {
    Play two{.content = content_with_two_topics()};
    two.tap(action::Start{});
    CHECK(two.place() == "topics");
    two.tap(action::ChooseTopic{{2}});
    CHECK(two.place() == "topics");
    two.tap(action::ChooseTopic{{1}});
    CHECK(two.place() == "safety intro");
    CHECK(two.visit.topic == TopicId{1});
    two.tap(action::Back{});
    CHECK(two.place() == "topics");
    two.tap(action::Back{});
    CHECK(two.place() == "welcome");
}

TEST_CASE("once something was answered, Back at the intro leads out, never to another topic") {
    Play two{.content = content_with_two_topics()};
    two.taps({action::Start{}, action::ChooseTopic{{1}}, action::StartQuestions{}, action::ChooseWho{Who::me}});
    two.no();
    two.taps({action::Back{}, action::Back{}, action::Back{}});
    CHECK(two.place() == "safety intro");
    two.tap(action::Back{});
    CHECK(two.place() == "welcome");
    CHECK(two.visit == fresh({8}, two.around, two.now));
    CHECK(two.said() == Words{"forget"});
}

TEST_CASE("no to everything is asked in order and ends in the library") {
    Play visit;
    visit.begin();
    Words asked;
    while (visit.place() == "question") {
        asked.push_back(visit.question());
        visit.no();
    }
    CHECK(asked == Words{"chest", "fall", "numb", "under-18", "fever", "germs", "flags", "weeks", "about"});
    CHECK(visit.place() == "library");
    CHECK_FALSE(visit.at<place::Library>().cleared.tell_clinician_first());
    CHECK(visit.said().empty());
}

TEST_CASE("ticks and whole answers exclude each other") {
    const auto none = action::TickReply{Reply::no}, unsure = action::TickReply{Reply::not_sure};
    struct Row {
        std::string sentence;
        std::vector<Action> taps;
        Draft draft;
    };
    const std::vector<Row> rows{
        {"a tick", {action::Tick{breathless}}, {{breathless}, {}}},
        {"two ticks stand in order",
         {action::Tick{breathless}, action::Tick{chest_pain}},
         {{chest_pain, breathless}, {}}},
        {"a second touch takes the tick away", {action::Tick{breathless}, action::Tick{breathless}}, {}},
        {"none of these clears the ticks", {action::Tick{breathless}, none}, {{}, Reply::no}},
        {"a tick clears none of these", {none, action::Tick{breathless}}, {{breathless}, {}}},
        {"not sure clears none of these", {none, unsure}, {{}, Reply::not_sure}},
        {"not sure clears the ticks", {action::Tick{breathless}, unsure}, {{}, Reply::not_sure}},
        {"a second touch takes not sure away", {unsure, unsure}, {}},
        {"a choice of another question does nothing", {action::Tick{kidney}}, {}},
        {"yes is no whole answer here", {action::TickReply{Reply::yes}}, {}},
        {"tell staff is only for private questions", {action::TickReply{Reply::tell_staff}}, {}},
        {"a yes-no key does nothing here", {action::Say{Reply::yes}}, {}},
    };
    for (const auto& row : rows) {
        INFO(row.sentence);
        Play visit;
        visit.begin();
        visit.taps(row.taps);
        CHECK(visit.question() == "chest");
        CHECK(visit.draft() == row.draft);
    }
}

TEST_CASE("Continue does nothing until something is ticked") {
    Play visit;
    visit.begin();
    visit.tap(action::Continue{});
    CHECK(visit.question() == "chest");
    visit.taps({action::TickReply{Reply::no}, action::Continue{}});
    CHECK(visit.question() == "fall");
}

TEST_CASE("a private question offers to tell staff") {
    Play visit;
    visit.up_to(numb);
    visit.tap(action::TickReply{Reply::tell_staff});
    CHECK(visit.draft() == Draft{{}, Reply::tell_staff});
    visit.tap(action::Continue{});
    CHECK(visit.place() == "red page");
}

TEST_CASE("a yes-no question offers no ticks and no telling staff where it is not private") {
    Play visit;
    visit.up_to(fall);
    visit.taps(
        {action::Tick{fallen}, action::TickReply{Reply::no}, action::Say{Reply::tell_staff}, action::Continue{}});
    CHECK(visit.question() == "fall");
    CHECK(visit.draft() == Draft{});
    visit.tap(action::Say{Reply::no});
    CHECK(visit.question() == "numb");
}

TEST_CASE("Back shows the answer again and never loses one") {
    Play visit;
    visit.up_to(flags);
    visit.tick({weight_loss, night_pain});
    CHECK(visit.question() == "weeks");
    visit.tap(action::Back{});
    CHECK(visit.question() == "flags");
    CHECK(visit.draft() == Draft{{weight_loss, night_pain}, {}});
    visit.taps({action::Back{}, action::Back{}});
    CHECK(visit.question() == "fever");
    CHECK_MESSAGE((visit.draft() == Draft{{}, Reply::no}), "a yes-no key touched before");
    visit.tap(action::Say{Reply::yes});
    CHECK_MESSAGE(visit.question() == "weeks", "on to what was not answered yet");
    visit.tap(action::Back{});
    CHECK_MESSAGE(visit.question() == "flags", "the way back leads through every question");
}

TEST_CASE("the same answer again is no change of mind") {
    Play visit;
    visit.up_to(fever);
    visit.tap(action::Back{});
    visit.tap(action::Continue{});
    CHECK(visit.question() == "fever");
    CHECK(visit.visit.answers.given.size() == 4);
}

TEST_CASE("Back corrects freely before the outcome") {
    Play visit;
    visit.up_to(fever);
    visit.tap(action::Say{Reply::yes});
    visit.tap(action::Back{});
    visit.tap(action::Say{Reply::no});
    visit.no_to_the_rest();
    CHECK(visit.place() == "library");
    CHECK(visit.visit.answers.given.size() == 10);
}

TEST_CASE("Back from the library leads to the last question, and a yes there to amber") {
    Play visit;
    visit.to_library();
    visit.tap(action::Choose{walking});
    visit.taps({action::Back{}, action::Back{}, action::Back{}});
    CHECK(visit.question() == "flags");
    visit.taps({action::Tick{weight_loss}, action::Continue{}});
    CHECK(visit.place() == "see staff");
    CHECK_MESSAGE(visit.visit.chosen.empty(), "what was chosen may no longer open");
}

TEST_CASE("ticks left by Back come again before anything else") {
    Play visit;
    visit.up_to(germs);
    visit.taps({action::Tick{needles}, action::Back{}});
    CHECK(visit.question() == "fever");
    visit.taps({action::Back{}, action::Continue{}});
    CHECK(visit.question() == "germs");
    CHECK(visit.draft() == Draft{{needles}, {}});
}

TEST_CASE("ticks added to an answered question and left by Back are not lost") {
    Play visit;
    visit.up_to(about);
    visit.taps({action::Back{}, action::Back{}});
    CHECK(visit.question() == "flags");
    visit.taps({action::Tick{weak_arm}, action::Back{}});
    CHECK(visit.question() == "germs");
    visit.tap(action::Continue{});
    CHECK_MESSAGE(visit.question() == "flags", "the tick waits for its Continue");
    CHECK(visit.draft() == Draft{{weak_arm}, {}});
    visit.tap(action::Continue{});
    CHECK(visit.place() == "red page");
}

TEST_CASE("the check ends at once for a child") {
    for (const auto reply : {Reply::yes, Reply::not_sure}) {
        Play visit;
        visit.up_to(under_18);
        visit.tap(action::Say{reply});
        CHECK(visit.place() == "see staff");
        CHECK(visit.said() == Words{"tell desk"});
    }
}

TEST_CASE("who is no child after all is asked the rest, and stays amber") {
    Play visit;
    visit.up_to(under_18);
    visit.taps({action::Say{Reply::yes}, action::ChangeAnswers{}});
    CHECK(visit.question() == "under-18");
    visit.tap(action::Say{Reply::no});
    CHECK(visit.question() == "fever");
    visit.no_to_the_rest();
    CHECK(visit.place() == "see staff");
    CHECK(visit.urgency() == Urgency::today);
}

TEST_CASE("why we ask lies over the question") {
    Play visit;
    visit.begin();
    visit.tap(action::Tick{breathless});
    visit.tap(action::ShowWhy{});
    CHECK(visit.under<overlay::Why>());
    visit.tap(action::Tick{chest_pain});
    CHECK_MESSAGE((visit.draft() == Draft{{breathless}, {}}), "what lies under the panel cannot be touched");
    visit.tap(action::Close{});
    CHECK(visit.under<std::monostate>());
    CHECK(visit.draft() == Draft{{breathless}, {}});

    visit.content.topics.front().questions[chest.index].why.clear();
    visit.tap(action::ShowWhy{});
    CHECK(visit.under<std::monostate>());
}

TEST_CASE("keys of other places change nothing") {
    Play visit;
    visit.begin();
    const auto before = visit.visit;
    visit.taps({action::Start{},
                action::StartQuestions{},
                action::ChooseWho{Who::me},
                action::ShowHandouts{},
                action::Read{walking},
                action::ReadWithCare{oils},
                action::Choose{walking},
                action::PrintChosen{},
                action::PrintThis{},
                action::PrintNote{},
                action::ReadNote{},
                action::StaffAreWithMe{},
                action::TouchedByMistake{},
                action::Confirm{true},
                action::CallAgain{},
                action::TryAgain{},
                action::StopPrinting{},
                action::StillHere{},
                action::Close{},
                action::ChangeAnswers{},
                action::ChooseTopic{{0}},
                action::ShowGroup{{0}},
                action::ChooseGroups{},
                action::TurnTo{-1},
                action::SetTextSize{TextSize::largest},
                action::SetContrast{Contrast::high}});
    CHECK(visit.visit == before);
    CHECK(visit.said().empty());
}
