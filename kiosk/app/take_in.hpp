// SPDX-License-Identifier: Apache-2.0
// One look at a changed content: reads it whole, judges it, keeps a copy if it is fit for patients. A process of its
// own
// (`kiosk take-in`, started by the service): laying everything out takes seconds, and a content that breaks the program
// must not break the printing. What it found goes back as lines of text.
#pragma once

#include "app/last_good.hpp"

#include <string>
#include <vector>

namespace kiosk::app {

struct Findings {
    std::vector<std::string> files;     ///< all that belong to the content, to be watched
    std::string state;                  ///< of those files, when they were read
    std::optional<Edition> edition;     ///< the copy that patients may see
    std::vector<std::string> problems;  ///< why there is none, for staff: a line each
};

/// What is known of these files without reading them; changes whenever one of them does.
std::string state_of(const std::vector<std::string>& files);

std::string write_findings(const Findings&);
Findings read_findings(const std::string&);

}  // namespace kiosk::app
