// SPDX-License-Identifier: Apache-2.0
#include "app/graphviz.hpp"

#include "app/other_program.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <utility>

namespace kiosk::app {

namespace {

/// "612pt" after `name="` in the first tag.
double measure(const std::string& svg, const std::string& name) {
    const auto at = svg.find(name + "=\"");
    return at == std::string::npos ? 0 : std::strtod(svg.c_str() + at + name.size() + 2, nullptr);
}

std::string escaped(const std::string& words) {
    std::string text;
    for (const char c : words) {
        if (c == '<') text += "&lt;";
        if (c == '&') text += "&amp;";
        if (c != '<' && c != '&') text += c;
    }
    return text;
}

/// Inside another drawing a measure is in that one's own.
std::string without_units(std::string svg) {
    for (auto at = svg.find("pt\""); at < svg.find('>'); at = svg.find("pt\"")) svg.erase(at, 2);
    return svg;
}

}  // namespace

Result<std::string> svg_of(const std::string& dot) {
    auto ran = run_program({"dot", "-Tsvg", "-q"}, dot);
    if (ran.as == Ran::As::not_here)
        return Failure{
            "The map is drawn by Graphviz, and its program `dot` is not here. Install the package graphviz, or leave "
            "out -o."};
    if (ran.as != Ran::As::fine || ran.out.empty())
        return Failure{"Graphviz could not draw the map. Check what `dot -V` says, or leave out -o."};
    return std::move(ran.out);
}

Size size_of(const std::string& svg) {
    return {measure(svg, " width"), measure(svg, " height")};
}

Result<Drawing> drawing_of(const views::MapChart& chart) {
    auto svg = svg_of(chart.dot);
    if (!svg) return svg.failure();
    const auto at = svg->find("<svg");
    if (at == std::string::npos) return Failure{"Graphviz gave no drawing. Check what `dot -V` says."};
    svg->erase(0, at);
    Drawing drawing{chart.title, chart.legend, std::move(*svg), {}};
    drawing.size = size_of(drawing.svg);
    return drawing;
}

std::string stacked(const std::vector<Drawing>& drawings) {
    constexpr double margin = 20, title_line = 30, legend_line = 22, gap = 30, letter = 6.6;
    double width = 0, y = margin;
    std::ostringstream inner;
    for (const auto& drawing : drawings) {
        inner << "<text x=\"" << margin << "\" y=\"" << y + 18 << "\" font-size=\"18\" font-weight=\"bold\">"
              << escaped(drawing.title) << "</text>\n";
        inner << "<text x=\"" << margin << "\" y=\"" << y + title_line + 10 << "\" font-size=\"12\">"
              << escaped(drawing.legend) << "</text>\n";
        y += title_line + legend_line;
        inner << "<svg x=\"" << margin << "\" y=\"" << y << '"' << without_units(drawing.svg).substr(4) << '\n';
        width = std::max({width, drawing.size.width, letter * static_cast<double>(drawing.legend.size())});
        y += drawing.size.height + gap;
    }
    width += 2 * margin;
    std::ostringstream text;
    text << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
            "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\""
         << width << "pt\" height=\"" << y << "pt\" viewBox=\"0 0 " << width << ' ' << y
         << "\" font-family=\"Noto Sans\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
         << inner.str() << "</svg>\n";
    return text.str();
}

}  // namespace kiosk::app
