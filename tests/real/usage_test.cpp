// SPDX-License-Identifier: Apache-2.0
// How much the kiosk is used: counted of visits on the real window, and drawn by a real browser.
#include "browser.hpp"
#include "desk/front_page.hpp"
#include "mailbox/scratch.hpp"
#include "room.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace kiosk;
using namespace kiosk::test;
namespace action = kiosk::visit::action;

namespace {

constexpr Duration limit{60'000};
const desk::Day today = *desk::read_day("2026-11-24");

desk::PageText words() {
    desk::PageText text;
    const std::string prefix = "desk.";
    for (const auto& [name, word] : shipped().interface)
        if (name.starts_with(prefix)) text.words[name.substr(prefix.size())] = word(content::LanguageId{0});
    return text;
}

/// Busy weekdays, quiet ends of weeks; Sundays of two visits.
std::vector<desk::Totals> two_weeks() {
    std::vector<desk::Totals> all;
    for (int back = 0; back < 14; ++back) {
        const desk::Day day = today - std::chrono::days{back};
        const std::chrono::weekday weekday(day);
        desk::Totals totals{.day = day, .by_language = {}};
        if (weekday == std::chrono::Sunday)
            totals.by_outcome = {1, 1, 0, 0};
        else if (weekday == std::chrono::Saturday)
            totals.by_outcome = {7, 0, 0, 0};
        else
            totals.by_outcome = {24 - back, 6 + back % 3, back % 5, back % 4 == 0 ? 1 : 0};
        for (const int number : totals.by_outcome) totals.visits += number;
        totals.handouts = totals.visits + 5;
        totals.by_language = {{"English", totals.visits - 2}, {"简体中文", 2}};
        all.push_back(totals);
    }
    return all;
}

bool reads(Browser& browser, const std::string& selector, const std::string& part) {
    return until(limit, [&] { return says(browser.text(selector), part); });
}

}  // namespace

TEST_CASE("a browser draws the visits of 14 days, and tells the numbers that may be told") {
    Scratch scratch;
    desk::Desk desk{std::move(*desk::CallBook::open(scratch.folder / "calls.sqlite")),
                    [] { return desk::WallTime{1'000'000}; }, [] { return Instant{}; }};
    desk::About about;
    about.usage = desk::shown(two_weeks(), today);
    desk.hear_kiosk("Waiting room 1", about);
    const auto page = desk::FrontPage::open(desk, {"127.0.0.1", 0}, words());
    REQUIRE(page);
    Browser browser;
    browser.open("http://127.0.0.1:" + std::to_string((*page)->listens().port) + "/");
    REQUIRE(reads(browser, "#usage h2", "Use of this kiosk"));
    CHECK(reads(browser, "#usage .line", "No names are kept."));
    CHECK(browser.run("return String(document.querySelectorAll('#usage rect').length)") == "14");
    // The style sheet, not a style of an element, gives them their colour.
    CHECK(browser.run("return getComputedStyle(document.querySelector('#usage rect.bar')).fill") == "rgb(11, 79, 90)");
    CHECK(says(browser.run("return document.querySelector('#usage svg').getAttribute('aria-label')"), "Sunday"));
    CHECK(browser.click("#usage summary"));
    CHECK(reads(browser, "#usage tbody", "fewer than 5"));
    const auto first = browser.text("#usage tbody tr:first-child");
    CHECK(says(first, "not shown"));
    CHECK(browser.run("return String(document.querySelectorAll('#usage tbody tr').length)") == "14");
    CHECK(browser.run("return String(document.documentElement.scrollWidth <= innerWidth)") == "true");
    browser.picture((scratch.folder / "phone.png").string(), 420, 900);
    CHECK(browser.run("return String(document.documentElement.scrollWidth <= innerWidth)") == "true");
    if (const char* folder = std::getenv("KIOSK_PICTURES")) {
        browser.picture(std::string(folder) + "/usage-pc.png", 1280, 1500);
        browser.picture(std::string(folder) + "/usage-phone.png", 420, 2300);
    }
}

TEST_CASE("a visit on the real window is counted once, and kiosk status says so") {
    Room room;
    room.start({"--name", "Waiting room 1"});
    play::Player player(shipped(), visit::PrinterKind::none);
    fine(room, player.see());
    to_first_question(room, player);
    fine(room, player.answer_all_no());
    fine(room, player.tap(action::Finish{}));
    const auto status = [&] {
        return output_of(std::string(KIOSK_BINARY) + " status --config " + (room.folder / "machine.conf") +
                         " --state " + (room.folder / "state") + " --content " + KIOSK_SOURCE + "/content.xml");
    };
    CHECK_MESSAGE(until(limit, [&] { return says(status(), "use in the last 7 days: visits 1,"); }), status());
}
