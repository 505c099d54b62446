// SPDX-License-Identifier: Apache-2.0
// Walks step breadth first over all that can happen, visits that nothing can tell apart merged, and holds every step
// against every rule. Used by the proof; step is handed in, so that tests can walk a faulty one.
#pragma once

#include "visit/step.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::proof {

using Step = std::function<visit::Step(const content::Content&, visit::Visit, const visit::Event&, Instant)>;

/// All walking happens at one instant; what is due is made so by moving its beginning back.
constexpr Instant walked_at{1'000'000'000};

enum class Due { nothing, idle, call, printing, unfinished, countdown, note_left, staff, everything };

/// What happens to a visit in one go.
struct Move {
    Due due = Due::nothing;
    std::vector<visit::Event> events;
    bool operator==(const Move&) const = default;
};

/// The visit as if this had to happen now, and nothing else that waits (but for `everything`).
visit::Visit made_due(const content::Content&, visit::Visit, Due);

/// Walked besides, from welcome on; what is come by on the way back is walked on from. For states of which merging, on
/// the way there, would keep another.
struct Way {
    std::vector<Move> there, back;
};

struct Ground {
    const content::Content& content;
    visit::Surroundings around;
    std::function<visit::Visit(const visit::Visit&)> merge;  ///< one visit for all that nothing tells apart
    std::function<std::string(const visit::Visit&)> key;     ///< equal where they are merged; empty: not walked on from
    std::function<std::vector<Move>(const visit::Visit&)> moves;
    std::size_t most_states = 0;  ///< beyond: nothing is proved
    std::vector<Way> ways = {};
};

struct Found {
    std::string rule;         ///< that was broken
    std::vector<Move> moves;  ///< from welcome on
};

struct Walked {
    std::size_t states = 0, steps = 0;
    bool whole = true;  ///< false: there were more states than the bound
    std::optional<Found> broken;
};

Walked walk(const Ground&, const Step&);

}  // namespace kiosk::proof
