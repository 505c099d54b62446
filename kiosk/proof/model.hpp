// SPDX-License-Identifier: Apache-2.0
// Small clinics cut out of a real one: of each kind of question and handout that step treats differently, one. What
// step does after the questions is walked in them, whole. Used by the proof.
#pragma once

#include "proof/moves.hpp"

namespace kiosk::proof {

/// How far a model is walked. The red page and "Are you still there?" lie over every page: once walked on from every
/// page without paper, they are looked at, but not walked on from, where paper multiplies all there is.
/// So with the PIN of staff, which lies over amber: walked on from in one model; and with what is behind it at welcome:
/// there nothing else is walked on from.
enum class Reach { everywhere, pages_only, pin_too, staff_only };

struct Model {
    std::string about;  ///< "answers and handouts"
    content::Content content;
    visit::Surroundings around;
    World world = World::as_it_is;
    Reach reach = Reach::everywhere;
    enum class Size { small, large } size = Size::small;  ///< large: seconds
};

/// Equal where the same is walked.
std::string rules_of(const Model&);
/// As long as the model stands.
Ground ground_of(const Model&, std::size_t most_states);

std::vector<Model> models(const content::Content&, const content::Topic&);

}  // namespace kiosk::proof
