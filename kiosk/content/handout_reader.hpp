// SPDX-License-Identifier: Apache-2.0
// One handout of a topic.
#pragma once

#include "content/approval_reader.hpp"
#include "content/topic_reader.hpp"

namespace kiosk::content {

/// `of_topic` stands where the handout does not say who wrote or reviewed it, and when.
Handout read_handout(const Element&, const Approval& of_topic, const TopicReading&);

}  // namespace kiosk::content
