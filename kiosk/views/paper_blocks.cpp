// SPDX-License-Identifier: Apache-2.0
#include "views/paper_blocks.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::views::paper {
namespace {

constexpr double mark_gap = 9, list_gap = 2, box_pad_x = 16, box_pad_y = 11, box_gap = 3, cell_pad_x = 10,
                 cell_pad_y = 5;
constexpr std::size_t short_line = 34;  ///< characters that fit a half column of a box

page::Block bullet(const Print& print) {
    const double line = body_line * print.scale(), dot = 6 * print.scale();
    return column({page::space((line - dot) / 2), {page::Bullet{dot}}});
}

page::Block mark_icon(const Print& print, const std::string& name) {
    const double line = body_line * print.scale(), size = 14 * print.scale();
    return column({page::space((line - size) / 2), {page::Icon{.name = name, .size = size}}});
}

bool fits_two_columns(const Print& print, const std::vector<std::string>& lines) {
    if (print.large || lines.size() < 4) return false;
    return std::all_of(lines.begin(), lines.end(), [](const auto& line) { return line.size() <= short_line; });
}

page::Block lines_column(const Print& print, Mark mark, const std::vector<std::string>& lines) {
    page::Blocks blocks;
    for (const auto& line : lines) blocks.push_back(marked(print, mark, {{line, false}}));
    return column(std::move(blocks), list_gap);
}

}  // namespace

page::Block text(std::string words, Look look) {
    return runs({{std::move(words), false}}, look);
}

page::Block runs(std::vector<page::Run> parts, Look look) {
    page::Words words;
    words.runs = std::move(parts);
    words.role = look.role;
    words.colour = look.colour;
    words.align = look.align;
    words.tag = look.tag;
    return {std::move(words)};
}

page::Block heading(std::string words, page::Tag tag) {
    return text(std::move(words), {Role::paper_heading, tag});
}

page::Block icon_heading(const Print& print, const std::string& icon, std::string words) {
    const double size = 24 * print.scale();
    return row({{page::Icon{.name = icon, .size = size}}, heading(std::move(words))}, {size, -1}, mark_gap);
}

page::Block column(page::Blocks blocks, double gap) {
    return {page::Column{std::move(blocks), gap}};
}

page::Block row(page::Blocks blocks, std::vector<double> widths, double gap) {
    return {page::Row{std::move(blocks), std::move(widths), gap, page::Align::start}};
}

page::Block marked(const Print& print, Mark mark, std::vector<page::Run> words) {
    const double width = (mark == Mark::bullet ? 6 : 14) * print.scale();
    page::Block sign = mark == Mark::bullet ? bullet(print) : mark_icon(print, mark == Mark::tick ? "tick" : "cross");
    return row({std::move(sign), runs(std::move(words), {.tag = page::Tag::list_item})}, {width, -1},
               mark_gap * print.scale());
}

page::Block numbered(const Print& print, int number, std::string words) {
    const double disc = body_line * print.scale();
    return row({{page::NumberDisc{number, disc}}, text(std::move(words), {.tag = page::Tag::list_item})}, {disc, -1},
               mark_gap);
}

page::Block list(const Print& print, Mark mark, const std::vector<std::string>& lines) {
    if (!fits_two_columns(print, lines)) return lines_column(print, mark, lines);
    const auto half = lines.begin() + static_cast<std::ptrdiff_t>((lines.size() + 1) / 2);
    return row({lines_column(print, mark, {lines.begin(), half}), lines_column(print, mark, {half, lines.end()})},
               {-1, -1}, box_pad_x);
}

page::Block box(page::Blocks blocks, double border) {
    return {page::Frame{.blocks = std::move(blocks),
                        .gap = box_gap,
                        .pad_x = box_pad_x,
                        .pad_y = box_pad_y,
                        .edge = Colour::ink,
                        .border = border,
                        .radius = frame_radius}};
}

page::Block table_row(std::vector<Cell> cells, std::vector<double> widths) {
    page::Blocks frames;
    for (auto& cell : cells) {
        frames.push_back({page::Frame{.blocks = {std::move(cell.block)},
                                      .pad_x = cell.pad_x,
                                      .pad_y = cell_pad_y,
                                      .edge = Colour::ink,
                                      .border = frame_border,
                                      .least_height = cell.least_height,
                                      .centred = true}});
    }
    return row(std::move(frames), std::move(widths), -frame_border);
}

page::Block row_overlap() {
    return page::space(-frame_border);
}

std::vector<std::string> in_language(const Print& print, const std::vector<content::Text>& texts) {
    std::vector<std::string> lines;
    for (const auto& each : texts) {
        if (!each.empty()) lines.push_back(each(print.language));
    }
    return lines;
}

}  // namespace kiosk::views::paper
