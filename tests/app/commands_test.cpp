// SPDX-License-Identifier: Apache-2.0
// Commands that are asked for what is not there: a sentence, and the documented exit code.
#include "app/commands.hpp"

#include "mailbox/scratch.hpp"

#include <iostream>
#include <sstream>

using namespace kiosk::app;

namespace {

const Machine machine{.content = std::string(KIOSK_SOURCE) + "/content.xml"};

/// What a command says to a person on standard error.
template <class Command>
std::string said(Command command, Exit expected) {
    std::ostringstream heard;
    auto* before = std::cerr.rdbuf(heard.rdbuf());
    const Exit exit = command();
    std::cerr.rdbuf(before);
    CHECK(exit == expected);
    return heard.str();
}

}  // namespace

TEST_CASE("render of a screen that is not there lists those that are") {
    Scratch scratch;
    command::Render wanted;
    wanted.folder = scratch.folder;
    wanted.only = "no-such-screen";
    const auto text = said([&] { return render(machine, wanted); }, Exit::usage);
    CHECK(text.starts_with("kiosk: no screen has \"no-such-screen\" in its name. There are:\n  "));
    CHECK(text.find("\n  01-welcome") != std::string::npos);
    CHECK(std::filesystem::is_empty(scratch.folder));
}

TEST_CASE("a scripted visit that is a folder or is not there gets a sentence") {
    Scratch scratch;
    const auto folder = scratch.folder.string();
    CHECK(said([&] { return visit_script(machine, {folder}); }, Exit::world) ==
          "kiosk: " + folder + " is a folder. Name the script in it: " + folder + "/taps.\n");
    CHECK(said([&] { return visit_script(machine, {folder + "/none"}); }, Exit::world) ==
          "kiosk: Could not read " + folder + "/none. Check its name and its rights.\n");
}
