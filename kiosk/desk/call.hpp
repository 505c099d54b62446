// SPDX-License-Identifier: Apache-2.0
// One message of a kiosk to the front desk, and how far it has come there. Nothing here says who the patient is.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace kiosk::desk {

/// Milliseconds since 1970: a desk and its kiosks agree on no other clock.
struct WallTime {
    std::int64_t ms = 0;
    auto operator<=>(const WallTime&) const = default;
};

/// In the file; never renumber. call: a red page, an alarm until a person closes it. today: see this patient today.
/// stopped: somebody left in the middle of the safety check. test: staff try out whether calls arrive; nobody waits.
enum class Kind { call, today, stopped, test };

/// Made at the kiosk; told twice is told once.
struct CallId {
    std::string kiosk;         ///< what staff call it
    std::uint64_t ticket = 0;  ///< of the visit; no other visit has it, not even after a restart
    Kind kind = Kind::call;
    int number = 0;  ///< of the call within the visit
    auto operator<=>(const CallId&) const = default;
};

enum class Level { routine, today, emergency };

/// What the patient told, as lines in the clinic's language.
struct Told {
    Level level = Level::routine;
    std::vector<std::string> reasons;
    std::string language;  ///< in which the patient reads
    bool operator==(const Told&) const = default;
};

/// In the file; never renumber. Only forward. taken: on the desk's disk. shown: a page at a desk has it before a
/// person's eyes or ears. coming: a person said so. closed: a person closed it.
enum class Stage { taken, shown, coming, closed };
/// In the file; never renumber.
enum class Closed { not_yet, with_patient, at_kiosk, seen };

struct Call {
    CallId id;
    Told told;  ///< wiped when the call is closed
    WallTime raised_at;
    Stage stage = Stage::taken;
    Closed closed = Closed::not_yet;
    bool cancelled = false;                             ///< the patient said it was a mistake; staff look all the same
    WallTime shown_at, again_at, coming_at, closed_at;  ///< 0: not yet
    std::string coming_by, closed_by;                   ///< a name of the desk's list
    std::int64_t again_kiosk_ms = 0;                    ///< again_at by the kiosk's own clock
    std::int64_t revision = 0;                          ///< grows with every change of any call
    bool operator==(const Call&) const = default;
};

}  // namespace kiosk::desk
