// SPDX-License-Identifier: Apache-2.0
// The sign-off book: everything patients will see of exactly this content, and what a clinical lead needs to judge it,
// on paper to sign. Made by `kiosk book`.
#pragma once

#include "base/problem.hpp"
#include "content/reading.hpp"
#include "page/sheet.hpp"
#include "views/staff_paper.hpp"

#include <string>
#include <vector>

namespace kiosk::views {

struct BookFacts {
    std::string date;                       ///< ISO, of making the book
    Problems problems;                      ///< that `kiosk check` has left
    std::vector<std::string> proved;        ///< what walking every visit found, a line a topic
    std::vector<paper::ChartShown> charts;  ///< the map
    content::Readings readings;             ///< how hard each text is to read
};

/// Counted through and bookmarked; the first is the title with the contents. The style outlives the documents.
std::vector<page::Document> book(const content::Content&, const BookFacts&, const page::Style&);

}  // namespace kiosk::views
