// SPDX-License-Identifier: Apache-2.0
// The journal: a closed list of facts, one line each on stderr, for whoever looks after the machine. A fact holds
// numbers and names of this file only: there is no parameter through which an answer, a choice or any other text could
// get in.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace kiosk::log {

enum class Process { screen, service };
enum class Condition {
    none,
    demonstration,
    ready,
    low,
    needs_paper,
    jam,
    door,
    toner,
    offline,
    busy,
    attention,
    wrong_certificate,
    not_pinned
};
enum class Outcome { printed, saved, not_printed, cancelled, unknown };
enum class Code {
    mailbox_unusable,
    mailbox_damaged,
    display_lost,
    service_lost,
    service_not_started,
    screen_lost,
    document_not_made,
    paging_failing,
    desk_page_not_open,
    usage_not_counted,
    no_sound,
    language_not_spoken
};
enum class Where { screen, service, command };

namespace fact {
// clang-format off
struct Started { Process process; };
struct Stopped { Process process; int signal; };                            ///< signal 0: by itself
struct ContentLoaded { std::uint64_t fingerprint; int errors, warnings; };  ///< fingerprint: its first 64 bits
struct ContentRefused { int problems; };                                    ///< the one before stays; kiosk status says why
struct PrinterIs { Condition condition; };
struct ServiceAgain { int seconds; };                                        ///< started again after so long
struct SheetPrinted { Outcome outcome; int pages; };
struct CallRaised {};
struct CallClosed {};
struct Failed { Code code; int error; };                                    ///< error: the system's number, or the exit code of a process; 0 = none
struct Bug { Where where; };
// clang-format on
}  // namespace fact

using Fact =
    std::variant<fact::Started, fact::Stopped, fact::ContentLoaded, fact::ContentRefused, fact::PrinterIs,
                 fact::ServiceAgain, fact::SheetPrinted, fact::CallRaised, fact::CallClosed, fact::Failed, fact::Bug>;

/// The line of a fact, without time (the journal has it) and without a newline.
std::string line(const Fact&);
void write(const Fact&);

}  // namespace kiosk::log
