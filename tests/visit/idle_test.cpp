// SPDX-License-Identifier: Apache-2.0
// Nobody there: the warning, its countdown, what is forgotten and who is told.
#include "play.hpp"

using namespace kiosk;
using namespace kiosk::visit;
using namespace small_clinic;

TEST_CASE("when the warning comes, to the millisecond") {
    struct Row {
        std::string sentence;
        Duration idle;
        Play visit;
    };
    Play intro, question, amber, library, reading, note, largest, largest_reading, listening, panel, held_back, why;
    intro.tap(action::Start{});
    question.begin();
    amber.to_amber();
    library.to_library();
    reading.to_library();
    reading.tap(action::Read{walking});
    note.to_amber();
    note.tap(action::ReadNote{});
    largest.begin();
    largest.taps({action::OpenPanel{Panel::text_size}, action::SetTextSize{TextSize::largest}, action::Close{}});
    largest_reading.to_library();
    largest_reading.taps({action::Read{walking}, action::OpenPanel{Panel::text_size},
                          action::SetTextSize{TextSize::largest}, action::Close{}});
    listening.happen(event::SoundIs{Sound::loudspeaker});
    listening.begin();
    listening.tap(action::Listen{});
    panel.begin();
    panel.tap(action::OpenPanel{Panel::contrast});
    held_back.up_to(about);
    held_back.tick({kidney});
    held_back.no_to_the_rest();
    held_back.tap(action::Read{warm_bath});
    REQUIRE(held_back.place() == "held back");
    why.begin();
    why.tap(action::ShowWhy{});
    std::vector<Row> rows{{"the intro", 60s, intro},
                          {"a question", 60s, question},
                          {"amber", 60s, amber},
                          {"the library", 60s, library},
                          {"reading a handout", 120s, reading},
                          {"reading the note", 120s, note},
                          {"the largest text", 180s, largest},
                          {"reading the largest text", 180s, largest_reading},
                          {"listening", 180s, listening},
                          {"why a handout is held back", 120s, held_back},
                          {"why we ask", 120s, why},
                          {"a panel", 60s, panel}};
    for (auto& row : rows) {
        INFO(row.sentence);
        auto& visit = row.visit;
        const auto touched = visit.now;
        CHECK(wake_at(visit.content, visit.visit) == touched + row.idle);
        visit.wait(row.idle - 1ms);
        visit.happen(event::Woken{});
        CHECK_FALSE(visit.under<overlay::StillThere>());
        visit.wait(1ms);
        REQUIRE(visit.under<overlay::StillThere>());
        CHECK(std::get<overlay::StillThere>(visit.visit.overlay).until == touched + row.idle + 30s);
    }
}

TEST_CASE("every touch puts the warning off") {
    Play visit;
    visit.begin();
    const std::vector<Event> touches{event::Touched{}, event::Pressed{action::Continue{}}, event::Pressed{},
                                     event::Tapped{action::StillHere{}}};
    for (const auto& touch : touches) {
        visit.wait(59s);
        visit.happen(touch);
        CHECK(wake_at(visit.content, visit.visit) == visit.now + 60s);
    }
    visit.wait(59s);
    visit.happen(event::PrinterIs{PrinterKind::real});
    CHECK_MESSAGE(wake_at(visit.content, visit.visit) == visit.now + 1s, "a report is no touch");
}

TEST_CASE("welcome has no idle, but a look that was changed there is put back") {
    Play visit;
    CHECK_FALSE(wake_at(visit.content, visit.visit));
    visit.happen(event::Touched{});
    CHECK_FALSE(wake_at(visit.content, visit.visit));
    visit.taps({action::OpenPanel{Panel::text_size}, action::SetTextSize{TextSize::large}, action::Close{}});
    visit.wait(60s);
    CHECK(visit.visit == fresh({8}, visit.around, visit.now));
}

