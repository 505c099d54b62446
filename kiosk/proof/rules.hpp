// SPDX-License-Identifier: Apache-2.0
// The rules no step may break, each told as a sentence when it is broken. Where it can, a rule looks at the answers
// itself (oracle.hpp), so that a mistake in triage cannot hide behind triage. Used by the proof and by random walks.
#pragma once

#include "visit/step.hpp"

#include <string>

namespace kiosk::proof {

struct Happened {
    const content::Content& content;
    const visit::Visit& before;
    const visit::Event& event;
    Instant now;
    const visit::Step& after;
};

/// The gate, the red page, amber, releases: the first rule that this step broke; empty: none.
std::string broken_safety_rule(const Happened&);
/// Forgetting, the truth about paper and calls, strangers' reports, waking, what lies over what.
std::string broken_house_rule(const Happened&);

/// Each answer is taken down as given and none is passed over; every page has its ways out; how the glass looks changes
/// nothing but the glass.
std::string broken_way_rule(const Happened&);

inline std::string broken_rule(const Happened& happened) {
    for (const auto rule : {broken_safety_rule, broken_way_rule, broken_house_rule})
        if (auto sentence = rule(happened); !sentence.empty()) return sentence;
    return {};
}

}  // namespace kiosk::proof
