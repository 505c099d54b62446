// SPDX-License-Identifier: Apache-2.0
#include "app/script_line.hpp"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::visit;

namespace {

Event happened(const std::string& line) {
    const auto read = app::read_script_line(line);
    REQUIRE(read);
    Visit visit;
    visit.ticket = {7};
    visit.job = Job{.number = {2}};
    visit.call = Call{.number = {3}};
    visit.pin_tries = 4;
    return std::get<app::script::Happens>(*read).event(visit);
}

}  // namespace

TEST_CASE("lines of a script become what happened") {
    CHECK(std::get<app::script::Tap>(*app::read_script_line("tap I'm not sure")).label == "I'm not sure");
    CHECK(std::get<app::script::Wait>(*app::read_script_line("wait 90s")).duration == Duration{90'000});
    CHECK(std::get<app::script::AnswerNo>(*app::read_script_line("answer all no")).until.empty());
    CHECK(std::get<app::script::AnswerNo>(*app::read_script_line("answer no until Do any of these fit you?")).until ==
          "Do any of these fit you?");
    const auto press = std::get<app::script::Press>(*app::read_script_line("keypad next 3"));
    CHECK(press.key == app::KeypadKey::next);
    CHECK(press.times == 3);
    CHECK(std::get<app::script::Press>(*app::read_script_line("keypad ok")).times == 1);
    CHECK(std::get<app::script::GoTo>(*app::read_script_line("keypad to I'm not sure")).label == "I'm not sure");
    CHECK(happened("touch") == Event{event::Touched{}});
    CHECK(happened("printer demonstration") == Event{event::PrinterIs{PrinterKind::demonstration}});
    CHECK(happened("desk yes") == Event{event::DeskIs{Desk::listens}});
    CHECK(happened("desk deaf") == Event{event::DeskIs{Desk::deaf}});
    CHECK(happened("desk taken") == Event{event::DeskReported{{7}, {3}, DeskStage::taken}});
    CHECK(happened("desk acknowledged") == Event{event::DeskReported{{7}, {3}, DeskStage::acknowledged}});
    CHECK(happened("staff corners") == Event{event::StaffGesture{}});
    CHECK(happened("staff no-pin") == Event{event::StaffPinIs{false}});
    CHECK(happened("pin too-soon") == Event{event::PinJudged{{7}, 4, PinVerdict::too_soon, Duration{0}}});
    CHECK(happened("report printing 1 2") ==
          Event{event::PrintReported{{7}, {2}, PrintStage::printing, Trouble::none, 1, 2}});
    CHECK(happened("report needs-hand paper") ==
          Event{event::PrintReported{{7}, {2}, PrintStage::needs_hand, Trouble::paper, 0, 0}});
    CHECK(happened("earlier report printed") ==
          Event{event::PrintReported{{6}, {1}, PrintStage::printed, Trouble::none, 0, 0}});
}

TEST_CASE("a line that cannot be played says what may be written") {
    const char* rest =
        "is not understood; write one of: tap LABEL | keypad previous|next|ok|back|repeat|help [TIMES] | keypad to "
        "LABEL | answer all no | answer no until QUESTION | wait 30s | touch | paper | printer none|demonstration|real "
        "| desk yes|deaf|no|taken|shown|acknowledged|closed|not-sent | staff "
        "pin|no-pin|corners | pin right|wrong|too-soon | "
        "sound none|loudspeaker|headphones | heard [all] | "
        "report STAGE [PAGE PAGES | TROUBLE] | earlier report STAGE";
    for (const std::string line :
         {"tap", "wait", "wait -3s", "wait 3", "printer loud", "report gone", "desk maybe", "dance", "staff holiday",
          "answer", "answer all", "answer all yes", "answer no", "answer no until", "keypad", "keypad to", "keypad up",
          "keypad next 0", "keypad next often"}) {
        INFO(line);
        const auto read = app::read_script_line(line);
        REQUIRE(!read);
        CHECK(read.failure().sentence == '"' + line + "\" " + rest);
    }
}

TEST_CASE("a question is answered with No by one touch, or with None of these by two") {
    const content::Question yes_no{.kind = content::Kind::yes_no}, any_of{.kind = content::Kind::any_of};
    place::Asking asking;
    CHECK(app::touch_for_no(yes_no, asking) == Action{action::Say{Reply::no}});
    CHECK(app::touch_for_no(any_of, asking) == Action{action::TickReply{Reply::no}});
    asking.draft.whole = Reply::not_sure;
    CHECK(app::touch_for_no(any_of, asking) == Action{action::TickReply{Reply::no}});
    asking.draft.whole = Reply::no;
    CHECK(app::touch_for_no(any_of, asking) == Action{action::Continue{}});
}

TEST_CASE("a script may be typed with straight apostrophes") {
    CHECK(app::are_meant("I\u2019d rather tell staff", "I'd rather tell staff"));
    CHECK(app::are_meant("I\u2019m not sure", "I\u2019m not sure"));
    CHECK(!app::are_meant("I\u2019m not sure", "Im not sure"));
}

TEST_CASE("a line may be played quietly") {
    std::string line = "quietly tap Back";
    CHECK(app::take_quietly(line));
    CHECK(line == "tap Back");
    CHECK(!app::take_quietly(line));
    CHECK(line == "tap Back");
}