TEST_CASE("the countdown wakes each second") {
    Play visit;
    visit.begin();
    visit.wait(60s);
    const auto shown = visit.now;
    for (int second = 1; second <= 30; ++second) {
        CHECK(wake_at(visit.content, visit.visit) == shown + second * 1000ms);
        if (second < 30) visit.wait(1s);
    }
    visit.wait(999ms);
    CHECK(visit.under<overlay::StillThere>());
    visit.wait(1ms);
    CHECK_FALSE(visit.under<overlay::StillThere>());
}

TEST_CASE("any touch means yes, and does nothing else") {
    struct Row {
        const char* sentence;
        Event touch;
    };
    const std::vector<Row> rows{
        {"yes, I am here", event::Tapped{action::StillHere{}}},
        {"a touch beside all keys", event::Touched{}},
        {"a key of the page below", event::Tapped{action::TickReply{Reply::no}}},
        {"a key of the dock", event::Tapped{action::OpenPanel{Panel::contrast}}},
        {"a finger going down on some key", event::Pressed{action::Back{}}},
        {"a finger leaving a key", event::Pressed{}},
    };
    for (const auto& row : rows) {
        INFO(row.sentence);
        Play visit;
        visit.begin();
        visit.tap(action::Tick{breathless});
        const auto before = visit.visit;
        visit.wait(75s);
        visit.happen(row.touch);
        auto expected = before;
        expected.last_touch = visit.now;
        CHECK(visit.visit == expected);
        CHECK(visit.said().empty());
    }
}

TEST_CASE("a finger on a key of the warning keeps the key there") {
    Play visit;
    visit.begin();
    visit.wait(89s);
    visit.happen(event::Pressed{action::Finish{}});
    CHECK(visit.under<overlay::StillThere>());
    CHECK(visit.visit.pressed == Action{action::Finish{}});
    visit.wait(2s);
    CHECK(visit.under<overlay::StillThere>());
    visit.tap(action::Finish{});
    CHECK(visit.place() == "unfinished");
    CHECK(visit.said() == Words{"stopped", "forget"});
}

TEST_CASE("no, I am finished: in the middle of the safety check it is as if nobody had answered") {
    const auto finish = [](Play& visit) {
        visit.said();
        visit.wait(61s);
        visit.tap(action::Finish{});
    };
    Play ticked, flagged, harmless, done;
    ticked.begin();
    ticked.tap(action::Tick{breathless});
    finish(ticked);
    CHECK(ticked.place() == "red page");
    flagged.up_to(germs);
    flagged.tap(action::Tick{needles});
    finish(flagged);
    CHECK(flagged.place() == "unfinished");
    harmless.up_to(fever);
    finish(harmless);
    CHECK(harmless.place() == "welcome");
    done.to_library();
    finish(done);
    CHECK(done.place() == "welcome");
    CHECK(done.said() == Words{"forget"});
}

TEST_CASE("the warning takes the key away that was under a finger") {
    Play visit;
    visit.begin();
    visit.happen(event::Pressed{action::Back{}});
    CHECK(visit.visit.pressed);
    visit.wait(60s);
    CHECK_FALSE(visit.visit.pressed);
}

