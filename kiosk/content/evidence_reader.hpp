// SPDX-License-Identifier: Apache-2.0
// screens/TOPIC.evidence.xml: the rows of the evidence file that the topic must ask or excuse, and how urgent each is
// at least. Apart from the topic, so that who edits a question cannot delete its row along with it.
#pragma once

#include "content/element.hpp"

namespace kiosk::content {

/// Fills evidence_rows and evidence_file.
void read_evidence(const Element& root, Topic&, Report&);

}  // namespace kiosk::content
