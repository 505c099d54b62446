// SPDX-License-Identifier: Apache-2.0
// The map of the visit as drawings, and as a file. Used by `kiosk map -o` and `kiosk book`.
#pragma once

#include "app/graphviz.hpp"
#include "app/options.hpp"
#include "content/content.hpp"
#include "views/staff_paper.hpp"

#include <string>
#include <vector>

namespace kiosk::app {

/// Every chart of these topics.
Result<std::vector<Drawing>> map_drawings(const content::Content&, const std::vector<content::TopicId>&);
/// As they stand on paper; the drawings are added to the pictures of a content for that.
std::vector<views::paper::ChartShown> charts_of(const std::vector<Drawing>&, content::Content& with);
/// As .svg, .png or .pdf, by how the name ends.
Exit write_map(const content::Content&, const std::vector<content::TopicId>&, const std::string& file);

}  // namespace kiosk::app
