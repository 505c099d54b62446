// SPDX-License-Identifier: Apache-2.0
// The safety check of a topic: questions and their signs, what goes together, what is knowingly not asked. Holds the
// order of questions and the rules without which a check could end too early.
#pragma once

#include "content/topic_reader.hpp"

namespace kiosk::content {

/// Fills ids.signs with every sign of the check, in the order in which read_safety makes them.
void collect_signs(const Element& safety_check, TopicReading&);
/// Fills questions, signs, together, not_asked.
void read_safety(const Element& safety_check, TopicReading&, Topic&);

}  // namespace kiosk::content
