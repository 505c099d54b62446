// SPDX-License-Identifier: Apache-2.0
// One topic's file: its words, its safety check, its groups, handouts and sources. Collects the ids of all of them
// first, so that every reference can look ahead.
#pragma once

#include "content/picture_reader.hpp"
#include "content/references.hpp"

namespace kiosk::content {

/// What the parts of a topic are read with.
struct TopicReading {
    Report& report;
    PictureReader& pictures;
    TopicReferences ids{};
};

Topic read_topic(const Element& root, PictureReader&, Report&);

}  // namespace kiosk::content
