// SPDX-License-Identifier: Apache-2.0
// Does everything fit, and can it be read: each screen in each language, text size and colour set on both shapes of
// panel and lowered, each sheet on both papers.
#pragma once

#include "app/side_by_side.hpp"
#include "app/surfaces.hpp"
#include "base/problem.hpp"
#include "content/content.hpp"
#include "content/written.hpp"

#include <array>

namespace kiosk::app {

struct Fit {
    Problems problems;        ///< one a line of a file, told with the first place where it shows
    std::size_t screens = 0;  ///< laid out
    std::array<page::Measures, ways_to_see> measured;  ///< by Surface::Seen

    const page::Measures& operator[](Surface::Seen seen) const { return measured[static_cast<std::size_t>(seen)]; }
};

/// Ended early, what was found so far.
Fit look_at_all(
    const content::Content&, const content::WrittenTexts&, const GoOn& go_on = [] { return true; });

}  // namespace kiosk::app
