// SPDX-License-Identifier: Apache-2.0
#include "app/preview_look.hpp"

#include "page/paper.hpp"
#include "views/paper_blocks.hpp"

#include <algorithm>
#include <iostream>
#include <memory>

namespace kiosk::app {

namespace {

namespace paper = views::paper;

constexpr double key_height = 54, around = 40;  // px
constexpr std::size_t most_problems = 6;

page::Block key_row() {
    page::Blocks keys;
    for (std::size_t i = 0; i < preview_keys.size(); ++i)
        keys.push_back({page::Key{.kind = page::KeyKind::secondary,
                                  .id = static_cast<page::KeyId>(i),
                                  .label = preview_keys[i].label,
                                  .height = key_height,
                                  .label_size = 15}});
    return paper::row(std::move(keys), std::vector<double>(preview_keys.size(), -1.0), 8);
}

/// Over the last content that was fine: what must be mended before the new one is shown.
page::Blocks banner(const Problems& problems) {
    if (!has_errors(problems)) return {};
    page::Blocks lines{paper::heading("What was saved has errors. Below is the last content without any.")};
    for (const auto& problem : problems) {
        if (problem.severity != Severity::error) continue;
        if (lines.size() > most_problems) {
            lines.push_back(paper::text("... and more; see: kiosk check"));
            break;
        }
        lines.push_back(paper::text(to_string(problem), {.role = Role::paper_source}));
    }
    return {paper::box(std::move(lines), paper::strong_border), page::space(6)};
}

template <class List, class Name>
std::optional<std::size_t> index_of(const List& list, const std::string& wanted, const char* what, Name name) {
    if (wanted.empty()) return 0;
    const auto at = std::find_if(list.begin(), list.end(), [&](const auto& item) { return name(item) == wanted; });
    if (at != list.end()) return static_cast<std::size_t>(at - list.begin());
    std::cerr << "kiosk: there is no " << what << " '" << wanted << "'. There are:";
    for (const auto& item : list) std::cerr << ' ' << name(item);
    std::cerr << '\n';
    return {};
}

}  // namespace

page::Sheet preview_sheet(const Album& album, const Problems& problems, Size window) {
    page::Document document;
    document.paper = window;
    document.title = "Preview";
    document.header = {key_row(), page::space(6), paper::text(album.place() + "   (" + album.look() + ")"),
                       page::space(6)};
    for (auto& block : banner(problems)) document.header.push_back(std::move(block));
    // What the header takes is only known once it is laid out: the picture gets the rest.
    const double rest = page::flow_height(document, album.style());
    const auto leaf = std::make_shared<const page::Sheet>(album.sheet());
    document.flow.push_back({page::Inset{leaf, {window.width, std::max(rest, around)}, album.leaf().name}});
    return page::lay_out(document, album.style()).front();
}

std::optional<views::Sight> sight_of(const content::Content& content, const command::Preview& command) {
    const auto topic = index_of(content.topics, command.topic, "topic", [](const auto& t) { return t.id; });
    const auto language =
        index_of(content.languages, command.language, "language", [](const auto& l) { return l.code; });
    if (!topic || !language) return {};
    views::Sight sight;
    sight.topic = {*topic};
    sight.language = {*language};
    sight.paper = command.paper.empty()   ? content.clinic.paper
                  : command.paper == "a4" ? content::PaperSize::a4
                                          : content::PaperSize::letter;
    if (command.size == "large") sight.size = visit::TextSize::large;
    if (command.size == "largest") sight.size = visit::TextSize::largest;
    if (command.landscape) sight.shape = page::Shape::landscape;
    return sight;
}

std::string png_of(const page::Sheet& sheet, const page::Style& style) {
    constexpr double largest_paper = 1000, dots = 100 / 72.0;
    Pixels pixels;
    const bool is_paper = std::max(sheet.size.width, sheet.size.height) < largest_paper;
    page::paint(is_paper ? page::enlarged(sheet, dots) : sheet, style, pixels);
    return page::png(pixels);
}

}  // namespace kiosk::app
