// SPDX-License-Identifier: Apache-2.0
// A clinic without what step does not read, and smaller ones cut out of it. Used by the proof.
#pragma once

#include "content/content.hpp"

#include <vector>

namespace kiosk::proof {

/// What step reads of a topic, without its words and pictures.
content::Topic lean(const content::Topic&);
/// The clinic with this one topic, its rules of time and release, and as many languages (two at most), without words.
content::Content lean(const content::Content&, const content::Topic&);

/// The topic with these signs and handouts only; rules about others are left out.
content::Topic cut(const content::Topic&, const std::vector<content::SignId>&, const std::vector<content::HandoutId>&);

}  // namespace kiosk::proof
