// SPDX-License-Identifier: Apache-2.0
// What ippeveprinter cannot show, each row told as a story.
#include "printer/fake_printer.hpp"
#include "printer/story.hpp"

#include <arpa/inet.h>
#include <cups/cups.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace story;

namespace {

using Row = std::vector<fake::Look>;

fake::Look printing(int impressions = -1) {
    return {IPP_JSTATE_PROCESSING, {"job-printing"}, impressions, IPP_PSTATE_PROCESSING, {"none"}};
}
fake::Look completed(int impressions = -1) {
    return {IPP_JSTATE_COMPLETED, {"job-completed-successfully"}, impressions, IPP_PSTATE_IDLE, {"none"}};
}
fake::Look stopped(const std::string& reason) {
    return {IPP_JSTATE_STOPPED, {"printer-stopped"}, -1, IPP_PSTATE_STOPPED, {reason}};
}
fake::Look busy_with(const std::string& reason, ipp_pstate_t printer = IPP_PSTATE_PROCESSING) {
    return {IPP_JSTATE_PROCESSING, {"job-printing"}, -1, printer, {reason}};
}
fake::Look aborted(const std::string& reason, ipp_pstate_t printer = IPP_PSTATE_IDLE) {
    return {IPP_JSTATE_ABORTED, {"aborted-by-system"}, -1, printer, {reason}};
}

/// The whole story of one job on a printer with this script.
std::string told(const fake::Script& script, int pages = 2) {
    fake::Printer printer(script);
    Press press(to(printer.uri()), quick());
    Teller teller(press);
    press.submit({first, document(pages)});
    return teller.settled();
}

std::string told_by_looks(const Row& looks, int pages = 2) {
    fake::Script script;
    script.looks = looks;
    return told(script, pages);
}

}  // namespace

TEST_CASE("each thing a printer may say is told as what is known, and nothing more") {
    struct Told {
        std::string what;
        Row looks;
        std::string story;
    };
    // A look that must outlast Limits::still, or stand until the deadline, is simply the last one.
    const Told rows[] = {
        {"it prints and completes", {printing(), completed()}, "queued, sent, printing, printed, settled"},
        {"it counts the sides",
         {printing(0), printing(1), printing(2), completed(3)},
         "queued, sent, printing, printing 2/3, printing 3/3, printed, settled"},
        {"it says completed at once, and nothing contradicts it", {completed()}, "queued, sent, printed, settled"},
        {"it lies: completed, but it stands still without paper",
         {{IPP_JSTATE_COMPLETED, {"job-completed-successfully"}, 0, IPP_PSTATE_STOPPED, {"media-empty-error"}}},
         "queued, sent, unknown, settled"},
        {"it completes with its last sheet of paper",
         {{IPP_JSTATE_COMPLETED, {"job-completed-successfully"}, 3, IPP_PSTATE_STOPPED, {"media-empty-error"}}},
         "queued, sent, printed, settled"},
        {"it completes with errors",
         {{IPP_JSTATE_COMPLETED, {"job-completed-with-errors"}, -1, IPP_PSTATE_IDLE, {"none"}}},
         "queued, sent, unknown, settled"},
        {"stopped without paper, then refilled: it goes on by itself",
         {stopped("media-empty-error"), stopped("media-empty-error"), printing(), completed()},
         "queued, sent, needs hand: paper, printing, printed, settled"},
        {"it asks for paper while processing",
         {busy_with("media-needed-warning"), printing(), completed()},
         "queued, sent, needs hand: paper, printing, printed, settled"},
        {"a jam that is cleared",
         {stopped("media-jam-error"), printing(), completed()},
         "queued, sent, needs hand: jam, printing, printed, settled"},
        {"an open door that is closed",
         {stopped("door-open-error"), printing(), completed()},
         "queued, sent, needs hand: door, printing, printed, settled"},
        {"a cover", {stopped("cover-open-error"), completed()}, "queued, sent, needs hand: door, printed, settled"},
        {"offline, then back",
         {stopped("offline-error"), printing(), completed()},
         "queued, sent, needs hand: offline, printing, printed, settled"},
        {"toner empty",
         {stopped("toner-empty-error"), completed()},
         "queued, sent, needs hand: toner, printed, settled"},
        {"toner low does not stop",
         {busy_with("toner-low-warning"), completed()},
         "queued, sent, printing, printed, settled"},
        {"paper low does not stop",
         {busy_with("media-low-report"), completed()},
         "queued, sent, printing, printed, settled"},
        {"another tray is empty while this one prints",
         {busy_with("media-empty-warning"), completed()},
         "queued, sent, printing, printed, settled"},
        {"stopped, no reason given",
         {stopped("none"), completed()},
         "queued, sent, needs hand: attention, printed, settled"},
        {"a reason nobody has heard of, called an error",
         {busy_with("dragon-inside-error"), completed()},
         "queued, sent, needs hand: attention, printed, settled"},
        {"several reasons: the jam first",
         {{IPP_JSTATE_STOPPED,
           {"printer-stopped"},
           -1,
           IPP_PSTATE_STOPPED,
           {"toner-empty-error", "media-jam-error", "media-empty-error"}},
          completed()},
         "queued, sent, needs hand: jam, printed, settled"},
        {"aborted", {printing(), aborted("none")}, "queued, sent, printing, not printed, settled"},
        {"aborted for a jam",
         {printing(), aborted("media-jam-report")},
         "queued, sent, printing, not printed: jam, settled"},
        {"aborted while stopped",
         {aborted("none", IPP_PSTATE_STOPPED)},
         "queued, sent, not printed: attention, settled"},
        {"cancelled at the printer's own panel",
         {printing(), {IPP_JSTATE_CANCELED, {"job-canceled-at-device"}, -1, IPP_PSTATE_IDLE, {"none"}}},
         "queued, sent, printing, cancelled, settled"},
        {"it waits behind someone else's job",
         {{IPP_JSTATE_PENDING, {"none"}, -1, IPP_PSTATE_PROCESSING, {"none"}}, printing(), completed()},
         "queued, sent, printing, printed, settled"},
    };
    for (const Told& row : rows) {
        CAPTURE(row.what);
        CHECK(told_by_looks(row.looks, 3) == row.story);
    }
}

