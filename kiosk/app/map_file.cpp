// SPDX-License-Identifier: Apache-2.0
#include "app/map_file.hpp"

#include "app/clock.hpp"
#include "app/files.hpp"
#include "app/loaded.hpp"

namespace kiosk::app {

namespace {

std::string pdf(const content::Content& content, const std::vector<Drawing>& drawings) {
    const views::paper::Print print{content, {}};
    auto document =
        views::paper::staff_document(print, views::paper::Hung::upright, "Map of the visit", "Content " + content.hash);
    content::Content with = content;
    views::paper::add_charts(document, charts_of(drawings, with));
    const DrawingBoard board(with);
    return page::paint_pdf({document}, board.style, today());
}

std::string png(const content::Content& content, const std::vector<Drawing>& drawings) {
    constexpr double zoom = 1.5;
    content::Content with = content;
    const auto svg = stacked(drawings);
    with.pictures["map"] = svg;
    const auto whole = size_of(svg);
    const DrawingBoard board(with);
    Pixels pixels;
    page::paint(page::drawing_sheet("map", {whole.width * zoom, whole.height * zoom}), board.style, pixels);
    return page::png(pixels);
}

}  // namespace

Result<std::vector<Drawing>> map_drawings(const content::Content& content,
                                          const std::vector<content::TopicId>& topics) {
    std::vector<Drawing> drawings;
    for (const auto topic : topics)
        for (auto chart : views::visit_map(content, topic)) {
            if (topics.size() > 1) chart.title = content[topic].title({}) + ": " + chart.title;
            auto drawing = drawing_of(chart);
            if (!drawing) return drawing.failure();
            drawings.push_back(std::move(*drawing));
        }
    return drawings;
}

std::vector<views::paper::ChartShown> charts_of(const std::vector<Drawing>& drawings, content::Content& with) {
    std::vector<views::paper::ChartShown> charts;
    for (const auto& drawing : drawings) {
        const auto name = "map/" + std::to_string(charts.size() + 1);
        with.pictures[name] = drawing.svg;
        charts.push_back({drawing.title, drawing.legend,
                          std::make_shared<const page::Sheet>(page::drawing_sheet(name, drawing.size))});
    }
    return charts;
}

Exit write_map(const content::Content& content, const std::vector<content::TopicId>& topics, const std::string& file) {
    const auto drawings = map_drawings(content, topics);
    if (!drawings) return world_said_no(drawings.failure().sentence);
    const auto bytes = file.ends_with(".pdf")   ? pdf(content, *drawings)
                       : file.ends_with(".png") ? png(content, *drawings)
                                                : stacked(*drawings);
    const auto failure = write_file(file, bytes);
    return failure ? world_said_no(failure->sentence) : Exit::fine;
}

}  // namespace kiosk::app
