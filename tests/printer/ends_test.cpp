// SPDX-License-Identifier: Apache-2.0
// A job that is cancelled, or whose kiosk starts again: ended as it has to be, and never printed twice.
#include "printer/looks.hpp"

using namespace story;

TEST_CASE("a cancel at any time ends the job, and the printer is told whatever it has to be told") {
    struct Told {
        std::string what;
        fake::Script script;
        std::string at;  ///< when the story ends so, it is cancelled
        std::string story;
        std::string last_operation;
    };
    fake::Script prints, mute, busy, deaf, quick_one;
    prints.looks = {printing()};
    mute.manner = fake::Manner::mute;
    busy.answers[IPP_OP_CREATE_JOB] = std::deque<ipp_status_t>(1'000, IPP_STATUS_ERROR_BUSY);
    deaf.looks = {printing()};
    deaf.obeys_cancel = false;
    quick_one.looks = {stopped("media-empty-error")};
    const Told rows[] = {
        {"while it prints", prints, "printing", "queued, sent, printing, cancelled, settled", "Cancel-Job"},
        {"while it waits for paper", quick_one, "paper", "queued, sent, needs hand: paper, cancelled, settled",
         "Cancel-Job"},
        {"while nothing answers", mute, "queued", "queued, cancelled, settled", ""},
        {"while it is busy", busy, "busy", "queued, queued: busy, cancelled, settled", "Create-Job"},
        {"a printer that goes on all the same", deaf, "printing", "queued, sent, printing, unknown, settled",
         "Cancel-Job"},
    };
    for (const Told& row : rows) {
        CAPTURE(row.what);
        fake::Printer printer(row.script);
        Press press(to(printer.uri()), quick());
        Teller teller(press);
        press.submit({first, document()});
        teller.until(row.at);
        press.cancel(first);
        CHECK(teller.settled() == row.story);
        const auto operations = printer.received().operations;
        CHECK((operations.empty() ? "" : operations.back()) == row.last_operation);
    }
}

TEST_CASE("a cancel before the document is sent is told at once") {
    fake::Printer printer(fake::Script{});
    Press press(to(printer.uri()), quick());
    Teller teller(press);
    teller.on_created = [&](const news::Created&) {
        press.cancel(first);
        const auto at_once = press.take();
        REQUIRE(at_once.size() >= 1);
        CHECK(at_once.front() == News{news::Reported{{first, Stage::cancelled, Trouble::none, 0, 2}}});
    };
    press.submit({first, document()});
    CHECK(teller.settled() == "queued, settled");
    CHECK(printer.received().documents == 0);
    CHECK(printer.received().operations.back() == "Cancel-Job");
}

TEST_CASE("a job that waits in the queue is cancelled without a word to the printer") {
    fake::Script script;
    script.looks = {printing()};
    fake::Printer printer(script);
    Press press(to(printer.uri()), quick());
    Teller teller(press);
    press.submit({first, document()});
    teller.until("printing");
    press.submit({{1, 2}, document()});
    press.cancel({1, 2});
    CHECK(teller.until("settled") == "queued, sent, printing, cancelled, settled");
    press.cancel(first);
    CHECK(teller.until("settled, cancelled, settled") ==
          "queued, sent, printing, cancelled, settled, cancelled, settled");
    CHECK(printer.received().documents == 1);
}

TEST_CASE("nothing is sent before the caller has committed the handle") {
    fake::Printer printer(fake::Script{});
    Press press(to(printer.uri()), quick());
    Teller teller(press);
    teller.on_created = [](const news::Created&) {};
    press.submit({first, document()});
    CHECK(teller.settled() == "queued, not printed: attention, settled");
    CHECK(teller.handle == Handle{printer.uri(), 7});
    CHECK(printer.received().documents == 0);
    CHECK(printer.received().operations == std::vector<std::string>{"Create-Job", "Cancel-Job"});
}

TEST_CASE("after a restart the printer is asked, and nothing is sent twice") {
    struct Told {
        std::string what;
        Handle handle;
        fake::Script script;
        std::string story;
        int documents;
    };
    const std::string here = "HERE";
    fake::Script done, prints, purged, no_document, half_document;
    done.idle = completed();
    prints.idle = printing();
    purged.answers[IPP_OP_GET_JOB_ATTRIBUTES] = std::deque<ipp_status_t>(9, IPP_STATUS_ERROR_NOT_FOUND);
    no_document.idle = {IPP_JSTATE_HELD, {"job-data-insufficient"}, -1, IPP_PSTATE_IDLE, {"none"}};
    half_document.idle = {IPP_JSTATE_HELD, {"job-incoming"}, -1, IPP_PSTATE_IDLE, {"none"}};
    const Told rows[] = {
        {"it is printed meanwhile", {here, 7}, done, "printed, settled", 0},
        {"it still prints, until the deadline", {here, 7}, prints, "printing, not printed, settled", 0},
        {"the printer knows nothing of it", {here, 7}, purged, "unknown, settled", 0},
        {"the printer waits for the document", {here, 7}, no_document, "sent, printed, settled", 1},
        {"the document broke off in the middle", {here, 7}, half_document, "sent, not printed: offline, settled", 0},
        {"sent in one request, the id not known", {here, 0}, done, "unknown, settled", 0},
        {"it was another printer", {"ipp://other/ipp/print", 7}, done, "unknown, settled", 0},
    };
    for (const Told& row : rows) {
        CAPTURE(row.what);
        fake::Printer printer(row.script);
        Press press(to(printer.uri()), quick());
        Teller teller(press);
        press.resume({first, document()}, {row.handle.uri == here ? printer.uri() : row.handle.uri, row.handle.id});
        CHECK(teller.settled() == row.story);
        CHECK(printer.received().documents == row.documents);
    }
}

TEST_CASE("a job of which only the cancel is owed is cancelled after a restart, without a document") {
    fake::Script script;
    script.idle = printing();
    fake::Printer printer(script);
    Press press(to(printer.uri()), quick());
    Teller teller(press);
    press.cancel_known(first, {printer.uri(), 7});
    CHECK(teller.settled() == "cancelled, settled");
    CHECK(printer.received().operations == std::vector<std::string>{"Cancel-Job"});
}

TEST_CASE("a press that is stopped in the middle of anything stops at once, and says nothing") {
    for (const fake::Manner manner : {fake::Manner::ipp, fake::Manner::mute, fake::Manner::closes}) {
        fake::Script script;
        script.looks = {printing()};
        script.manner = manner;
        fake::Printer printer(script);
        const auto began = std::chrono::steady_clock::now();
        {
            Limits patient = quick();
            patient.answer = patient.reach = patient.deadline = Duration{60'000};
            Press press(to(printer.uri()), patient);
            Teller teller(press);
            press.submit({first, document()});
            teller.until(manner == fake::Manner::ipp ? "printing" : "queued");
        }
        CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(5));
    }
}