TEST_CASE("a warning of empty paper becomes a need when nothing moves any more") {
    CHECK(told_by_looks({busy_with("media-empty-warning")}) ==
          "queued, sent, printing, needs hand: paper, not printed: paper, settled");
}

TEST_CASE("each answer to Create-Job, Send-Document and the looks") {
    struct Told {
        std::string what;
        ipp_op_t operation;
        std::deque<ipp_status_t> answers;
        std::string story;
    };
    const auto always = [](ipp_status_t status) { return std::deque<ipp_status_t>(1'000, status); };
    const Told rows[] = {
        {"busy, then free",
         IPP_OP_CREATE_JOB,
         {IPP_STATUS_ERROR_BUSY, IPP_STATUS_ERROR_BUSY},
         "queued, queued: busy, sent, printed, settled"},
        {"busy until the deadline", IPP_OP_CREATE_JOB, always(IPP_STATUS_ERROR_BUSY),
         "queued, queued: busy, not printed: busy, settled"},
        {"not accepting jobs", IPP_OP_CREATE_JOB, always(IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS),
         "queued, queued: attention, not printed: attention, settled"},
        {"it dislikes the wishes for the job",
         IPP_OP_CREATE_JOB,
         {IPP_STATUS_ERROR_ATTRIBUTES_OR_VALUES},
         "queued, sent, printed, settled"},
        {"it does not let us", IPP_OP_CREATE_JOB, always(IPP_STATUS_ERROR_NOT_AUTHORIZED),
         "queued, not printed: attention, settled"},
        {"busy when the document comes",
         IPP_OP_SEND_DOCUMENT,
         {IPP_STATUS_ERROR_BUSY},
         "queued, queued: busy, sent, printed, settled"},
        {"it cannot read the document", IPP_OP_SEND_DOCUMENT, always(IPP_STATUS_ERROR_DOCUMENT_FORMAT_ERROR),
         "queued, not printed: attention, settled"},
        {"the job is purged: nobody knows", IPP_OP_GET_JOB_ATTRIBUTES, always(IPP_STATUS_ERROR_NOT_FOUND),
         "queued, sent, unknown, settled"},
        {"it knows only the first version of IPP",
         IPP_OP_GET_PRINTER_ATTRIBUTES,
         {IPP_STATUS_ERROR_VERSION_NOT_SUPPORTED},
         "queued, sent, printed, settled"},
        {"it refuses to describe itself", IPP_OP_GET_PRINTER_ATTRIBUTES, always(IPP_STATUS_ERROR_INTERNAL),
         "queued, queued: attention, not printed: attention, settled"},
    };
    for (const Told& row : rows) {
        CAPTURE(row.what);
        fake::Script script;
        script.answers[row.operation] = row.answers;
        CHECK(told(script) == row.story);
    }
}

TEST_CASE("each bad manner is bounded in time and called by its name") {
    struct Told {
        std::string what;
        fake::Manner manner;
        std::string story;
        Reach reach;
    };
    const Told rows[] = {
        {"mute", fake::Manner::mute, "queued, not printed: offline, settled", Reach::no_answer},
        {"garbage", fake::Manner::garbage, "queued, queued: attention, not printed: attention, settled",
         Reach::not_a_printer},
        {"talks without end", fake::Manner::chatters, "queued, not printed: attention, settled", Reach::not_a_printer},
        {"closes", fake::Manner::closes, "queued, queued: offline, not printed: offline, settled", Reach::no_answer},
        {"a web page", fake::Manner::web_page, "queued, queued: attention, not printed: attention, settled",
         Reach::not_a_printer},
        {"asks for a password", fake::Manner::asks_password, "queued, not printed: attention, settled", Reach::refused},
    };
    for (const Told& row : rows) {
        CAPTURE(row.what);
        fake::Script script;
        script.manner = row.manner;
        fake::Printer printer(script);
        Press press(to(printer.uri()), quick());
        Teller teller(press);
        press.submit({first, document()});
        CHECK(teller.settled() == row.story);
        REQUIRE(teller.condition);
        CHECK(teller.condition->reach == row.reach);
        CHECK(printer.received().documents == 0);
    }
}

TEST_CASE(
    "silence after the document: unknown, never sent again, and the cancel stays owed until the printer hears it") {
    fake::Script script;
    script.looks = {printing()};
    script.manner_of[IPP_OP_GET_JOB_ATTRIBUTES] = fake::Manner::closes;
    script.manner_of[IPP_OP_CANCEL_JOB] = fake::Manner::closes;
    fake::Printer printer(script);
    Press press(to(printer.uri()), quick());
    Teller teller(press);
    press.submit({first, document()});
    CHECK(teller.until("unknown") == "queued, sent, needs hand: offline, unknown");
    CHECK(printer.received().documents == 1);
    printer.change([](fake::Script& now) { now.manner_of.clear(); });
    CHECK(teller.settled() == "queued, sent, needs hand: offline, unknown, settled");
    CHECK(printer.received().operations.back() == "Cancel-Job");
    CHECK(printer.received().documents == 1);
}

TEST_CASE("mute while the document is sent: at the deadline it is cancelled, and not sent again") {
    fake::Script script;
    script.looks = {printing()};
    script.manner_of[IPP_OP_SEND_DOCUMENT] = fake::Manner::mute;
    script.idle.job_reasons = {"job-incoming"};
    fake::Printer printer(script);
    Press press(to(printer.uri()), quick());
    Teller teller(press);
    press.submit({first, document()});
    CHECK(teller.settled() == "queued, not printed, settled");
    CHECK(printer.received().operations == std::vector<std::string>{"Create-Job", "Cancel-Job"});
}

TEST_CASE("a slow printer is waited for: slow answers, and a document it reads slowly") {
    fake::Script slow;
    slow.delay_ms = 150;
    slow.looks = {printing(), completed()};
    CHECK(told(slow) == "queued, sent, printing, printed, settled");

    fake::Script slow_reader;
    slow_reader.bytes_per_second = 1'000'000;
    fake::Printer printer(slow_reader);
    Limits limits = quick();
    limits.deadline = Duration{8'000};
    Press press(to(printer.uri()), limits);
    Teller teller(press);
    Document big = document();
    big.pdf = [] { return std::string(1'500'000, 'p'); };
    press.submit({first, big});
    teller.settled();
    CHECK(teller.line.find("sent, printed, settled") != std::string::npos);
    CHECK(printer.received().document.size() == 1'500'000);
}

TEST_CASE("a printer that stops taking the document is cancelled at the deadline, and says why meanwhile") {
    fake::Script script;
    script.bytes_per_second = 1;
    script.idle = stopped("media-empty-error");
    fake::Printer printer(script);
    Limits limits = quick();
    limits.deadline = Duration{2'500};
    Press press(to(printer.uri()), limits);
    Teller teller(press);
    Document big = document();
    big.pdf = [] { return std::string(20'000'000, 'p'); };
    press.submit({first, big});
    CHECK(teller.until("paper").find("needs hand: paper") != std::string::npos);
    CHECK(teller.settled() == "queued, needs hand: paper, not printed: paper, settled");
}

TEST_CASE("nobody there") {
    fake::Script script;
    std::string uri;
    {
        fake::Printer gone(script);
        uri = gone.uri();
    }
    Press press(to(uri), quick());
    Teller teller(press);
    press.submit({first, document()});
    CHECK(teller.settled() == "queued, queued: offline, not printed: offline, settled");
    CHECK(sentence(*teller.condition) ==
          "The printer cannot be reached: check that it is on and connected, and its address.");
}

TEST_CASE("a black hole, where nothing ever answers, is left within the time for connecting") {
    // A full backlog: the kernel drops what asks for a connection.
    const int hole = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    REQUIRE(bind(hole, generic, size) == 0);
    REQUIRE(listen(hole, 0) == 0);
    REQUIRE(getsockname(hole, generic, &size) == 0);
    std::vector<int> fillers;
    for (int i = 0; i < 4; ++i) {
        fillers.push_back(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        connect(fillers.back(), generic, size);
    }
    {
        const std::string uri = "ipp://127.0.0.1:" + std::to_string(ntohs(address.sin_port)) + "/ipp/print";
        Press press(to(uri), quick());
        Teller teller(press);
        press.submit({first, document()});
        CHECK(teller.settled() == "queued, not printed: offline, settled");
        CHECK(teller.condition->reach == Reach::unreachable);
        // Cancelled while it still tries to connect: the patient hears it at once.
        press.submit({{1, 2}, document()});
        const auto began = std::chrono::steady_clock::now();
        press.cancel({1, 2});
        CHECK(teller.until("cancelled, settled").find("cancelled, settled") != std::string::npos);
        CHECK(std::chrono::steady_clock::now() - began < quick().connect);
    }
    for (const int filler : fillers) close(filler);
    close(hole);
}

TEST_CASE("a name that leads nowhere") {
    Press press(to("ipp://no..where/ipp/print"), quick());
    Teller teller(press);
    press.submit({first, document()});
    CHECK(teller.settled() == "queued, queued: offline, not printed: offline, settled");
}

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

TEST_CASE("a printer gets what it can read, on the paper it has") {
    struct Chosen {
        std::string what;
        std::function<void(fake::Script&)> change;
        std::string format;
        std::string media;
        std::string sides;
    };
    const Chosen rows[] = {
        {"as the clinic wants it", [](fake::Script&) {}, "application/pdf", "na_letter_8.5x11in",
         "two-sided-long-edge"},
        {"one side only", [](fake::Script& s) { s.sides = {"one-sided"}; }, "application/pdf", "na_letter_8.5x11in",
         ""},
        {"no letter at all", [](fake::Script& s) { s.media = s.media_ready = {"iso_a4_210x297mm"}; }, "application/pdf",
         "", "two-sided-long-edge"},
        {"no PDF", [](fake::Script& s) { s.formats = {"image/pwg-raster"}; }, "image/pwg-raster", "na_letter_8.5x11in",
         "two-sided-long-edge"},
        {"no PDF, and back sides that must be turned",
         [](fake::Script& s) {
             s.formats = {"image/pwg-raster"};
             s.raster_back = "rotated";
         },
         "image/pwg-raster", "na_letter_8.5x11in", ""},
    };
    for (const Chosen& row : rows) {
        CAPTURE(row.what);
        fake::Script script;
        row.change(script);
        fake::Printer printer(script);
        Press press(to(printer.uri()), quick());
        Teller teller(press);
        press.submit({first, document()});
        CHECK(teller.settled() == "queued, sent, printed, settled");
        auto attributes = printer.received().attributes;
        CHECK(attributes["document-format"] == row.format);
        CHECK(attributes["media"] == row.media);
        CHECK(attributes["sides"] == row.sides);
        CHECK(attributes["job-name"] == "Clinic handout");
        CHECK(attributes["requesting-user-name"] == "kiosk");
    }
}

TEST_CASE("a printer that reads neither, or a document that cannot be drawn: not printed, and nothing is created") {
    fake::Script script;
    script.formats = {"text/plain"};
    CHECK(told(script) == "queued, not printed: attention, settled");
    fake::Printer printer(fake::Script{});
    Press press(to(printer.uri()), quick());
    Teller teller(press);
    Document broken = document();
    broken.pdf = []() -> std::string { throw std::runtime_error("no font"); };
    press.submit({first, broken});
    CHECK(teller.settled() == "queued, not printed: attention, settled");
    CHECK(printer.received().operations.empty());
}

TEST_CASE("a printer without Create-Job gets the whole job in one request, and its id is committed afterwards") {
    fake::Script script;
    script.creates_jobs = false;
    script.looks = {printing(), completed()};
    fake::Printer printer(script);
    Press press(to(printer.uri()), quick());
    Teller teller(press);
    std::vector<int> ids;
    teller.on_created = [&](const news::Created& created) {
        ids.push_back(created.handle.id);
        press.proceed(created.key);
    };
    press.submit({first, document()});
    CHECK(teller.settled() == "queued, sent, printing, printed, settled");
    CHECK(ids == std::vector{0, 7});
    CHECK(printer.received().operations == std::vector<std::string>{"Print-Job"});

    printer.change([](fake::Script& now) { now.manner_of[IPP_OP_PRINT_JOB] = fake::Manner::closes; });
    Press again(to(printer.uri()), quick());
    Teller second(again);
    again.submit({first, document()});
    CHECK(second.settled() == "queued, unknown: offline, settled");
}

TEST_CASE("the condition of an idle printer is told, with what is only low") {
    fake::Script script;
    script.idle.printer_reasons = {"toner-low-report", "media-low-warning"};
    fake::Printer printer(script);
    Press press(to(printer.uri()), quick());
    Teller teller(press);
    REQUIRE(teller.until_condition([](const Condition& now) { return now.reach == Reach::reached; }));
    CHECK(sentence(*teller.condition) == "The printer is ready, paper is low, toner or ink is low, not encrypted.");
}

TEST_CASE("an idle printer is looked at again and again") {
    fake::Printer printer(fake::Script{});
    Limits limits = quick();
    limits.watch = Duration{50};
    Press press(to(printer.uri()), limits);
    Teller teller(press);
    REQUIRE(teller.until_condition([](const Condition& now) { return now.trouble == Trouble::none; }));
    printer.change([](fake::Script& now) {
        now.idle.printer = IPP_PSTATE_STOPPED;
        now.idle.printer_reasons = {"door-open-error"};
    });
    REQUIRE(teller.until_condition([](const Condition& now) { return now.trouble == Trouble::door; }));
    CHECK(sentence(*teller.condition) == "A door of the printer is open, not encrypted.");
    printer.change([](fake::Script& now) {
        now.idle = fake::Script{}.idle;
        now.accepting = false;
    });
    REQUIRE(teller.until_condition([](const Condition& now) { return now.trouble == Trouble::attention; }));
    CHECK(sentence(*teller.condition) == "The printer needs attention: it does not take jobs now, not encrypted.");
}
