// SPDX-License-Identifier: Apache-2.0
// All that a printer may say, of a job and of itself, and what is told of it. What ippeveprinter cannot show.
#include "printer/looks.hpp"

using namespace story;

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
