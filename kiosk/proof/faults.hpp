// SPDX-License-Identifier: Apache-2.0
// Mistakes that staff could make with the rules, planted in a copy of the content. `kiosk check --self-test` and the
// tests see whether each is caught.
#pragma once

#include "content/content.hpp"

#include <string>
#include <vector>

namespace kiosk::proof {

struct Fault {
    std::string about;  ///< "an emergency choice made harmless"
    content::Content content;
};

/// In the first topic; those that it has the rules for.
std::vector<Fault> faults(const content::Content&);

}  // namespace kiosk::proof
