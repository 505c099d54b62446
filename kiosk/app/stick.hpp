// SPDX-License-Identifier: Apache-2.0
// A bundle on a USB stick. No stick is read until staff ask for it at the glass, behind the PIN: the service leaves a
// note, a unit of its own wakes the driver of such sticks (deploy/units/clinic-kiosk-stick.service) and starts `kiosk
// install --stick`, which looks, installs, and leaves its answer. The file system is read by mtools, as a file and not
// by the kernel: whoever prepared the stick reaches no further than a process that may do little.
#pragma once

#include "app/options.hpp"
#include "base/instant.hpp"
#include "visit/event.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::app {

/// Whether this kiosk takes bundles from sticks.
bool takes_sticks(const Machine&);

struct StickAnswer {
    visit::StickUpdate is = visit::StickUpdate::ready;
    std::uint64_t version = 0;  ///< of what was installed
    bool operator==(const StickAnswer&) const = default;
};

/// The service's half.
class StickDesk {
public:
    explicit StickDesk(const Machine&);
    /// Leaves the note. False: it cannot be written, now.
    bool ask(Instant now);
    /// How far it has come.
    StickAnswer look(Instant now);

private:
    std::filesystem::path m_wanted, m_answer;
    bool m_takes;
    std::optional<Instant> m_asked;
    StickAnswer m_last;
    Instant m_told{};  ///< when the last one was
};

/// The other half: the note is taken in hand.
void take_note(const Machine&);
bool leave_answer(const Machine&, const StickAnswer&);

struct StickFile {
    std::string device, name;
    std::uint64_t claims = 0;  ///< the version that it says it is
};
struct OnStick {
    visit::StickUpdate is = visit::StickUpdate::no_stick;  ///< no_stick, unreadable, empty, or looking: there are some
    std::vector<StickFile> bundles;
};
/// What is there now.
OnStick look_at_sticks(const Machine&);
/// Waits so long for a stick that somebody puts in; of one that has just come and shows nothing, some seconds more.
OnStick wait_for_stick(const Machine&, Duration to_put_it_in);
/// Its bytes; of one that is too large for a bundle, one more than a bundle may have. Nothing: it cannot be read.
std::optional<std::string> read_stick(const StickFile&);

}  // namespace kiosk::app
