// SPDX-License-Identifier: Apache-2.0
// What each screen and each sheet of paper looks like. One file per kind: views/<kind>.cpp.
#pragma once

#include "content/content.hpp"
#include "page/page.hpp"
#include "visit/note.hpp"
#include "visit/visit.hpp"

#include <string>
#include <vector>

namespace kiosk::views {

/// A page and what its keys mean: a key's id is its index in actions.
struct Screen {
    page::Page page;
    std::vector<visit::Action> actions;
    bool operator==(const Screen&) const = default;
};

/// The glass for one visit at one moment (only countdowns and the spinner look at `now`).
Screen compose(const content::Content&, const visit::Visit&, Instant now);

/// Dates and names that only the machine knows.
struct Stamp {
    std::string date;   ///< "2026-11-22"
    std::string time;   ///< "10:44"; of now
    Instant now;        ///< the same moment, to turn instants of the visit into times of day
    std::string kiosk;  ///< the machine's name; may be empty
    bool operator==(const Stamp&) const = default;
};

/// A handout as one person may have it; with no record, as anyone may (the command line).
page::Document handout(const content::Content&, content::TopicId, content::HandoutId, const visit::Record*,
                       content::LanguageId, bool large_print, bool tell_clinician_first);
/// The same words without drawings, chart and long list of sources, as plain text: for a telephone.
std::string handout_text(const content::Content&, const visit::Record&, content::HandoutId, bool tell_clinician_first);
page::Document note(const content::Content&, const visit::Record&, const Stamp&);
/// For staff: that paper comes out, and how each script looks on it.
page::Document test_page(const content::Content&, const Stamp&);
/// Several documents as one job: each starts a page and keeps its own footer.
std::vector<page::Document> documents(const content::Content&, const visit::PrintOrder&, const Stamp&);

}  // namespace kiosk::views
