// SPDX-License-Identifier: Apache-2.0
// Visits that together show every screen in every state, each walked to by the real step. Used by `kiosk render`, by
// `kiosk check` and by the tests that lay out everything.
#pragma once

#include "content/content.hpp"
#include "visit/visit.hpp"

#include <string>
#include <vector>

namespace kiosk::views {

/// A long screen has pages; how many, only the layout knows.
enum class Pages { one, question, list, reading };

struct Shown {
    std::string name;  ///< "04-question-chest", "05a-calling", ...: sorts in the order of a visit; a file's name
    visit::Visit visit;
    Instant now;
    Pages pages = Pages::one;
};

/// Every screen in every state once: at its first page, in letters of the first size.
std::vector<Shown> screens(const content::Content&);
/// The same screen at another page.
Shown turned(const content::Content&, Shown, int page);
/// Every screen, its pages, and how those see it who need it larger, in contrast or lower. Pages are visits of their
/// own, more than there may be: "-page-2" may look like the one before.
std::vector<Shown> gallery(const content::Content&);

}  // namespace kiosk::views
