// SPDX-License-Identifier: Apache-2.0
// The pieces that handouts and the note for staff share: texts of paper, marked lists, boxes, tables of ruled cells.
// Lengths are pt for 14 pt print; `Print` grows what must grow with the letters.
#pragma once

#include "content/content.hpp"
#include "page/page.hpp"

#include <string>
#include <vector>

namespace kiosk::views::paper {

constexpr double frame_border = 1.5, frame_radius = 10.5, strong_border = 4, rule = 2;
constexpr double picture_width = 70 * 72 / 25.4;  ///< 70 mm
constexpr double body_line = 20;

/// How large this paper is printed, and in which language its words are.
struct Print {
    const content::Content& content;
    content::LanguageId language;
    bool large = false;
    double scale() const { return large ? content.theme.paper_large : 1; }
};

/// What stands in front of a line.
enum class Mark { bullet, tick, cross };

/// How a text of paper stands there.
struct Look {
    Role role = Role::paper_body;
    page::Tag tag = page::Tag::paragraph;
    page::Align align = page::Align::start;
    Colour colour = Colour::ink;
};
page::Block text(std::string, Look = {});
page::Block runs(std::vector<page::Run>, Look = {});
page::Block heading(std::string, page::Tag = page::Tag::heading2);
/// A heading with an icon before it: the first line of a box.
page::Block icon_heading(const Print&, const std::string& icon, std::string);
page::Block column(page::Blocks, double gap = 0);
page::Block row(page::Blocks, std::vector<double> widths, double gap);
/// A line of a list with its mark before it.
page::Block marked(const Print&, Mark, std::vector<page::Run>);
page::Block numbered(const Print&, int number, std::string);
/// Marked lines under each other; short ones, four or more, in two columns that are read one after the other.
page::Block list(const Print&, Mark, const std::vector<std::string>&);
page::Block box(page::Blocks, double border = frame_border);

/// One cell of a table.
struct Cell {
    page::Block block;
    double pad_x = 10, least_height = 0;
};
/// One row of a table: cells side by side in lines that the next row shares (row_overlap between the rows).
page::Block table_row(std::vector<Cell>, std::vector<double> widths);
page::Block row_overlap();

/// Each block with so much space before it, but for the first of all.
void add(page::Blocks& flow, page::Blocks, double gap);

/// These texts in the paper's language; empty ones left out.
std::vector<std::string> in_language(const Print&, const std::vector<content::Text>&);

}  // namespace kiosk::views::paper
