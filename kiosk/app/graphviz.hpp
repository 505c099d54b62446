// SPDX-License-Identifier: Apache-2.0
// Graphviz's `dot` as a process: a graph as text in, its drawing out. Used by `kiosk map -o` and `kiosk book`.
#pragma once

#include "base/geometry.hpp"
#include "base/result.hpp"
#include "views/visit_map.hpp"

#include <string>
#include <vector>

namespace kiosk::app {

struct Drawing {
    std::string title, legend;
    std::string svg;  ///< one <svg> element, no prolog
    Size size;        ///< pt
};

/// Fails with a sentence where `dot` is not installed or does not understand the graph.
Result<std::string> svg_of(const std::string& dot);
/// Without what stands before its <svg>; fails where there is none.
Result<Drawing> drawing_of(const views::MapChart&);

/// One under the other, each under its title, as one file.
std::string stacked(const std::vector<Drawing>&);
/// What an SVG says of its own size, pt.
Size size_of(const std::string& svg);

}  // namespace kiosk::app
