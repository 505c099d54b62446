// SPDX-License-Identifier: Apache-2.0
// Are patients safe with this content, whatever they answer and whatever happens? Used by check, the book and tests.
// Complete over the merged space or "not proved", never sampled. Pure; step is handed in so that tests can plant
// faults.
#pragma once

#include "proof/memory.hpp"
#include "proof/verdict.hpp"
#include "proof/walk.hpp"

namespace kiosk::proof {

struct Bounds {
    std::size_t states = 200'000;  ///< of one walk
};

/// Usual: the answers and the questions of each topic, and the small clinics cut out of it. All: larger clinics too, in
/// which what the small ones hold apart meets; they take seconds, so `kiosk check --self-test` walks them, not each
/// check.
enum class Depth { usual, all };

/// One verdict a topic.
std::vector<Verdict> prove(const content::Content&, Depth = Depth::usual, const Step& = visit::step, Bounds = {});
/// With what was walked before, by the same step and within the same bounds.
std::vector<Verdict> prove(const content::Content&, Memory&, Depth = Depth::usual, const Step& = visit::step,
                           Bounds = {});

}  // namespace kiosk::proof
