// SPDX-License-Identifier: Apache-2.0
// The staff PIN from the command line: what is taken, where it is kept, and whether there is one.
#include "app/commands.hpp"
#include "app/state.hpp"
#include "desk/secrets.hpp"
#include "mailbox/mailbox.hpp"
#include "mailbox/scratch.hpp"
#include "told.hpp"

#include <sys/stat.h>

using namespace kiosk;
using namespace kiosk::app;

namespace {

Machine machine_of(const Scratch& scratch) {
    return {.content = std::string(KIOSK_SOURCE) + "/content.xml", .state = scratch.folder};
}

/// Typed on standard input.
Told set_by(Exit (*command)(const Machine&), const Machine& machine, const std::string& typed, Exit expected) {
    std::istringstream twice(typed + '\n' + typed + '\n');
    auto* in = std::cin.rdbuf(twice.rdbuf());
    auto heard = told([&] { return command(machine); }, expected);
    std::cin.rdbuf(in);
    return heard;
}

std::string pin_line(const Machine& machine) {
    const auto all = told([&] { return status(machine); }, Exit::content_problem).output;
    const std::string label = "\nstaff PIN at the glass: ";
    const auto at = all.find(label);
    REQUIRE_MESSAGE(at != std::string::npos, all);
    const auto from = at + label.size();
    return all.substr(from, all.find('\n', from) - from);
}

}  // namespace

TEST_CASE("a line from Windows is the PIN without its end") {
    const Scratch scratch;
    REQUIRE(chmod(scratch.folder.c_str(), 0700) == 0);
    set_by(pin, machine_of(scratch), "194736\r", Exit::fine);
}

TEST_CASE("a PIN and a password are not kept in a state folder that others can read") {
    Scratch scratch;
    const auto machine = machine_of(scratch);
    REQUIRE(chmod(scratch.folder.c_str(), 0755) == 0);
    const auto sentence = "kiosk: The state folder " + scratch.folder.string() +
                          " can be read by others. Make it private: chmod 700 " + scratch.folder.string() + ".\n";
    CHECK(set_by(pin, machine, "130279", Exit::world).errors == sentence);
    CHECK(set_by(password, machine, "a long password", Exit::world).errors == sentence);
    CHECK(std::filesystem::is_empty(scratch.folder));

    REQUIRE(chmod(scratch.folder.c_str(), 0700) == 0);
    CHECK(set_by(pin, machine, "130279", Exit::fine).output.find("The staff PIN at the glass is set.") !=
          std::string::npos);
    auto secrets = desk::Secrets::open(scratch.folder / "books/secrets.sqlite");
    REQUIRE(secrets);
    CHECK(*secrets->has(desk::Secrets::Door::glass));
}

TEST_CASE("a PIN of too few different digits is said to be one, and not set") {
    Scratch scratch;
    CHECK(set_by(pin, machine_of(scratch), "112233", Exit::usage).errors ==
          "kiosk: This PIN is tried first by whoever guesses. A staff PIN has at least 4 different digits.\n");
    CHECK(std::filesystem::is_empty(scratch.folder));
}

TEST_CASE("status tells whether staff have a PIN at the glass") {
    Scratch scratch;
    const auto machine = machine_of(scratch);
    REQUIRE(make_mailbox_folder(machine));
    { REQUIRE(mailbox::Screen::open(mailbox_folder(machine))); }
    CHECK(pin_line(machine) == "not known, the service is not running");
    auto service = mailbox::Service::open(mailbox_folder(machine));
    REQUIRE(service);
    REQUIRE(service->publish({{mailbox::Fact::staff_pin, ""}}));
    CHECK(pin_line(machine) == "not set (kiosk pin sets it)");
    REQUIRE(service->publish({{mailbox::Fact::staff_pin, "set"}}));
    CHECK(pin_line(machine) == "set");
}
