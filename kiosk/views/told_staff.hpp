// SPDX-License-Identifier: Apache-2.0
// What the front desk is told of a visit, in the clinic's language: the words of the note for staff, in short.
#pragma once

#include "content/content.hpp"
#include "visit/effect.hpp"

#include <string>
#include <vector>

namespace kiosk::views {

struct ToldStaff {
    content::Urgency level = content::Urgency::none;
    std::vector<std::string> reasons;  ///< the most urgent first; private answers in their general words
    std::string language;              ///< in which the patient reads, by its own name; empty: the clinic's
    bool operator==(const ToldStaff&) const = default;
};

ToldStaff told_staff(const content::Content&, const visit::Record&);

}  // namespace kiosk::views
