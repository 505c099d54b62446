// SPDX-License-Identifier: Apache-2.0
// What lies in the mailbox: requests of the screen, reports of the service, small facts about both.
// Payloads and stages are the caller's: the mailbox never looks into them.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace kiosk::mailbox {

/// In the file; never renumber.
enum class Kind {
    print,
    cancel_print,
    call,
    repeat_call,
    cancel_call,
    close_call,
    tell_desk,
    stopped,
    forget,
    try_pin,
    test_call,
    end_test_call,
    log_drill,
    tally,
    update_from_stick
};

/// Made by the screen; putting the same key twice is putting it once. Only repeat_call may be put again once done.
struct Key {
    std::uint64_t ticket = 0;
    Kind kind = Kind::print;
    int number = 0;  ///< of the job or call within the visit; 0 where there is only one
    auto operator<=>(const Key&) const = default;
};

struct Request {
    Key key;
    std::string payload;  ///< any bytes; gone from the disk once the request is done
    bool operator==(const Request&) const = default;
};

/// What a printer calls a job; committed before the document is sent.
struct PrinterJob {
    std::string uri;
    int id = 0;  ///< 0: sent in one request, the id not known
    bool operator==(const PrinterJob&) const = default;
};

/// A request that was taken before a restart.
struct Unfinished {
    Request request;                ///< an empty payload of a print: only its cancel is owed
    std::optional<PrinterJob> job;  ///< of a print: nothing = no document can have been sent
    bool cancelled = false;         ///< of a print: its cancel_print was put
    bool forgotten = false;         ///< its visit is over
    bool operator==(const Unfinished&) const = default;
};

enum class Subject { print, call, pin, test_call };

/// The last thing known about a job or a call. Stage and trouble are the caller's numbers.
struct Report {
    std::uint64_t ticket = 0;
    Subject about = Subject::print;
    int number = 0;
    int stage = 0, trouble = 0, page = 0, pages = 0;
    bool operator==(const Report&) const = default;
};

enum class Side { screen, service };

/// Nothing about a patient.
/// In the file; never renumber. name: of the kiosk; service_trouble: why the screen's own service is not there.
/// content: the fingerprint on the glass, or those of which the service can print; since, approval: of that content, as
/// approval_text writes it;
/// desk: none, deaf (no page is open that would show a call), listens; desk_page: its address;
/// desk_trouble: why there is none although one is wanted; metrics_trouble: why nobody may scrape it.
/// paging: how the second channel stands, empty where there is none; printer_trouble: "yes" where somebody must go.
/// staff_pin: "set" where the service judges one. status: what staff are told at the glass, as text.
/// usage: of the last seven days, for `kiosk status` and the status page.
/// last_printed: when paper last came out, local. printer_state: its condition as one name, for whoever has words of
/// their own; printer_condition: the whole of it as a sentence. desk_certificate: its last day, ISO; empty: there is
/// none. sound: "ready", or why nothing is read aloud. content_ready: the copy that the screen may take up;
/// content_trouble: why the files on the disk are not it. mailbox_trouble: when a damaged one was put aside, local;
/// empty: none was.
enum class Fact {
    pid,
    heartbeat,
    content,
    printer_kind,
    printer_condition,
    desk,
    name,
    service_trouble,
    content_ready,
    content_trouble,
    content_since,
    approval,
    desk_page,
    desk_trouble,
    staff_pin,
    status,
    metrics_trouble,
    paging,
    printer_trouble,
    usage,
    last_printed,
    printer_state,
    desk_certificate,
    sound,
    mailbox_trouble
};
using Facts = std::map<Fact, std::string>;
/// Empty where it was never published.
std::string value_of(const Facts&, Fact);

}  // namespace kiosk::mailbox
