// SPDX-License-Identifier: Apache-2.0
// All that can happen to a visit just now: every key its page has, time, and what printer, desk and staff report.
#pragma once

#include "proof/walk.hpp"

namespace kiosk::proof {

/// One event each; of panels also a whole change of the glass in one go.
std::vector<Move> moves(const content::Content&, const visit::Visit&);

/// What printer and desk can be found to be.
enum class World { as_it_is, printer_changes, desk_changes, pin_changes };
std::vector<Move> moves_of(World);

/// From welcome to the first question of the first topic.
std::vector<Move> to_the_questions(const content::Content&);

/// The keys that make this the answer to the question on the glass, whatever it was left with.
Move answering(const content::Topic&, const visit::place::Asking&, const visit::Answer&);

/// The look of the glass changed and changed back, page by page; nothing else may change.
std::vector<Move> moves_of_look(const content::Content&);

}  // namespace kiosk::proof
