// SPDX-License-Identifier: Apache-2.0
// Words changed under a running kiosk: a good change is on the glass for the next visit and never during one; a broken
// or unapproved one leaves the last good content in place, also after a kill and a start with the broken files still
// there.
#include "app/files.hpp"
#include "mailbox/mailbox.hpp"
#include "room.hpp"

#include <doctest/doctest.h>
#include <httplib.h>

#include <sys/wait.h>

#include <csignal>
#include <filesystem>
#include <fstream>

using namespace kiosk;
using namespace kiosk::test;
namespace action = kiosk::visit::action;
namespace fs = std::filesystem;

namespace {

constexpr Duration limit{150'000};  // take-in is niced, and a busy machine lets it wait
constexpr const char* interface = "screens/interface.xml";
constexpr const char* old_word = "Touch to start";
constexpr const char* new_word = "Begin here";

content::Content loaded(const Clinic& clinic) {
    auto read = app::load_content(clinic.content());
    REQUIRE(read.content);
    return *read.content;
}

int status_code(const Room& room, const Clinic& clinic) {
    return WEXITSTATUS(
        std::system((std::string(KIOSK_BINARY) + " status --config " + (room.folder / "machine.conf") + " --state " +
                     (room.folder / "state") + " --content " + clinic.content() + " > /dev/null 2>&1")
                        .c_str()));
}

bool becomes(const Room& room, const Clinic& clinic, const std::string& words) {
    return until(limit, [&] { return says(status(room, clinic), words); });
}

/// The glass shows the welcome of this content.
void shows(const Room& room, const content::Content& content) {
    play::Player player(content, visit::PrinterKind::demonstration);
    std::string problem = "not looked yet";
    until(limit, [&] { return (problem = player.see()).empty(); });
    fine(room, problem);
}

void start(Room& room, const Clinic& clinic, std::vector<std::string> more = {}) {
    more.insert(more.end(), {"--printer", "folder:" + room.folder / "paper"});
    room.start(std::move(more), clinic.content());
    const bool is_up = until(
        limit, [&] { return says(status(room, clinic), "printer: Demonstration") || room.kiosk->ended(Duration{0}); });
    REQUIRE_MESSAGE((is_up && !room.kiosk->ended(Duration{0})), room.log(), status(room, clinic));
    REQUIRE(until(limit, [&] { return fs::exists(room.folder / "state/content/current"); }));
}

void kill_both(Room& room) {
    const auto service = room.service();
    room.kiosk->kill(SIGKILL);
    if (service != 0) ::kill(service, SIGKILL);
    REQUIRE(room.kiosk->ended(limit));
}

std::string approve(const Clinic& clinic, const std::string& more = {}) {
    return output_of(std::string(KIOSK_BINARY) + " approve --by 'A. Example, family doctor' --content " +
                     clinic.content() + " " + more);
}

}  // namespace

TEST_CASE("a changed word waits for the next visit, and what this visit prints is of its own content") {
    const Clinic clinic;
    Room room;
    start(room, clinic);
    const auto before = loaded(clinic);
    play::Player player(before, visit::PrinterKind::demonstration);
    read_a_handout(room, player);
    clinic.change(interface, old_word, new_word);
    REQUIRE(becomes(room, clinic, "content on the disk: changed; patients see it after this visit\n"));
    CHECK(status_code(room, clinic) == 0);
    fine(room, player.see());
    fine(room, player.touch(player.key(action::PrintThis{})));
    REQUIRE(until(limit, [&] { return fs::exists(room.folder / "paper/job-1.pdf"); }));
    room.kiosk->kill(SIGTERM);
    REQUIRE(room.kiosk->ended(limit));
    start(room, clinic);
    shows(room, loaded(clinic));
}

TEST_CASE("at welcome a changed word comes up by itself") {
    const Clinic clinic;
    Room room;
    start(room, clinic);
    clinic.change(interface, old_word, new_word);
    shows(room, loaded(clinic));
    REQUIRE(becomes(room, clinic, "content on the disk: fit for patients\n"));
    // And printing goes on with it.
    const auto now = loaded(clinic);
    play::Player player(now, visit::PrinterKind::demonstration);
    read_a_handout(room, player);
    fine(room, player.touch(player.key(action::PrintThis{})));
    CHECK(until(limit, [&] { return fs::exists(room.folder / "paper/job-1.pdf"); }));
}

TEST_CASE("what staff read at the desk changes with the glass") {
    const Clinic clinic;
    Room room;
    start(room, clinic, {"--listen", "127.0.0.1:0", "--name", "Waiting room 1"});
    const auto address = value_of(mailbox::look(room.folder / "state/mailbox")->service, mailbox::Fact::desk_page);
    REQUIRE(says(address, "http://127.0.0.1:"));
    httplib::Client page(address.substr(0, address.size() - 1));
    const auto start_says = [&](const char* words) { return says(page.Get("/start")->body, words); };
    CHECK(start_says("Calls from the waiting room"));
    clinic.change(interface, "Calls from the waiting room", "Who calls");
    clinic.change(interface, old_word, new_word);
    shows(room, loaded(clinic));
    CHECK(until(limit, [&] { return start_says("Who calls"); }));
    CHECK_FALSE(start_says("Calls from the waiting room"));
}

TEST_CASE("a broken save leaves the last good content, also after kill -9 and a start with it still broken") {
    const Clinic clinic;
    Room room;
    start(room, clinic);
    const auto good = loaded(clinic);
    clinic.change(interface, "<text name=\"welcome.start\">", "<text name=\"welcome.start\">Broken <");
    REQUIRE(becomes(room, clinic, "not fit for patients, who see what was last good:\nscreens/interface.xml:"));
    CHECK(status_code(room, clinic) == 1);
    shows(room, good);
    kill_both(room);
    start(room, clinic);
    shows(room, good);
    CHECK(says(room.log(), "screens/interface.xml:"));
    CHECK(says(room.log(), "Patients see the last good content until this is mended."));
    clinic.change(interface, "Broken <", "");
    clinic.change(interface, old_word, new_word);
    shows(room, loaded(clinic));
    CHECK(until(limit, [&] { return status_code(room, clinic) == 0; }));
}

TEST_CASE("a judgement that broke off is made again, and content.xml may have been a folder for a while") {
    const Clinic clinic;
    Room room;
    start(room, clinic);
    const auto service = room.service();
    REQUIRE(until(limit, [&] { return child_of(service) == 0; }));
    clinic.change(interface, old_word, new_word);
    pid_t judge = 0;
    REQUIRE(until(limit, [&] { return (judge = child_of(service)) != 0; }));
    ::kill(judge, SIGKILL);
    shows(room, loaded(clinic));
    fs::rename(clinic.content(), clinic.folder / "away");
    fs::create_directory(clinic.content());
    REQUIRE(becomes(room, clinic, "not fit for patients"));
    fs::remove(clinic.content());
    fs::rename(clinic.folder / "away", clinic.content());
    CHECK(becomes(room, clinic, "content on the disk: fit for patients\n"));
}

TEST_CASE("half-written saves, editors' leavings and a removed folder change nothing") {
    const Clinic clinic;
    Room room;
    start(room, clinic);
    const auto good = loaded(clinic);
    const auto file = clinic.folder / interface;
    for (const char* name : {"/.#interface.xml", "/interface.xml~", "/.interface.xml.swp", "/4913"})
        std::ofstream(clinic.folder / "screens" + name) << "<nonsense";
    fs::rename(clinic.folder / "screens", clinic.folder / "away");
    REQUIRE(becomes(room, clinic, "not fit for patients"));
    shows(room, good);
    fs::rename(clinic.folder / "away", clinic.folder / "screens");
    REQUIRE(becomes(room, clinic, "fit for patients\n"));
    // In pieces, then by rename as editors do.
    auto text = read_file(file);
    text.replace(text.find(old_word), std::string(old_word).size(), new_word);
    std::ofstream half(file);
    half << text.substr(0, text.size() / 2) << std::flush;
    REQUIRE(becomes(room, clinic, "not fit for patients"));
    shows(room, good);
    half << text.substr(text.size() / 2) << std::flush;
    shows(room, loaded(clinic));
    text.replace(text.find(new_word), std::string(new_word).size(), old_word);
    std::ofstream(file + ".new") << text;
    fs::rename(file + ".new", file);
    shows(room, good);
}

TEST_CASE("where approval is asked for, no word nobody approved reaches the glass") {
    const Clinic clinic;
    clinic.change("content.xml", "<kiosk ", "<kiosk require-approval=\"yes\" ");
    Room room;
    room.start({}, clinic.content());
    REQUIRE(room.kiosk->ended(limit));
    CHECK(room.kiosk->code() == 1);
    CHECK(says(room.log(), "Patients see only approved content here"));
    CHECK(says(approve(clinic), "approved by A. Example, family doctor, on "));
    start(room, clinic);
    auto good = loaded(clinic);
    CHECK(says(status(room, clinic), "approved by A. Example, family doctor, on "));
    clinic.change(interface, old_word, new_word);
    REQUIRE(becomes(room, clinic, "the content was changed after A. Example, family doctor approved it"));
    CHECK(status_code(room, clinic) == 1);
    shows(room, good);
    // Taking the question away is a change like any other.
    clinic.change("content.xml", "require-approval=\"yes\" ", "");
    REQUIRE(becomes(room, clinic, "content.xml: error: patients see only approved content here"));
    shows(room, good);
    CHECK(says(approve(clinic), "written to "));
    shows(room, loaded(clinic));
}

TEST_CASE("where a key is asked for, a forged approval is none") {
    const Clinic clinic;
    Room room;
    const auto made = output_of(std::string(KIOSK_BINARY) + " approve --make-key " + room.folder / "key");
    const auto key = made.substr(made.rfind('=') + 1, 64);
    const std::vector<std::string> strict{"--require-approval", "--approval-key", key};
    CHECK(says(approve(clinic), "not signed"));
    room.start(strict, clinic.content());
    REQUIRE(room.kiosk->ended(limit));
    CHECK(room.kiosk->code() == 1);
    CHECK(says(room.log(), "is not signed, and this kiosk asks for it"));
    CHECK(says(approve(clinic, "--key " + room.folder / "key"), "signed; written to"));
    start(room, clinic, strict);
    const auto good = loaded(clinic);
    CHECK(says(status(room, clinic), "approved by A. Example"));
    clinic.change(interface, old_word, new_word);
    auto approval = read_file(clinic.folder / "approval.xml");
    approval.replace(approval.find(good.hash), 64, loaded(clinic).hash);
    std::ofstream(clinic.folder / "approval.xml") << approval;
    REQUIRE(becomes(room, clinic, "the signature is not by the key of this kiosk"));
    shows(room, good);
}
