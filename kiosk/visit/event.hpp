// SPDX-License-Identifier: Apache-2.0
// What happens to a visit. Events hold no time: step is told when.
#pragma once

#include "base/instant.hpp"
#include "visit/focus.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

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

/// Where the machine's sound goes. A loudspeaker is heard by everybody in the room, headphones by one person alone.
enum class Sound { none, loudspeaker, headphones };

/// Whether there is a front desk to call, and somebody whom its page reaches. deaf: calls are kept for it all the same.
enum class Desk { none, deaf, listens };
/// Of the front desk's service, about one call. taken: it has the call, and no page has shown it yet.
enum class DeskStage { not_sent, taken, shown, acknowledged, closed };

/// What the service says of a PIN. too_soon: it was not looked at.
enum class PinVerdict { right, wrong, too_soon };

/// How far an update from a USB stick has come, or what came of the last one.
enum class StickUpdate {
    not_here,  ///< this kiosk takes no bundles
    ready,     ///< nobody has asked
    looking,
    checking,  ///< a bundle was found: a minute, or more on a small machine
    installed,
    no_stick,
    empty,       ///< a stick without a bundle
    unreadable,  ///< no FAT file system, or a damaged one
    not_ours,    ///< no bundle, a changed one, or signed by a stranger
    older,
    unfit,  ///< has errors, or nobody approved it
    not_saved,
    no_answer
};

/// What the service tells staff of this kiosk, for the page behind the PIN.
struct KioskStatus {
    std::string printer;           ///< its condition, as the name others have words of
    bool printer_trouble = false;  ///< somebody must go there
    int emergencies_today = 0, see_today = 0;
    std::string last_drill;                         ///< empty: there was none
    std::vector<int> visits;                        ///< of the last seven days, today last; empty: not counted
    std::vector<int> weekdays;                      ///< of the same days, 0 = Sunday
    int checks_finished = 0, handouts_printed = 0;  ///< of the same days
    bool all_finished = true, all_printed = true;   ///< false: so many at least
    StickUpdate stick = StickUpdate::not_here;
    std::string stick_version;  ///< of the bundle that was installed
    bool operator==(const KioskStatus&) const = default;
};

namespace event {
// clang-format off
struct Tapped { Action action; bool operator==(const Tapped&) const = default; };
struct Pressed { std::optional<Action> action; bool operator==(const Pressed&) const = default; };  // finger down on a key; nothing: off it
struct Touched { bool operator==(const Touched&) const = default; };           // a touch on no key: someone is there
struct Focused { Focus on; bool operator==(const Focused&) const = default; };  // a keypad went there, or was used where it is
struct RepeatAsked { bool operator==(const RepeatAsked&) const = default; };    // the keypad's Repeat: what is said once more
struct Woken { bool operator==(const Woken&) const = default; };               // the instant of wake_at has come
struct PrinterIs { PrinterKind kind; bool operator==(const PrinterIs&) const = default; };
struct DeskIs { Desk is; bool operator==(const DeskIs&) const = default; };
struct PrintReported { Ticket ticket; JobNumber job; PrintStage stage; Trouble trouble; int page, pages; bool operator==(const PrintReported&) const = default; }; // page from 1; 0 = not known
struct DeskReported { Ticket ticket; CallNumber call; DeskStage stage; bool operator==(const DeskReported&) const = default; };
struct StaffGesture { bool operator==(const StaffGesture&) const = default; };  // the hidden touches at welcome
struct StaffPinIs { bool set; bool operator==(const StaffPinIs&) const = default; };  // a PIN, and a service that judges it
struct PinJudged { Ticket ticket; int number; PinVerdict verdict; Duration wait; bool operator==(const PinJudged&) const = default; };  // wait: until the next try is looked at
struct TestCallReported { Ticket ticket; CallNumber call; DeskStage stage; bool operator==(const TestCallReported&) const = default; };
struct SoundIs { Sound sound; bool operator==(const SoundIs&) const = default; };
struct Said { Ticket ticket; int reading; int sentence; bool last; bool operator==(const Said&) const = default; };  // that sentence of that reading was heard out; last: none follows
struct StatusIs { std::shared_ptr<const KioskStatus> status; bool operator==(const StatusIs&) const = default; };
// clang-format on
}  // namespace event

using Event = std::variant<event::Tapped, event::Pressed, event::Touched, event::Focused, event::RepeatAsked,
                           event::Woken, event::PrinterIs, event::DeskIs, event::PrintReported, event::DeskReported,
                           event::StaffGesture, event::StaffPinIs, event::PinJudged, event::TestCallReported,
                           event::StatusIs, event::SoundIs, event::Said>;

}  // namespace kiosk::visit
