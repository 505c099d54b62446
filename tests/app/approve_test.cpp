// SPDX-License-Identifier: Apache-2.0
// What approve says to the person who signs, and what is said of orders and keys that cannot be read: word for word.
#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/examine.hpp"
#include "app/files.hpp"
#include "app/graphviz.hpp"
#include "app/order_text.hpp"
#include "app/signing.hpp"
#include "app/take_in.hpp"
#include "small_clinic.hpp"
#include "told.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>

#include <filesystem>

using namespace kiosk;
using namespace kiosk::app;

TEST_CASE("approve: a wrong name or day, and content with an error, end with a sentence") {
    const SmallClinic clinic;
    const auto refused = [&](command::Approve command, Exit exit) {
        return told([&] { return approve(clinic.machine, command); }, exit).errors;
    };
    CHECK(refused({.by = "A. Name", .until = {}, .key = {}, .make_key = {}}, Exit::usage) ==
          "kiosk: --by must be a name and a role on one line: --by \"A. Name, family doctor\".\n");
    auto past = by_doctor();
    for (const auto* day : {"2020-01-01", "tomorrow"}) {
        past.until = day;
        CHECK(refused(past, Exit::usage) ==
              "kiosk: --until must be a day that is still to come: --until 2027-11-22.\n");
    }
    clinic.change("content.xml", "<topic ", "<topc ");
    CHECK(refused(by_doctor(), Exit::content_problem) ==
          "content.xml:4: error: <kiosk> needs <topic> (write <topic file=\"screens/name.xml\" "
          "evidence=\"screens/name.evidence.xml\"/>)\n"
          "content.xml:7: error: <kiosk> holds no <topc> (did you mean <topic>?)\n"
          "kiosk: " +
              clinic.machine.content + " cannot be approved before this is mended.\n");
}

TEST_CASE("approve: a name that has no room on the glass is told as what it is") {
    const SmallClinic clinic;
    auto command = by_doctor();
    command.until = "2999-12-31";
    command.by = "Firstname " + std::string(90, 'm') + ", family doctor";
    const auto errors = told([&] { return approve(clinic.machine, command); }, Exit::content_problem).errors;
    CHECK(errors.find(": error: ") != std::string::npos);
    const std::string last =
        "kiosk: Who approves stands on the screens: if kiosk check finds no error, make --by shorter.\n";
    REQUIRE(errors.size() > last.size());
    CHECK(errors.substr(errors.size() - last.size()) == last);
    CHECK_FALSE(std::filesystem::exists(clinic.file("approval.xml")));
}

TEST_CASE("approve: what was signed, by whom, and whether it counts here") {
    SmallClinic clinic;
    const auto key = clinic.file("key");
    const auto made = told([&] { return approve(clinic.machine, {{}, {}, {}, key}); }, Exit::fine);
    CHECK(made.output == key +
                             ": the secret key. Keep it where only the one who approves can read it, away from the "
                             "kiosk.\nIn the machine file of each kiosk:\napproval-key=" +
                             *public_part(key) + "\n");
    const auto loaded = load_content(clinic.machine.content);
    REQUIRE(loaded.content);
    const auto what = "checked: no errors, " + std::to_string(examine(loaded).problems.size()) +
                      " other remarks (kiosk check lists them)\ncontent of Small Clinic: " + loaded.content->hash +
                      "\ntopic: Sore test, version 2026.1: 7 questions, 4 handouts (screens/small.xml)\nlanguages: "
                      "en\napproved by A. Name, family doctor, on " +
                      today() + '\n';
    const auto file = clinic.file("approval.xml");
    CHECK(told([&] { return approve(clinic.machine, by_doctor(key)); }, Exit::fine).output ==
          what + "signed; written to " + file + '\n');
    std::filesystem::remove(file);
    const auto mask = umask(077);
    told([&] { return approve(clinic.machine, by_doctor(key)); }, Exit::fine);
    umask(mask);
    CHECK_MESSAGE((std::filesystem::status(file).permissions() == std::filesystem::perms(0644)),
                  "screen and service read it, and are other users");
    clinic.machine.approval_key = *public_part(key);
    CHECK(told([&] { return approve(clinic.machine, by_doctor()); }, Exit::fine).output ==
          what + "not signed; written to " + file +
              "\nThis kiosk asks for a signature: it does not count here before it is made with --key.\n");
    const auto another = clinic.file("another");
    REQUIRE(make_key(another));
    CHECK(told([&] { return approve(clinic.machine, by_doctor(another)); }, Exit::world).errors ==
          "kiosk: The key " + another + " is not the one of this kiosk (approval-key in the machine file).\n");
}

TEST_CASE("keys that cannot be read or written") {
    const SmallClinic clinic;
    const auto none = clinic.file("none/key"), text = clinic.file("content.xml");
    CHECK(sign("text", none).failure().sentence == "The key " + none + " cannot be read: No such file or directory.");
    CHECK(make_key(none).failure().sentence == "Could not write the key " + none + ": No such file or directory.");
    CHECK(make_key(text).failure().sentence == "Could not write the key " + text + ": File exists.");
    chmod(text.c_str(), 0600);
    CHECK(public_part(text).failure().sentence == text + " is no key of kiosk approve --make-key.");
}

TEST_CASE("an order that is not of this content") {
    const auto content = fixtures::small_clinic();
    const auto said = [&](const std::string& order) { return read_order(content, order).failure().sentence; };
    CHECK(said("content another\nticket 1\n") == "This order was made with other content.");
    CHECK(said("ticket 1\n") == "This order does not say with which content it was made.");
    for (const auto* line : {"handout none", "given none 0 yes", "topic none", "language xx", "colour red"})
        CHECK(said("content " + content.hash + "\n" + line + '\n') == "This order does not fit the content.");
}

TEST_CASE("a map that Graphviz cannot draw") {
    CHECK(svg_of("no graph").failure().sentence ==
          "Graphviz could not draw the map. Check what `dot -V` says, or leave out -o.");
}

TEST_CASE("check says that patients see nothing of a content that waits for approval; book, that a day is none") {
    SmallClinic clinic;
    clinic.machine.require_approval = true;
    const command::Check words{.depth = command::Check::Depth::words};
    CHECK(told([&] { return check(clinic.machine, words); }, Exit::fine)
              .output.find("content.xml: warning: patients see only approved content here, and this is not (have it "
                           "approved: kiosk approve --by \"Name, role\")\n") != std::string::npos);
    const command::Book never{.out = clinic.file("book.pdf"), .date = "2026-02-30"};
    CHECK(told([&] { return book(clinic.machine, never); }, Exit::usage).errors ==
          "kiosk: --date must be a day, like 2026-11-22.\n");
}

TEST_CASE("content that nobody approved is not taken in where approval is asked for") {
    SmallClinic clinic;
    clinic.machine.require_approval = true;
    const auto found = read_findings(told([&] { return take_in(clinic.machine); }, Exit::content_problem).output);
    CHECK(found.problems ==
          std::vector<std::string>{"content.xml: error: patients see only approved content here, and this is not (have "
                                   "it approved: kiosk approve --by \"Name, role\")"});
}
