// SPDX-License-Identifier: Apache-2.0
#include "views/paper_blocks.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace kiosk::views::paper {
namespace {

constexpr double mark_gap = 9, list_gap = 1, box_pad_x = 16, box_pad_y = 7, box_gap = 2, cell_pad_y = 4;
constexpr std::size_t half_line = 34, whole_line = 72;  // characters of body type that half a box, a box holds

page::Block bullet(const Print& print) {
    const double line = body_line * print.scale(), dot = 6 * print.scale();
    return column({page::space((line - dot) / 2), {page::Bullet{dot}}});
}

page::Block mark_icon(const Print& print, const std::string& name) {
    const double line = body_line * print.scale(), size = 14 * print.scale();
    return column({page::space((line - size) / 2), {page::Icon{.name = name, .size = size}}});
}

/// How many lines these texts take where a line holds so many characters.
std::size_t line_count(std::vector<std::string>::const_iterator from, std::vector<std::string>::const_iterator to,
                       std::size_t line) {
    return std::accumulate(from, to, std::size_t{0},
                           [&](std::size_t sum, const auto& text) { return sum + (text.size() + line - 1) / line; });
}

/// Two columns where they save a third of the height or more.
bool saves_room(const std::vector<std::string>& lines, std::vector<std::string>::const_iterator half) {
    const auto beside = std::max(line_count(lines.begin(), half, half_line), line_count(half, lines.end(), half_line));
    return beside * 3 <= line_count(lines.begin(), lines.end(), whole_line) * 2;
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
    const auto half = lines.begin() + static_cast<std::ptrdiff_t>((lines.size() + 1) / 2);
    if (print.large || lines.size() < 4 || !saves_room(lines, half)) return lines_column(print, mark, lines);
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

void add(page::Blocks& flow, page::Blocks blocks, double gap) {
    for (auto& block : blocks) {
        if (!flow.empty()) flow.push_back(page::space(gap));
        flow.push_back(std::move(block));
    }
}

std::vector<std::string> in_language(const Print& print, const std::vector<content::Text>& texts) {
    std::vector<std::string> lines;
    for (const auto& each : texts) {
        if (!each.empty()) lines.push_back(each(print.language));
    }
    return lines;
}

}  // namespace kiosk::views::paper