TEST_CASE("what happens when the countdown runs out") {
    struct Row {
        std::string sentence;
        Play visit;
        const char* place;
        Words said;
    };
    const Words nothing_but_forget{"forget"}, told{"stopped", "forget"};
    std::vector<Row> rows;
    const auto row = [&](const std::string& sentence, const char* place, Words said, const auto& play) {
        Play visit;
        play(visit);
        visit.said();
        rows.push_back({sentence, std::move(visit), place, std::move(said)});
    };
    row("on the intro", "welcome", nothing_but_forget, [](Play& p) { p.tap(action::Start{}); });
    row("asked who it is for", "welcome", nothing_but_forget, [](Play& p) {
        p.taps({action::Start{}, action::StartQuestions{}});
    });
    row("on the first emergency question", "unfinished", told, [](Play& p) { p.begin(); });
    row("on the last emergency question", "unfinished", told, [](Play& p) { p.up_to(numb); });
    row("between them, gone back to the intro", "unfinished", told, [](Play& p) {
        p.up_to(fall);
        p.taps({action::Back{}, action::Back{}, action::Back{}});
    });
    row("after them, nothing flagged", "welcome", nothing_but_forget, [](Play& p) { p.up_to(fever); });
    row("on a later question that has an emergency among its choices", "unfinished", told,
        [](Play& p) { p.up_to(flags); });
    row("in the middle, with a flag", "unfinished", told, [](Play& p) {
        p.up_to(fever);
        p.tap(action::Say{Reply::not_sure});
    });
    row("with something to mention alone", "welcome", nothing_but_forget, [](Play& p) {
        p.up_to(weeks);
        p.tap(action::Say{Reply::yes});
    });
    row("on amber", "unfinished", told, [](Play& p) { p.to_amber(); });
    row("in the library", "welcome", nothing_but_forget, [](Play& p) { p.to_library(); });
    row("with a flag ticked but not continued", "unfinished", told, [](Play& p) {
        p.up_to(germs);
        p.tap(action::Tick{needles});
    });
    row("with an emergency choice ticked", "red page", {"raise call"}, [](Play& p) {
        p.begin();
        p.tap(action::Tick{breathless});
    });
    row("with not sure ticked on emergencies", "red page", {"raise call"}, [](Play& p) {
        p.begin();
        p.tap(action::TickReply{Reply::not_sure});
    });
    row("with none of these ticked on emergencies", "unfinished", told, [](Play& p) {
        p.begin();
        p.tap(action::TickReply{Reply::no});
    });
    row("with an emergency choice ticked among those of today", "red page", {"raise call"}, [](Play& p) {
        p.up_to(flags);
        p.tap(action::Tick{weak_arm});
    });
    row("with the second of two that are an emergency together", "red page", {"raise call"}, [](Play& p) {
        p.up_to(fever);
        p.tap(action::Say{Reply::yes});
        p.tap(action::Tick{weak_immune});
    });
    row("with an emergency choice ticked and left by Back", "red page", {"raise call"}, [](Play& p) {
        p.up_to(flags);
        p.taps({action::Tick{weak_arm}, action::Back{}});
    });
    row("with the tick of a flag taken away but not continued", "unfinished", told, [](Play& p) {
        p.up_to(flags);
        p.tick({weight_loss});
        p.taps({action::Back{}, action::Tick{weight_loss}, action::Tick{night_pain}});
    });
    for (auto& left : rows) {
        INFO(left.sentence);
        auto& visit = left.visit;
        visit.wait(90s - 1ms);
        CHECK(visit.said().empty());
        visit.wait(1ms);
        CHECK(visit.place() == left.place);
        CHECK(visit.said() == left.said);
    }
}

TEST_CASE("an emergency that the countdown raised can be taken back like any other") {
    Play visit;
    visit.begin();
    visit.tap(action::Tick{breathless});
    visit.wait(90s);
    REQUIRE(visit.place() == "red page");
    CHECK(visit.visit.call->raised_by == chest);
    CHECK(*visit.visit.answers.now(chest) == Answer{Reply::yes, {breathless}});
    visit.taps({action::TouchedByMistake{}, action::Confirm{true}});
    CHECK(visit.question() == "chest");
    CHECK(visit.draft() == Draft{});
}

TEST_CASE("someone stopped: the desk is told with the answers, the next visit knows nothing") {
    Play visit;
    visit.to_amber();
    visit.said();
    auto expected = record(visit.visit);
    visit.wait(90s);
    CHECK(visit.visit.ticket == Ticket{8});
    REQUIRE(visit.effects.size() == 3);
    CHECK(std::get<effect::TellStopped>(visit.effects[0]) == effect::TellStopped{{7}, expected});
    CHECK(std::get<effect::Forget>(visit.effects[2]) == effect::Forget{{7}});
    auto stripped = visit.visit;
    stripped.place = place::Welcome{};
    CHECK(stripped == fresh({8}, visit.around, visit.now));
}

