// SPDX-License-Identifier: Apache-2.0
#include "page/reading_mark.hpp"

#include "base/contrast.hpp"
#include "page/marks.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::page {
namespace {

constexpr double band_radius = 16, beyond_text = 16, beyond_sentence = 6, line_edge = 4;
constexpr double frame_gap = 2, frame = 10, frame_edge = 3;

struct Part {
    double left = 0, right = 0;
    bool begins_line = false, ends_line = false;
};

/// Where the stretch stands on a line, from its left edge: in text of both directions more than one part.
std::vector<Part> parts_of(const ShapedLine& line, const Stretch& stretch) {
    std::vector<Part> parts;
    auto clusters = line.clusters;
    std::sort(clusters.begin(), clusters.end(), [](const Cluster& a, const Cluster& b) { return a.left < b.left; });
    bool goes_on = false;
    for (const auto& cluster : clusters) {
        const bool is_in = cluster.byte >= stretch.begin && cluster.byte < stretch.end;
        if (is_in && goes_on) parts.back().right = std::max(parts.back().right, cluster.right);
        if (is_in && !goes_on) parts.push_back({cluster.left, cluster.right});
        goes_on = is_in;
    }
    for (auto& part : parts) {
        part.begins_line = part.left <= clusters.front().left + 1;
        part.ends_line = part.right >= clusters.back().right - 1;
    }
    return parts;
}

Box band_of(const Letters& letters, const Part& part) {
    const double before = part.begins_line ? beyond_text : beyond_sentence;
    const double behind = part.ends_line ? beyond_text : beyond_sentence;
    return {letters.x + part.left - before, letters.top, part.right - part.left + before + behind,
            letters.text->type.line};
}

bool stands_in(const Letters& letters, const Item& item) {
    constexpr double slack = 1;
    const Box box = letters.box();
    return letters.text->text == item.text && item.box.grown(slack).contains({item.box.x, box.y}) &&
           item.box.grown(slack).overlaps(box);
}

struct Bands {
    std::size_t before = 0;  ///< of the marks, the first of the text's letters
    std::vector<Box> boxes;
    bool legible = true;  ///< on the band; else it is an outline
    Ink ink;
};

Bands bands_of(const Marks& marks, const Item& item, const Stretch& stretch) {
    Bands bands;
    for (std::size_t i = 0; i < marks.marks.size(); ++i) {
        const auto* letters = std::get_if<Letters>(&marks.marks[i]);
        if (letters == nullptr || !stands_in(*letters, item)) continue;
        const auto parts = parts_of(letters->text->lines[letters->line], stretch);
        if (parts.empty()) continue;
        if (bands.boxes.empty()) bands.before = i;
        for (const auto& part : parts) bands.boxes.push_back(band_of(*letters, part));
        bands.ink = letters->ink;
        bands.legible = bands.legible && contrast(letters->ink.rgb, marks.reading.rgb) >= least_text_contrast;
    }
    return bands;
}

const Item* item_of(const Marks& marks, const Stop& stop, std::size_t said) {
    if (stop.kind == Stop::Kind::key) return &marks.items[stop.items.front()];
    for (const std::size_t i : stop.items)
        if (marks.items[i].kind != ItemKind::value && said-- == 0) return &marks.items[i];
    return nullptr;
}

void add_bands(const Bands& bands, Marks& marks) {
    std::vector<Mark> patches;
    for (const Box& box : bands.boxes) {
        Patch patch{box, Corners::all(band_radius), {}, {}, 0, false};
        if (bands.legible) patch.fill = marks.reading;
        if (!bands.legible) patch.edge = bands.ink, patch.border = line_edge;
        patches.emplace_back(patch);
    }
    const auto at = marks.marks.begin() + static_cast<std::ptrdiff_t>(bands.before);
    marks.marks.insert(at, std::make_move_iterator(patches.begin()), std::make_move_iterator(patches.end()));
}

void add_frame(const Item& item, Marks& marks) {
    const double radius = item.radius > 0 ? item.radius : band_radius;
    const auto around = [&](double by, Ink ink, double width) {
        marks.marks.push_back(Patch{item.box.grown(by), Corners::all(radius + by), {}, ink, width, false});
    };
    around(frame_gap + frame, marks.reading, frame);
    around(frame_gap + frame, marks.reading_edge, frame_edge);
}

}  // namespace

Sheet marked(const Sheet& sheet, const Stop& stop, std::size_t said, Stretch stretch) {
    const Item* item = item_of(*sheet.marks, stop, said);
    if (item == nullptr) return sheet;
    Marks marks = *sheet.marks;
    if (item->kind == ItemKind::words)
        add_bands(bands_of(marks, *item, stretch), marks);
    else
        add_frame(*item, marks);
    Sheet with = sheet;
    with.marks = std::make_shared<const Marks>(std::move(marks));
    return with;
}

std::vector<Box> band(const Sheet& sheet, const Stop& stop, std::size_t said, Stretch stretch) {
    const Marks& marks = *sheet.marks;
    const Item* item = item_of(marks, stop, said);
    if (item == nullptr || item->kind != ItemKind::words) return {};
    auto boxes = bands_of(marks, *item, stretch).boxes;
    for (Box& box : boxes)
        box = {marks.offset.x + box.x * marks.scale, marks.offset.y + box.y * marks.scale, box.width * marks.scale,
               box.height * marks.scale};
    return boxes;
}

}  // namespace kiosk::page
