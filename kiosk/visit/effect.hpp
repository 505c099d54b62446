// SPDX-License-Identifier: Apache-2.0
// What a visit asks of the world. Carried out by app::turn, through the mailbox.
#pragma once

#include "visit/event.hpp"
#include "visit/triage.hpp"

#include <variant>
#include <vector>

namespace kiosk::visit {

/// Everything the note for staff says about one visit. Lives in the mailbox only while its job or call is open.
struct Record {
    content::TopicId topic;
    content::LanguageId language;
    std::optional<Who> who;
    Answers answers;
    Release release = Release::none;
    bool help_key = false;  ///< the patient touched "I need help now"
    Instant started;
    std::optional<Instant> amber_at, emergency_at;
    bool operator==(const Record&) const = default;
};

struct HandoutOrder {
    std::vector<OpenHandout> handouts;  ///< in the order chosen; one job
    bool tell_clinician_first = false;
    bool operator==(const HandoutOrder&) const = default;
};
struct NoteOrder {
    bool operator==(const NoteOrder&) const = default;
};

/// For staff: that paper comes out, and how every script looks on it.
struct TestPageOrder {
    bool operator==(const TestPageOrder&) const = default;
};

/// What a drill found, for the inspector.
struct DrillLine {
    std::optional<Duration> shown_after, answered_after;  ///< of the test call; nothing: not shown, not answered
    bool had_desk = false, had_printer = false, page_came_out = false;
    int warning_signs = 0, signs_that_call = 0;  ///< answers that are an emergency; those that led to the red page
    int languages = 0, red_pages_seen = 0;
    bool operator==(const DrillLine&) const = default;
};
/// Everything there is did what it should.
bool is_passed(const DrillLine&);

/// One job of paper. The record is there because handouts leave out parts by answers; the note prints it.
struct PrintOrder {
    Ticket ticket;
    JobNumber job;
    std::variant<HandoutOrder, NoteOrder, TestPageOrder> what;
    Record record;
    bool large_print = false;
    bool operator==(const PrintOrder&) const = default;
};

/// In the file of totals; never renumber. none: nothing for which staff should look at once or today.
enum class CountedOutcome { none, not_finished, today, emergency };

/// What is counted of one visit, and all that is.
struct Counted {
    content::LanguageId language;
    CountedOutcome outcome = CountedOutcome::not_finished;
    bool operator==(const Counted&) const = default;
};

namespace effect {
// clang-format off
struct Print { PrintOrder order; bool operator==(const Print&) const = default; };
struct CancelPrint { Ticket ticket; JobNumber job; bool operator==(const CancelPrint&) const = default; };
struct RaiseCall { Ticket ticket; CallNumber call; Record record; bool operator==(const RaiseCall&) const = default; };
struct RepeatCall { Ticket ticket; CallNumber call; bool operator==(const RepeatCall&) const = default; };   // "Try to call staff again"
struct CancelCall { Ticket ticket; CallNumber call; bool operator==(const CancelCall&) const = default; };   // by the patient; staff still told
struct CloseCall { Ticket ticket; CallNumber call; bool operator==(const CloseCall&) const = default; };     // "Staff are with me now"
struct TellDesk { Ticket ticket; Record record; bool operator==(const TellDesk&) const = default; };         // see today: told, no alarm
struct TellStopped { Ticket ticket; Record record; bool operator==(const TellStopped&) const = default; };   // stopped in the middle of the safety check
struct TryPin { Ticket ticket; int number; std::string digits; bool operator==(const TryPin&) const = default; };
struct RaiseTestCall { Ticket ticket; CallNumber call; bool operator==(const RaiseTestCall&) const = default; };
struct EndTestCall { Ticket ticket; CallNumber call; bool operator==(const EndTestCall&) const = default; };
struct LogDrill { Ticket ticket; DrillLine drill; bool operator==(const LogDrill&) const = default; };
struct UpdateFromStick { Ticket ticket; bool operator==(const UpdateFromStick&) const = default; };                  // the service looks for a bundle of content there
struct Restart { Ticket ticket; bool operator==(const Restart&) const = default; };                          // screen and its service begin anew
struct Tally { Ticket ticket; Counted visit; bool operator==(const Tally&) const = default; };               // once, as the visit ends; just before Forget
struct Forget { Ticket ticket; bool operator==(const Forget&) const = default; };                            // this person has left
// clang-format on
}  // namespace effect

using Effect = std::variant<effect::Print, effect::CancelPrint, effect::RaiseCall, effect::RepeatCall,
                            effect::CancelCall, effect::CloseCall, effect::TellDesk, effect::TellStopped,
                            effect::TryPin, effect::RaiseTestCall, effect::EndTestCall, effect::LogDrill,
                            effect::UpdateFromStick, effect::Restart, effect::Tally, effect::Forget>;
using Effects = std::vector<Effect>;

}  // namespace kiosk::visit
