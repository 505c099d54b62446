// SPDX-License-Identifier: Apache-2.0
// Two kiosks of a clinic and one desk: a call of the second is seen, answered and closed at the desk of the first, and
// each end says when it no longer hears the other.
#include "app/clock.hpp"
#include "mailbox/mailbox.hpp"
#include "staffed.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <csignal>
#include <filesystem>
#include <fstream>

using namespace kiosk;
using namespace kiosk::test;
using visit::DeskStage;
namespace action = kiosk::visit::action;

namespace {

struct Two {
    bool prints = false;
    Staffed first{free_port()};
    std::string paper = first.room.folder / "paper-of-2";
    std::string key_file = first.room.folder / "key-of-2";
    Kiosk second{of_the_second()};

    std::string asked(const std::string& of) const {
        return output_of(std::string(KIOSK_BINARY) + " desk-key --config " + (first.room.folder / "machine.conf") +
                         " --state " + (first.room.folder / "state") + " " + of + " 2>/dev/null");
    }
    std::vector<std::string> of_the_second() {
        std::ofstream(key_file) << asked("'Waiting room 2'");
        REQUIRE(chmod(key_file.c_str(), 0600) == 0);
        auto at = address(first.room);
        at.pop_back();
        std::vector<std::string> options{"--desk", at, "--desk-key", key_file, "--name", "Another name"};
        if (prints) options.insert(options.end(), {"--printer", "folder:" + paper});
        return options;
    }
};

}  // namespace

TEST_CASE("a call of another kiosk is seen, answered and closed at the desk, and its glass follows") {
    Two at;
    Browser& desk = at.first.desk;
    auto& [room, player] = at.second;
    CHECK_MESSAGE(at.asked("") == "Waiting room 2\n", at.asked(""));
    REQUIRE(reads(desk, "#kiosks", "Waiting room 2"));
    hears(room, player, visit::Desk::listens);
    to_first_question(room, player);
    REQUIRE(player.touch(player.key(action::Help{})) == "");
    const auto touched = app::now();
    sees(room, player, DeskStage::shown);
    CHECK(app::now() - touched < Duration{15'000});
    MESSAGE("on the glass as told ", (app::now() - touched).count(), " ms after the touch");
    CHECK_MESSAGE(reads(desk, "#calls", "Waiting room 2"), "by the name of its key, whatever it calls itself");
    picture(desk, "two-kiosks");
    press(desk, "[data-key=coming]");
    sees(room, player, DeskStage::acknowledged);
    press(desk, "[data-key=close]");
    confirm_close(desk);
    sees(room, player, DeskStage::closed);
    CHECK_FALSE(says(all_bytes(room.folder / "state"), "Asked for help now"));
    CHECK_FALSE(says(all_bytes(at.first.room.folder / "state"), "Asked for help now"));
}

TEST_CASE("staff at the desk have a page printed by the printer of another kiosk, and look up its use") {
    Two at{.prints = true};
    Browser& desk = at.first.desk;
    REQUIRE(reads(desk, "#kiosks", "Waiting room 2"));
    hears(at.second.room, at.second.player, visit::Desk::listens);
    const std::string card = "[data-kiosk='Waiting room 2'] ";
    REQUIRE(until(limit, [&] { return desk.click(card + "summary") && desk.click(card + "[data-key=page]"); }));
    CHECK_MESSAGE(reads(desk, card + "dl", "Saved in a folder"), desk.text("#kiosks"));
    CHECK_FALSE(std::filesystem::is_empty(at.paper));
    CHECK(desk.text("#refused").empty());
    desk.run(
        "const of = document.querySelector('#of'); of.value = 'Waiting room 2'; of.dispatchEvent(new Event('change'))");
    CHECK(reads(desk, "#usage", "Nobody has used it"));
    picture(desk, "test-page");
}

TEST_CASE("each end of the line says when it no longer hears the other, and a call waits until it does") {
    Two at;
    Browser& desk = at.first.desk;
    auto& [room, player] = at.second;
    hears(room, player, visit::Desk::listens);
    const auto service_of_second = room.service(), service_of_first = at.first.room.service();
    ::kill(service_of_second, SIGSTOP);
    auto since = app::now();
    CHECK(until(Duration{90'000}, [&] { return says(desk.text("#trouble"), "Waiting room 2"); }));
    MESSAGE("the desk told ", (app::now() - since).count(), " ms after the kiosk fell silent");
    picture(desk, "silent");
    ::kill(service_of_second, SIGCONT);
    CHECK(until(limit, [&] { return !says(desk.text("#trouble"), "Waiting room 2"); }));

    hears(room, player, visit::Desk::listens);
    ::kill(service_of_first, SIGSTOP);
    since = app::now();
    const auto line = [&] {
        return value_of(mailbox::look(room.folder / "state/mailbox")->service, mailbox::Fact::desk);
    };
    REQUIRE(until(limit, [&] { return line() == "deaf"; }));
    CHECK(says(status(room), "The desk at 127.0.0.1 did not answer within 5 s."));
    fine(room, player.happens(visit::event::DeskIs{visit::Desk::deaf}));
    MESSAGE("the glass knew ", (app::now() - since).count(), " ms after the desk fell silent");
    to_first_question(room, player);
    fine(room, player.tap(action::Help{}));
    CHECK(player.visit().call->state == visit::CallState::not_sent);
    ::kill(service_of_first, SIGCONT);
    sees(room, player, DeskStage::shown);
    CHECK(reads(desk, "#calls", "Emergency: see now"));
}
