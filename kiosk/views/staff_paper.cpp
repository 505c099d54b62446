// SPDX-License-Identifier: Apache-2.0
#include "views/staff_paper.hpp"

#include "page/paper.hpp"
#include "page/sheet.hpp"
#include "views/paper_frame.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::views::paper {
namespace {

constexpr double around_flow = 112;  ///< header, footer and what is between them and the flow
constexpr double cell_pad_x = 5, cell_pad_y = 3, cell_border = 0.75;

}  // namespace

page::Document staff_document(const Print& print, Hung hung, const std::string& title, const std::string& footer) {
    auto document = framed(print, {title, title, print.content.languages.front().name, footer, {}});
    if (hung == Hung::across) std::swap(document.paper.width, document.paper.height);
    document.bookmarked = true;
    return document;
}

Size room_of(const page::Document& document) {
    return {document.paper.width - 2 * page::paper_side,
            document.paper.height - page::paper_top - page::paper_bottom - around_flow};
}

page::Block chapter(std::string title) {
    return text(std::move(title), {Role::paper_title, page::Tag::heading1});
}

page::Block section(std::string title) {
    return heading(std::move(title), page::Tag::heading2);
}

page::Block small(std::string words, Colour colour) {
    return text(std::move(words), {.role = Role::paper_source, .colour = colour});
}

page::Block small_row(std::vector<SmallCell> cells, std::vector<double> widths) {
    page::Blocks frames;
    for (auto& cell : cells) {
        page::Words words{.runs = std::move(cell.runs), .role = Role::paper_source, .language = cell.language};
        frames.push_back({page::Frame{.blocks = {{std::move(words)}},
                                      .pad_x = cell_pad_x,
                                      .pad_y = cell_pad_y,
                                      .edge = Colour::ink,
                                      .border = cell_border}});
    }
    return column({row(std::move(frames), std::move(widths), -cell_border), page::space(-cell_border)});
}

page::Block small_row(const std::vector<std::string>& cells, std::vector<double> widths, bool bold) {
    std::vector<SmallCell> all;
    for (const auto& words : cells) all.push_back({{{words, bold}}});
    return small_row(std::move(all), std::move(widths));
}

void add_charts(page::Document& document, const std::vector<ChartShown>& charts) {
    constexpr double above = 24 + 2 * 16 + 18, least_scale = 0.9;  // its title, its legend and the gaps
    for (const auto& chart : charts) {
        const Size room = room_of(document);
        const Size natural{chart.sheet->size.width * least_scale, chart.sheet->size.height * least_scale};
        const Size within{std::min(room.width, natural.width), std::min(room.height - above, natural.height)};
        auto block = column({section(chart.title),
                             small(chart.legend),
                             page::space(6),
                             {page::Inset{chart.sheet, within, chart.title, false}}},
                            4);
        block.new_page = page::NewPage::unless_it_fits;
        document.flow.push_back(std::move(block));
        document.flow.push_back(page::space(12));
    }
}

}  // namespace kiosk::views::paper
