// SPDX-License-Identifier: Apache-2.0
// Walks that broke no rule, by the rules they were walked with: names, words and lines apart. Topics that share rules
// share walks. A walk that found something is never kept, so that each topic is told in its own words. Used by check.
#pragma once

#include "content/content.hpp"

#include <string>
#include <unordered_map>

namespace kiosk::proof {

struct Tally {
    std::size_t states = 0, steps = 0;
};

/// Only for one step, one bound.
using Memory = std::unordered_map<std::string, Tally>;

/// Equal for equal rules, and only for them.
std::string rules_of_questions(const content::Topic&);
std::string rules_of(const content::Part&);
std::string rules_of(const content::Handout&);
std::string rules_of(const content::Topic&);
/// What step asks of a clinic besides its topics.
std::string rules_of(const content::Content&);

}  // namespace kiosk::proof
