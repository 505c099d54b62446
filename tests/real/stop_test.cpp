// SPDX-License-Identifier: Apache-2.0
// The kiosk is stopped while a page prints: whatever stops it, nothing of the visit is left in the state folder.
#include "paper.hpp"
#include "room.hpp"

#include <doctest/doctest.h>

#include <csignal>

using namespace kiosk;
using namespace kiosk::test;
namespace action = kiosk::visit::action;

namespace {

constexpr Duration limit{30'000};
constexpr Duration soon{10'000};

/// A visit with its order at the printer, which has the document and does not print it yet.
struct MidPrint {
    fake::Ippeve printer{patient_printer};
    Room room;
    play::Player player{shipped(), visit::PrinterKind::real};
    std::string handout;

    MidPrint() {
        room.start({"--printer", printer.uri()});
        handout = shipped()[{0}][read_a_handout(room, player)].id;
        fine(room, player.touch(player.key(action::PrintThis{})));
        REQUIRE_MESSAGE(until(limit, [&] { return papers(printer) == 1; }), room.log());
        REQUIRE(left() != "");  // it is there to be found
    }

    /// What of the visit lies in the state folder: words that only an order has.
    std::string left() const {
        const auto bytes = all_bytes(room.folder / "state");
        std::string found;
        for (const auto& word :
             {std::string("given "), std::string("language en"), "topic " + shipped()[{0}].id, "handout " + handout})
            if (bytes.find(word) != std::string::npos) found += word + "; ";
        return found;
    }
};

bool runs(pid_t pid) {
    return ::kill(pid, 0) == 0;
}

const auto no_printer = doctest::skip(!fake::Ippeve::missing().empty());

void stopped_by(int signal) {
    MidPrint visit;
    const pid_t service = visit.room.service();
    REQUIRE(service > 0);
    visit.room.kiosk->kill(signal);
    INFO(visit.room.log());
    REQUIRE(visit.room.kiosk->ended(soon));
    CHECK(visit.room.kiosk->code() == 0);
    CHECK_FALSE(runs(service));
    CHECK(visit.left() == "");
    CHECK(visit.room.log().find("screen stopped by signal " + std::to_string(signal)) != std::string::npos);
}

}  // namespace

TEST_CASE("stopped by SIGTERM while a page prints, nothing of the visit stays on the disk" * no_printer) {
    stopped_by(SIGTERM);
}
TEST_CASE("stopped by SIGINT while a page prints, nothing of the visit stays on the disk" * no_printer) {
    stopped_by(SIGINT);
}
TEST_CASE("stopped by SIGHUP while a page prints, nothing of the visit stays on the disk" * no_printer) {
    stopped_by(SIGHUP);
}
TEST_CASE("stopped by SIGQUIT while a page prints, nothing of the visit stays on the disk" * no_printer) {
    stopped_by(SIGQUIT);
}

TEST_CASE("the service is stopped while a page prints: the order is gone from the disk, and another one starts" *
          no_printer) {
    MidPrint visit;
    const pid_t service = visit.room.service();
    ::kill(service, SIGTERM);
    INFO(visit.room.log());
    REQUIRE(until(soon, [&] { return visit.room.service() != service; }));
    const auto bytes = all_bytes(visit.room.folder / "state");
    CHECK(bytes.find("given ") == std::string::npos);
    CHECK(until(soon, [&] { return visit.room.service() > 0 && visit.room.service() != service; }));
}

TEST_CASE("the screen is killed and does not return: the service cancels, wipes and leaves by itself" * no_printer) {
    MidPrint visit;
    const pid_t service = visit.room.service();
    visit.room.kiosk->kill(SIGKILL);
    REQUIRE(visit.room.kiosk->ended(soon));
    INFO(visit.room.log());
    CHECK(until(limit, [&] { return visit.room.log().find("service stopped") != std::string::npos; }));
    CHECK(until(soon, [&] { return !runs(service); }));
    CHECK(visit.left() == "");
}

TEST_CASE("the X server dies while a page prints: exit code 3, a line in the log, and nothing of the visit stays" *
          no_printer) {
    fake::Ippeve printer{patient_printer};
    Room room;
    room.start({"--printer", printer.uri()});
    {
        play::Player player(shipped(), visit::PrinterKind::real);
        read_a_handout(room, player);
        fine(room, player.touch(player.key(action::PrintThis{})));
        REQUIRE_MESSAGE(until(limit, [&] { return papers(printer) == 1; }), room.log());
    }  // this test's own connection to the display
    const pid_t service = room.service();
    room.display.kill();
    INFO(room.log());
    REQUIRE(room.kiosk->ended(soon));
    CHECK(room.kiosk->code() == 3);
    CHECK(room.log().find("failed: the display went away") != std::string::npos);
    CHECK_FALSE(runs(service));
    CHECK(all_bytes(room.folder / "state").find("given ") == std::string::npos);
}

TEST_CASE("a crash can write no memory to the disk: no core file, and nothing for a crash collector") {
    Room room;
    room.start();
    play::Player player(shipped(), visit::PrinterKind::none);
    fine(room, player.see());
    REQUIRE(until(limit, [&] { return room.log().find("service started") != std::string::npos; }));
    for (const pid_t pid : {room.kiosk->pid(), room.service()}) {
        const auto proc = "/proc/" + std::to_string(pid);
        const auto limits = read_file(proc + "/limits");
        const auto core = limits.substr(limits.find("Max core file size"), 60);
        CHECK_MESSAGE(core.find("0                    0") != std::string::npos, core);
        CHECK(std::stoul(read_file(proc + "/coredump_filter"), nullptr, 16) == 0);
        // What deploy/bench reads stays readable to the user that started it.
        CHECK(read_file(proc + "/smaps_rollup").find("Pss:") != std::string::npos);
    }
}
