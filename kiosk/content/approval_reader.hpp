// SPDX-License-Identifier: Apache-2.0
// Who wrote a topic or a handout, who reviewed it, and when: the same attributes on both.
#pragma once

#include "content/element.hpp"

namespace kiosk::content {

struct Approval {
    std::string written, reviewed, review_by, author, reviewer;
};

/// What the element does not say is as in `otherwise` (a handout's topic).
Approval read_approval(const Element&, const Approval& otherwise, Report&);

template <class Dated>
void apply(const Approval& approval, Dated& to) {
    to.written = approval.written;
    to.reviewed = approval.reviewed;
    to.review_by = approval.review_by;
    to.author = approval.author;
    to.reviewer = approval.reviewer;
}

}  // namespace kiosk::content
