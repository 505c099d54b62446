// SPDX-License-Identifier: Apache-2.0
// Cards of names and values for the pages behind the PIN.
#pragma once

#include "views/sketch.hpp"

#include <string>
#include <vector>

namespace kiosk::views::cards {

struct Line {
    std::string name, value;
};

/// A white card: an icon, a title, perhaps words at its end, and lines. `more` stands below them.
page::Block card(const std::string& icon, const std::string& title, const std::string& beside,
                 const std::vector<Line>& lines, page::Blocks more = {});
/// A band with a mark: how things stand, and one line more.
page::Block banner(bool is_fine, const std::string& title, const std::string& line);
/// Columns of a chart, each as high as its share of the highest; height: px, half of it in landscape.
page::Block columns(const std::vector<int>& values, const std::vector<std::string>& labels, double height);
page::Block lines(const std::vector<Line>&);

/// How far the test call has come, and the test page; in words. Empty where none was asked for.
std::string test_call(const Sketch&);
std::string test_page(const Sketch&);

}  // namespace kiosk::views::cards
