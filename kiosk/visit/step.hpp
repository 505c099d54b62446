// SPDX-License-Identifier: Apache-2.0
// The one function through which everything happens. Pure, total: an event that fits nothing changes nothing.
#pragma once

#include "visit/visit.hpp"

#include <optional>
#include <utility>

namespace kiosk::visit {

struct Step {
    Visit visit;
    Effects effects;
    bool operator==(const Step&) const = default;
};

Step step(const content::Content&, Visit, const Event&, Instant now);

/// When step wants event::Woken: idle warning, countdown, deadlines of call and printing; nothing = never.
std::optional<Instant> wake_at(const content::Content&, const Visit&);

}  // namespace kiosk::visit
