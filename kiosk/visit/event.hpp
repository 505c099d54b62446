// SPDX-License-Identifier: Apache-2.0
// What happens to a visit. Events hold no time: step is told when.
#pragma once

#include "visit/action.hpp"

#include <cstdint>
#include <optional>
#include <variant>

namespace kiosk::visit {

/// Which person: a new one with every visit. A report with another ticket changes nothing on the glass.
struct Ticket {
    std::uint64_t number = 0;
    auto operator<=>(const Ticket&) const = default;
};

/// Which printing of this visit: from 1.
struct JobNumber {
    int number = 0;
    auto operator<=>(const JobNumber&) const = default;
};

/// Which call of this visit: from 1.
struct CallNumber {
    int number = 0;
    auto operator<=>(const CallNumber&) const = default;
};

enum class PrinterKind { none, demonstration, real };

/// What is known about a job; nothing more is said to the patient.
enum class PrintStage { queued, sent, printing, needs_hand, printed, saved, not_printed, cancelled, unknown };
/// Why a job waits (needs_hand) or did not print. Offline, busy and attention are not the patient's to mend.
enum class Trouble { none, paper, jam, door, toner, offline, busy, attention };

/// Whether there is a front desk to call, and somebody whom its page reaches. deaf: calls are kept for it all the same.
enum class Desk { none, deaf, listens };
/// Of the front desk's service, about one call. taken: it has the call, and no page has shown it yet.
enum class DeskStage { not_sent, taken, shown, acknowledged, closed };

namespace event {
// clang-format off
struct Tapped { Action action; bool operator==(const Tapped&) const = default; };
struct Pressed { std::optional<Action> action; bool operator==(const Pressed&) const = default; };  // finger down on a key; nothing: off it
struct Touched { bool operator==(const Touched&) const = default; };           // a touch on no key: someone is there
struct Woken { bool operator==(const Woken&) const = default; };               // the instant of wake_at has come
struct PrinterIs { PrinterKind kind; bool operator==(const PrinterIs&) const = default; };
struct DeskIs { Desk is; bool operator==(const DeskIs&) const = default; };
struct PrintReported { Ticket ticket; JobNumber job; PrintStage stage; Trouble trouble; int page, pages; bool operator==(const PrintReported&) const = default; }; // page from 1; 0 = not known
struct DeskReported { Ticket ticket; CallNumber call; DeskStage stage; bool operator==(const DeskReported&) const = default; };
struct StaffReleased { Ticket ticket; bool operator==(const StaffReleased&) const = default; };  // today's flags, for this visit
// clang-format on
}  // namespace event

using Event = std::variant<event::Tapped, event::Pressed, event::Touched, event::Woken, event::PrinterIs, event::DeskIs,
                           event::PrintReported, event::DeskReported, event::StaffReleased>;

}  // namespace kiosk::visit
