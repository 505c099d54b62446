// SPDX-License-Identifier: Apache-2.0
// The kiosk as it is installed: its own process, a real window on a virtual display, real touches by XTEST.
#include "app/files.hpp"
#include "room.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace kiosk;
using namespace kiosk::test;
namespace action = kiosk::visit::action;

namespace {

constexpr Duration limit{20'000};

void xrandr(const std::string& options) {
    REQUIRE(output_of("xrandr " + options) == "");
}

}  // namespace

TEST_CASE("a whole visit by real touches ends with a page in the folder printer, and is forgotten") {
    Room room;
    room.start({"--printer", "folder:" + room.folder / "paper"});
    play::Player player(shipped(), visit::PrinterKind::demonstration);
    const auto& handout = shipped()[{0}][read_a_handout(room, player)];
    fine(room, player.touch(player.key(action::PrintThis{})));
    const auto& visit = player.visit();
    const auto printed = room.folder / "paper/job-1.pdf";
    REQUIRE(until(limit, [&] { return std::filesystem::exists(printed); }));
    const auto text = output_of("pdftotext -layout " + printed + " -");
    CHECK(text.find(handout.title({})) != std::string::npos);
    const auto pages = static_cast<int>(std::count(text.begin(), text.end(), '\f'));
    fine(room, player.happens(visit::event::PrintReported{visit.ticket, visit.job->number, visit::PrintStage::saved,
                                                          visit::Trouble::none, pages, pages}));
    fine(room, player.tap(action::Finish{}));
    CHECK(std::holds_alternative<visit::place::Welcome>(player.visit().place));
    // What was answered, chosen and printed is in no byte of the state folder.
    CHECK(until(limit, [&] {
        const auto bytes = all_bytes(room.folder / "state");
        return bytes.find(handout.id) == std::string::npos && bytes.find("given ") == std::string::npos;
    }));
    CHECK(room.log().find(handout.id) == std::string::npos);
}

TEST_CASE("the kiosk keeps its first connection: an X server that ends with its last client does not end") {
    Room room(1080, 1920, "-terminate");
    room.start();
    until(limit, [&] { return room.service() != 0 || room.kiosk->ended(Duration{0}); });
    REQUIRE_MESSAGE(room.service() != 0, room.log());
    play::Player player(shipped(), visit::PrinterKind::none);
    to_first_question(room, player);
}

TEST_CASE("I need help now opens the red page from the first question, and only staff close it") {
    Room room;
    room.start();
    play::Player player(shipped(), visit::PrinterKind::none);
    to_first_question(room, player);
    fine(room, player.tap(action::Help{}));
    CHECK(std::holds_alternative<visit::place::Emergency>(player.visit().place));
    fine(room, player.tap(action::StaffAreWithMe{}));
    fine(room, player.tap(action::Confirm{true}));
    CHECK(player.visit().place == visit::Place{visit::place::Welcome{}});
}

TEST_CASE("a first emergency answer opens the red page at once") {
    Room room;
    room.start();
    play::Player player(shipped(), visit::PrinterKind::none);
    to_first_question(room, player);
    const auto question = std::get<visit::place::Asking>(player.visit().place).question;
    if (shipped()[{0}][question].kind == content::Kind::yes_no) {
        fine(room, player.tap(action::Say{visit::Reply::yes}));
    } else {
        fine(room, player.tap(action::Tick{shipped()[{0}][question].signs.front()}));
        fine(room, player.tap(action::Continue{}));
    }
    CHECK(std::holds_alternative<visit::place::Emergency>(player.visit().place));
}

TEST_CASE("left alone, the kiosk asks, counts down and forgets") {
    Folder clinic;
    std::filesystem::copy(std::string(KIOSK_SOURCE) + "/screens", clinic / "screens",
                          std::filesystem::copy_options::recursive);
    auto xml = read_file(std::string(KIOSK_SOURCE) + "/content.xml");
    const auto replace = [&](const std::string& from, const std::string& to) {
        const auto at = xml.find(from);
        REQUIRE(at != std::string::npos);
        xml.replace(at, from.size(), to);
    };
    replace("idle=\"60s\"", "idle=\"45s\"");
    replace("idle-countdown=\"30s\"", "idle-countdown=\"20s\"");
    std::ofstream(clinic / "content.xml") << xml;
    const auto loaded = app::load_content(clinic / "content.xml");
    REQUIRE(loaded.content);

    Room room;
    room.start({}, clinic / "content.xml");
    play::Player player(*loaded.content, visit::PrinterKind::none);
    fine(room, player.see());
    const auto welcome = player.expected();
    fine(room, player.tap(action::ChooseLanguage{}));
    const auto intro = player.expected();
    constexpr Duration a_while{75'000};
    CHECK(until(a_while, [&] { return !(player.screen().look() == intro); }));  // the question, and the countdown
    CHECK(player.screen().wait_for(welcome, Duration{60'000}));
}

TEST_CASE("a window that was covered shows the whole picture again") {
    Room room;
    room.start();
    play::Player player(shipped(), visit::PrinterKind::none);
    fine(room, player.see());
    {
        // Another window over the kiosk for a moment, then gone.
        Child cover({"xmessage", "-geometry", "400x400+100+100", "over"}, room.folder / "cover.log");
        CHECK(until(limit, [&] { return !(player.screen().look() == player.expected()); }));
    }
    fine(room, player.see());
}

TEST_CASE("a screen that is turned, goes away and returns is filled again, and touched where its keys now are") {
    Room room(1920, 1920);  // a virtual screen only ever becomes smaller
    room.start();
    play::Player player(shipped(), visit::PrinterKind::none);
    fine(room, player.see());
    xrandr("--newmode tall 100 1080 1100 1120 1140 1920 1930 1940 1950");
    xrandr("--newmode wide 100 1920 1930 1940 1950 1080 1090 1100 1110");
    for (const std::string mode : {"tall", "wide"}) xrandr("--addmode screen " + mode);
    xrandr("--output screen --mode tall");
    CHECK(player.screen().size() == Size{1080, 1920});
    fine(room, player.see());
    fine(room, player.tap(action::ChooseLanguage{}));
    xrandr("--output screen --mode wide");
    CHECK(player.screen().size() == Size{1920, 1080});
    fine(room, player.see());
    fine(room, player.tap(action::StartQuestions{}));
    xrandr("--fb 1920x1080 --output screen --off");
    xrandr("--output screen --mode tall");
    fine(room, player.see());
    fine(room, player.tap(action::ChooseWho{visit::Who::me}));
}

TEST_CASE("no display: a sentence that says what to do") {
    Folder folder;
    const auto said = output_of("(env -u DISPLAY " + std::string(KIOSK_BINARY) + " run --content " + KIOSK_SOURCE +
                                "/content.xml --state " + (folder / "state") + "; echo $?)");
    CHECK(said ==
          "kiosk: There is no display to show the kiosk on. Start it from a desktop, under cage, or with xvfb-run; or "
          "check DISPLAY.\n3\n");
}
