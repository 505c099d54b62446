// SPDX-License-Identifier: Apache-2.0
// Paper for reviewers, in English around the clinic's own words: the map, the difference of two contents, the sign-off
// book. Same frame, blocks and painter as the patients' paper.
#pragma once

#include "views/paper_blocks.hpp"

#include <memory>
#include <string>
#include <vector>

namespace kiosk::views::paper {

enum class Hung { upright, across };

/// Bookmarked; every sheet says at its foot what it belongs to.
page::Document staff_document(const Print&, Hung, const std::string& title, const std::string& footer);
/// The room between header and footer, pt; a heading still comes off it.
Size room_of(const page::Document&);

page::Block chapter(std::string title);  ///< heading 1
page::Block section(std::string title);  ///< heading 2
page::Block small(std::string words, Colour = Colour::ink);
/// A row of a table of small print, rows joined without a gap.
struct SmallCell {
    std::vector<page::Run> runs;
    std::string language{};  ///< code, where its words are not the page's
};
page::Block small_row(std::vector<SmallCell> cells, std::vector<double> widths);
page::Block small_row(const std::vector<std::string>& cells, std::vector<double> widths, bool bold = false);

/// A chapter of charts: each on a sheet of its own under its title and legend.
struct ChartShown {
    std::string title, legend;
    std::shared_ptr<const page::Sheet> sheet;
};
void add_charts(page::Document&, const std::vector<ChartShown>&);

}  // namespace kiosk::views::paper
