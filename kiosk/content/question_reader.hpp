// SPDX-License-Identifier: Apache-2.0
// One question of the safety check, with its signs.
#pragma once

#include "content/topic_reader.hpp"

namespace kiosk::content {

inline constexpr std::size_t most_rows = 6;  ///< on the glass, of a question with choices

/// Whether the author calls it any-of; also where the word is missing or mistyped but choices stand in it.
bool is_any_of(const Element& question);
/// Adds the question and its signs to the topic.
void read_question(const Element&, TopicReading&, Topic&);
/// Reported where it is missing or no urgency.
Urgency need_urgency(const Element&, std::string_view name, Report&);

}  // namespace kiosk::content
