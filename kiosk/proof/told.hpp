// SPDX-License-Identifier: Apache-2.0
// The way to a broken rule in the words on the screen, with their lines. Used by the walks.
#pragma once

#include "proof/verdict.hpp"
#include "proof/walk.hpp"

namespace kiosk::proof {

std::string words_of(const content::Content&, const content::Topic&, content::QuestionId, const visit::Answer&);

/// Answers given one after the other.
std::vector<PathLine> told(const content::Content&, const content::Topic&, const visit::Answers&);

/// Moves from welcome on, in a clinic that may be cut out of the real one: names are the same.
std::vector<PathLine> told(const content::Content& real, const content::Topic&, const Ground& walked, const Step&,
                           const std::vector<Move>&);

}  // namespace kiosk::proof
