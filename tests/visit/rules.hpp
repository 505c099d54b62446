// SPDX-License-Identifier: Apache-2.0
// The rules no step may break, each told as a sentence when it is broken. Where it can, a rule looks at the answers
// itself, so that a mistake in triage cannot hide behind triage. Used by the random walks.
#pragma once

#include "visit/step.hpp"

#include <optional>
#include <string>

namespace kiosk::visit {

struct Happened {
    const content::Content& content;
    const Visit& before;
    const Event& event;
    Instant now;
    const Step& after;
};

/// The first rule that this step broke; empty: none.
std::string broken_rule(const Happened&);

}  // namespace kiosk::visit