TEST_CASE("the desk is told of a tick that was continued, even when it was being taken away") {
    Play visit;
    visit.up_to(flags);
    visit.tick({weight_loss});
    visit.taps({action::Back{}, action::Tick{weight_loss}, action::Tick{night_pain}});
    visit.wait(90s);
    const auto& told = std::get<effect::TellStopped>(visit.effects.front()).record.answers;
    CHECK(*told.now(flags) == Answer{Reply::yes, {weight_loss}});

    Play more;
    more.up_to(flags);
    more.tap(action::Tick{weight_loss});
    more.wait(90s);
    const auto& ticked = std::get<effect::TellStopped>(more.effects.front()).record.answers;
    CHECK(*ticked.now(flags) == Answer{Reply::yes, {weight_loss}});
}

TEST_CASE("without a desk only the glass says it") {
    Play visit{.around = {PrinterKind::none, Desk::none}};
    visit.begin();
    visit.wait(90s);
    CHECK(visit.place() == "unfinished");
    CHECK(visit.said() == Words{"forget"});
}

TEST_CASE("need help? stays for a minute, or until a touch") {
    Play stays;
    stays.begin();
    stays.wait(90s);
    CHECK(wake_at(stays.content, stays.visit) == stays.now + 60s);
    stays.wait(60s - 1ms);
    CHECK(stays.place() == "unfinished");
    stays.wait(1ms);
    CHECK(stays.visit == fresh({8}, stays.around, stays.now));

    for (const Event& touch : {Event{event::Touched{}}, Event{event::Tapped{action::Start{}}}}) {
        Play touched;
        touched.begin();
        touched.wait(90s);
        touched.said();
        touched.happen(touch);
        CHECK(touched.visit == fresh({8}, touched.around, touched.now));
        CHECK(touched.said().empty());
    }
}

TEST_CASE("forgetting forgets everything") {
    Play visit{.content = content_in_two_languages()};
    visit.taps({action::ChooseLanguage{{1}}, action::OpenPanel{Panel::text_size}, action::SetTextSize{TextSize::large},
                action::OpenPanel{Panel::contrast}, action::SetContrast{Contrast::high}, action::Close{},
                action::ToggleLowered{}, action::StartQuestions{}, action::ChooseWho{Who::someone_with_me}});
    visit.no_to_the_rest();
    visit.taps({action::Choose{walking}, action::PrintChosen{}, action::Finish{}});
    CHECK(visit.visit == fresh({8}, visit.around, visit.now));
}

TEST_CASE("woken before the time changes nothing") {
    Play visit;
    visit.to_amber();
    visit.tap(action::PrintNote{});
    const auto before = visit.visit;
    visit.wait(10s);
    visit.happen(event::Woken{});
    CHECK(visit.visit == before);
}

TEST_CASE("a panel over need help? leaves it there, and what it sets is kept at welcome") {
    Play visit;
    visit.begin();
    visit.wait(90s);
    REQUIRE(visit.place() == "unfinished");
    visit.said();
    visit.tap(action::OpenPanel{Panel::text_size});
    CHECK(visit.place() == "unfinished");
    CHECK(visit.under<overlay::Settings>());
    visit.happen(event::Touched{});
    CHECK(visit.under<overlay::Settings>());
    visit.taps({action::SetTextSize{TextSize::largest}, action::Close{}});
    CHECK(visit.place() == "unfinished");
    auto waited = visit;
    visit.tap(action::Finish{});
    CHECK(visit.place() == "welcome");
    CHECK(visit.visit.look.size == TextSize::largest);
    CHECK(visit.said().empty());
    waited.wait(60s);
    CHECK(waited.place() == "welcome");
    CHECK_MESSAGE(waited.visit.look == Look{}, "nobody went on: it is for the next person again");
}
