// SPDX-License-Identifier: Apache-2.0
// The kiosk as it is installed: its own process, a real window on a virtual display, real touches by XTEST.
#include "app/files.hpp"
#include "child.hpp"
#include "player.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace kiosk;
namespace action = kiosk::visit::action;

namespace {

constexpr Duration limit{20'000};

const content::Content& shipped() {
    static const auto loaded = app::load_content(std::string(KIOSK_SOURCE) + "/content.xml");
    REQUIRE(loaded.content);
    return *loaded.content;
}

/// A display, a kiosk on it and a person in front of it.
struct Room {
    test::Folder folder;
    test::VirtualDisplay display;
    std::unique_ptr<test::Child> kiosk;

    explicit Room(int width = 1080, int height = 1920) : display(width, height, folder / "display.log") {}

    void start(std::vector<std::string> options = {},
               const std::string& content = std::string(KIOSK_SOURCE) + "/content.xml") {
        std::vector<std::string> words{KIOSK_BINARY, "run",   "--config", folder / "machine.conf",
                                       "--content",  content, "--state",  folder / "state"};
        words.insert(words.end(), options.begin(), options.end());
        std::ofstream(folder / "machine.conf") << "still=true\n";  // not the one of the host
        kiosk = std::make_unique<test::Child>(words, folder / "kiosk.log");
    }
    std::string log() const { return test::read_file(folder / "kiosk.log"); }
};

/// Fails with the kiosk's own words beside what the person missed.
void fine(const Room& room, const std::string& problem) {
    INFO(room.log());
    REQUIRE(problem == "");
}

void to_first_question(const Room& room, play::Player& player) {
    fine(room, player.see());
    fine(room, player.tap(action::Start{}));
    fine(room, player.tap(action::StartQuestions{}));
    fine(room, player.tap(action::ChooseWho{visit::Who::me}));
}

}  // namespace

TEST_CASE("a whole visit by real touches ends with a page in the folder printer, and is forgotten") {
    Room room;
    room.start({"--printer", "folder:" + room.folder / "paper"});
    play::Player player(shipped(), visit::PrinterKind::demonstration);
    to_first_question(room, player);
    fine(room, player.answer_all_no());
    REQUIRE(std::holds_alternative<visit::place::Library>(player.visit().place));
    const auto& topic = shipped()[{0}];
    const auto open =
        std::find_if(topic.handouts.begin(), topic.handouts.end(), [](const auto& h) { return !h.always_open; });
    const content::HandoutId handout{static_cast<std::size_t>(open - topic.handouts.begin())};
    fine(room, player.tap_on_some_page(action::Read{handout}));
    fine(room, player.tap(action::PrintThis{}));
    const auto& visit = player.visit();
    const auto printed = room.folder / "paper";
    REQUIRE(
        test::until(limit, [&] { return std::filesystem::exists(printed) && !std::filesystem::is_empty(printed); }));
    const auto text =
        test::output_of("pdftotext -layout " + std::filesystem::directory_iterator(printed)->path().string() + " -");
    CHECK(text.find(open->title({})) != std::string::npos);
    const auto pages = static_cast<int>(std::count(text.begin(), text.end(), '\f'));
    fine(room, player.happens(visit::event::PrintReported{visit.ticket, visit.job->number, visit::PrintStage::saved,
                                                          visit::Trouble::none, pages, pages}));
    fine(room, player.tap(action::Finish{}));
    CHECK(std::holds_alternative<visit::place::Welcome>(player.visit().place));
    // What was answered, chosen and printed is in no byte of the state folder.
    CHECK(test::until(limit, [&] {
        const auto bytes = test::all_bytes(room.folder / "state");
        return bytes.find(open->id) == std::string::npos && bytes.find("given ") == std::string::npos;
    }));
    CHECK(room.log().find(open->id) == std::string::npos);
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
    test::Folder clinic;
    std::filesystem::copy(std::string(KIOSK_SOURCE) + "/screens", clinic / "screens",
                          std::filesystem::copy_options::recursive);
    auto xml = test::read_file(std::string(KIOSK_SOURCE) + "/content.xml");
    const auto replace = [&](const std::string& from, const std::string& to) {
        const auto at = xml.find(from);
        REQUIRE(at != std::string::npos);
        xml.replace(at, from.size(), to);
    };
    replace("idle=\"60s\"", "idle=\"15s\"");
    replace("idle-countdown=\"30s\"", "idle-countdown=\"20s\"");
    std::ofstream(clinic / "content.xml") << xml;
    const auto loaded = app::load_content(clinic / "content.xml");
    REQUIRE(loaded.content);

    Room room;
    room.start({}, clinic / "content.xml");
    play::Player player(*loaded.content, visit::PrinterKind::none);
    fine(room, player.see());
    const auto welcome = player.expected();
    fine(room, player.tap(action::Start{}));
    const auto intro = player.expected();
    CHECK(test::until(limit, [&] { return !(player.screen().look() == intro); }));  // the question, and the countdown
    CHECK(player.screen().wait_for(welcome, Duration{60'000}));
}

TEST_CASE("a window that was covered or a screen of another size shows the whole picture again") {
    Room room;
    room.start();
    play::Player player(shipped(), visit::PrinterKind::none);
    fine(room, player.see());
    {
        // Another window over the kiosk for a moment, then gone.
        test::Child cover({"xmessage", "-geometry", "400x400+100+100", "over"}, room.folder / "cover.log");
        test::until(Duration{3'000}, [&] { return !(player.screen().look() == player.expected()); });
    }
    fine(room, player.see());
}

TEST_CASE("no display: a sentence that says what to do") {
    test::Folder folder;
    const auto said = test::output_of("(env -u DISPLAY " + std::string(KIOSK_BINARY) + " run --content " +
                                      KIOSK_SOURCE + "/content.xml --state " + (folder / "state") + "; echo $?)");
    CHECK(said ==
          "kiosk: There is no display to show the kiosk on. Start it from a desktop, under cage, or with xvfb-run; or "
          "check DISPLAY.\n3\n");
}
