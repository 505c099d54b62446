// SPDX-License-Identifier: Apache-2.0
// A whole visit to paper that a real IPP printer received; and either process killed in the middle.
#include "paper.hpp"
#include "room.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <filesystem>

using namespace kiosk;
using namespace kiosk::test;
namespace action = kiosk::visit::action;

namespace {

constexpr Duration limit{30'000};

void go(const fake::Ippeve& printer) {
    REQUIRE(output_of("touch " + (printer.out() / "go").string()) == "");
}

std::string text_of_paper(const fake::Ippeve& printer) {
    return output_of("cat " + printer.out().string() + "/*.pdf | pdftotext -layout - -");
}

/// The glass says so: the mirrored visit hears it, and the real one must show the same.
bool glass_shows(play::Player& player, visit::PrintStage stage, int page, int pages) {
    const auto& visit = player.visit();
    return player
        .happens(visit::event::PrintReported{visit.ticket, visit.job->number, stage, visit::Trouble::none, page, pages})
        .empty();
}

bool says_printed(play::Player& player, int pages) {
    return glass_shows(player, visit::PrintStage::printed, pages, pages);
}

}  // namespace

TEST_CASE("a whole visit by real touches ends with the handout in a real printer" *
          doctest::skip(!fake::Ippeve::missing().empty())) {
    fake::Ippeve printer(patient_printer);
    Room room;
    room.start({"--printer", printer.uri()});
    play::Player player(shipped(), visit::PrinterKind::real);
    const auto& handout = shipped()[{0}][read_a_handout(room, player)];
    fine(room, player.touch(player.key(action::PrintThis{})));
    REQUIRE_MESSAGE(until(limit, [&] { return papers(printer) == 1; }), room.log());
    go(printer);
    const auto text = text_of_paper(printer);
    CHECK(text.find(handout.title({})) != std::string::npos);
    INFO(room.log());
    CHECK(says_printed(player, static_cast<int>(std::count(text.begin(), text.end(), '\f'))));
    fine(room, player.tap(action::Finish{}));
    CHECK(papers(printer) == 1);
}

TEST_CASE("the service is killed while a page prints: another asks the printer, and nothing is printed twice" *
          doctest::skip(!fake::Ippeve::missing().empty())) {
    fake::Ippeve printer(patient_printer);
    Room room;
    room.start({"--printer", printer.uri()});
    play::Player player(shipped(), visit::PrinterKind::real);
    read_a_handout(room, player);
    fine(room, player.touch(player.key(action::PrintThis{})));
    REQUIRE_MESSAGE(until(limit, [&] { return papers(printer) == 1; }), room.log());
    const pid_t first = room.service();
    REQUIRE(first > 0);
    kill(first, SIGKILL);
    REQUIRE(until(limit, [&] { return room.service() > 0 && room.service() != first; }));
    go(printer);
    const auto text = text_of_paper(printer);
    INFO(room.log());
    CHECK(says_printed(player, static_cast<int>(std::count(text.begin(), text.end(), '\f'))));
    CHECK(papers(printer) == 1);
}

TEST_CASE("the screen is killed while a page prints: the next one begins at welcome and its paper is cancelled" *
          doctest::skip(!fake::Ippeve::missing().empty())) {
    fake::Ippeve printer(patient_printer);
    Room room;
    const std::vector<std::string> options{"--printer", printer.uri()};
    room.start(options);
    const auto id = [&] {
        play::Player player(shipped(), visit::PrinterKind::real);
        const auto handout = read_a_handout(room, player);
        fine(room, player.touch(player.key(action::PrintThis{})));
        return handout;
    }();
    REQUIRE_MESSAGE(until(limit, [&] { return papers(printer) == 1; }), room.log());
    room.kiosk->kill(SIGKILL);
    REQUIRE(room.kiosk->ended(limit));
    room.start(options);
    play::Player next(shipped(), visit::PrinterKind::real);
    fine(room, next.see());
    CHECK(next.visit().place == visit::Place{visit::place::Welcome{}});
    INFO(room.log());
    // Cancelled, or not known: ippeveprinter lets a page that it has begun come to its end.
    CHECK(until(limit, [&] { return room.log().find("sheet: outcome") != std::string::npos; }));
    CHECK(room.log().find("outcome printed") == std::string::npos);
    go(printer);
    // Nothing of the person who was there is left in the state folder.
    CHECK(until(limit,
                [&] { return all_bytes(room.folder / "state").find(shipped()[{0}][id].id) == std::string::npos; }));
}
