// SPDX-License-Identifier: Apache-2.0
// What shows an amount: progress, bars, rings, dots, page counts; and rules.
#include "page/piece.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

namespace kiosk::page {
namespace {

using Draw = std::function<void(const Box&, Marks&)>;

/// A piece of one height, drawn by a function, with one line for the reader.
class GaugePiece : public Piece {
public:
    GaugePiece(Size wanted, std::string said, Draw draw)
        : m_wanted(wanted), m_said(std::move(said)), m_draw(std::move(draw)) {}
    double height(Squeeze) const override { return m_wanted.height; }
    double wanted_width() const override { return m_wanted.width; }
    void place(const Box& box, Squeeze, Marks& marks) const override {
        const Box own{box.x, box.y, box.width, m_wanted.height};
        m_draw(own, marks);
        if (m_said.empty()) return;
        Item item;
        item.kind = ItemKind::value;
        item.text = m_said;
        item.box = own;
        marks.items.push_back(std::move(item));
    }

private:
    Size m_wanted;
    std::string m_said;
    Draw m_draw;
};

PiecePtr gauge(Size wanted, std::string said, Draw draw) {
    return std::make_unique<GaugePiece>(wanted, std::move(said), std::move(draw));
}

struct Segments {
    int filled, count;
    double gap, border;
    Ink full, empty, edge;
};

void place_segments(const Box& box, const Segments& of, Marks& marks) {
    if (of.count <= 0) return;
    const double width = (box.width - of.gap * (of.count - 1)) / of.count;
    for (int i = 0; i < of.count; ++i) {
        const double left = std::round(i * (width + of.gap)), right = std::round(i * (width + of.gap) + width);
        const Box segment{box.x + left, box.y, right - left, box.height};
        Patch shape{segment, Corners::all(box.height / 2), of.full, {}, of.border, false};
        if (i >= of.filled) {
            shape.fill = of.empty;
            shape.edge = of.edge;
        }
        marks.marks.push_back(shape);
    }
}

std::string number_of(int part, int all) {
    return std::to_string(part) + " of " + std::to_string(all);
}

/// Smaller where there are many; not at all where they would be specks.
void place_dots(const Box& box, int page, int pages, const Setting& setting, Marks& marks) {
    constexpr double largest = 24, least = 10;
    const double size = std::min(largest, std::floor(box.width / (2 * pages - 1)));
    if (size < least) return;
    double x = box.x + std::floor((box.width - (2 * pages - 1) * size) / 2);
    for (int i = 0; i < pages; ++i, x += 2 * size) {
        const Box place{x, box.y + (box.height - size) / 2, size, size};
        Patch dot{place, Corners::all(size / 2), {}, setting.ink(Colour::petrol), size / 6, false};
        if (i == page) dot.fill = dot.edge;
        marks.marks.push_back(dot);
    }
}

std::string filled_in(std::string words, int page, int pages) {
    const auto put = [&words](const std::string& name, int value) {
        for (std::size_t at = words.find(name); at != std::string::npos; at = words.find(name)) {
            words.replace(at, name.size(), std::to_string(value));
        }
    };
    put("{page}", page + 1);
    put("{pages}", pages);
    return words;
}

}  // namespace

PiecePtr cut(const Rule& rule, double width, const Setting& setting) {
    return gauge({width, rule.thickness}, "", [=, ink = setting.ink(rule.colour)](const Box& box, Marks& marks) {
        marks.marks.push_back(Patch{box, {}, ink, {}, 0, false});
    });
}

PiecePtr cut(const Progress& progress, double width, const Setting& setting) {
    const Segments segments{progress.done,
                            progress.total,
                            8,
                            3,
                            setting.ink(Colour::petrol),
                            setting.ink(Colour::white),
                            setting.ink(Colour::control_line)};
    return gauge({width, 16}, "progress " + number_of(progress.done, progress.total),
                 [segments](const Box& box, Marks& marks) { place_segments(box, segments, marks); });
}

PiecePtr cut(const Bar& bar, double width, const Setting& setting) {
    const Ink empty = setting.ink(Colour::white), edge = setting.ink(Colour::control_line),
              full = setting.ink(Colour::petrol);
    const double share = std::clamp(bar.fraction, 0.0, 1.0);
    const std::string said = "bar " + std::to_string(static_cast<int>(std::lround(share * 100))) + "%";
    return gauge({width, 40}, said, [=](const Box& box, Marks& marks) {
        marks.marks.push_back(Patch{box, Corners::all(20), empty, edge, 3, false});
        Box part = box;
        part.width = std::max(box.height, std::round(box.width * share));
        if (share > 0) marks.marks.push_back(Patch{part, Corners::all(20), full, {}, 0, false});
    });
}

PiecePtr cut(const Certainty& certainty, double width, const Setting& setting) {
    const bool glass = setting.glass(), small = width < 300;
    const Ink full = setting.ink(glass ? Colour::petrol : Colour::ink);
    const Ink edge = setting.ink(glass ? Colour::control_line : Colour::ink);
    const Segments segments{
        certainty.filled,           3,   glass ? (small ? 8.0 : 16.0) : 7.0, glass ? 3.0 : 2.0, full,
        setting.ink(Colour::white), edge};
    const double height = glass ? (small ? 26 : 36) : 14;
    return gauge({std::min(width, glass ? 148.0 : 90.0), height}, "certainty " + number_of(certainty.filled, 3),
                 [segments](const Box& box, Marks& marks) { place_segments(box, segments, marks); });
}

PiecePtr cut(const Ring& ring, double width, const Setting& setting) {
    constexpr double thick = 24;
    const double outer = ring.radius + thick / 2;
    auto number = shape(setting.style.fonts, {{std::to_string(ring.seconds), false}},
                        {{100, 124, true}, setting.language, false}, -1);
    const Ink track = setting.ink(setting.high_contrast() ? Colour::mist_deep : Colour::mist),
              ink = setting.ink(Colour::petrol);
    const double share = ring.of > 0 ? std::clamp(static_cast<double>(ring.seconds) / ring.of, 0.0, 1.0) : 0;
    return gauge(
        {width, 2 * outer}, "countdown " + std::to_string(ring.seconds),
        [=, radius = ring.radius](const Box& box, Marks& marks) {
            const Point centre{box.x + box.width / 2, box.y + outer};
            marks.marks.push_back(Arc{centre, radius, thick, 1, false, track});
            if (share > 0) marks.marks.push_back(Arc{centre, radius, thick, share, false, ink});
            place_text(number, {box.x, centre.y - number->height() / 2, box.width, 0}, Align::centre, ink, marks);
        });
}

PiecePtr cut(const Spinner& spinner, double, const Setting& setting) {
    constexpr int dots = 12;
    const Ink ink = setting.ink(setting.high_contrast() ? Colour::petrol : Colour::red);
    return gauge({spinner.diameter, spinner.diameter}, "spinner", [=](const Box& box, Marks& marks) {
        const double size = spinner.diameter * 0.153, away = spinner.diameter * 0.41;
        const int head = static_cast<int>(std::floor(spinner.phase * dots));
        for (int i = 0; i < dots; ++i) {
            const double angle = (i + head) * 2 * std::numbers::pi / dots - std::numbers::pi / 2;
            const Point at{box.x + spinner.diameter / 2 + away * std::cos(angle),
                           box.y + spinner.diameter / 2 + away * std::sin(angle)};
            Ink faded = ink;
            faded.alpha = i == 0 ? 1 : 0.15 + 0.75 * i / dots;
            marks.marks.push_back(
                Patch{{at.x - size / 2, at.y - size / 2, size, size}, Corners::all(size / 2), faded, {}, 0, false});
        }
    });
}

PiecePtr cut(const Dots& dots, double width, const Setting& setting) {
    const int pages = dots.pages > 0 ? dots.pages : setting.pages, page = dots.pages > 0 ? dots.page : setting.page;
    return gauge({width, 24}, "page " + number_of(page + 1, pages),
                 [=](const Box& box, Marks& marks) { place_dots(box, page, pages, setting, marks); });
}

PiecePtr cut(const PageCount& count, double width, const Setting& setting) {
    constexpr double gap = 11, dot = 24;
    const std::string words = filled_in(count.words, setting.page, setting.pages);
    auto text = shape(setting.style.fonts, {{words, false}}, setting.text(setting.type(count.role)), width);
    const double height = text->height() + (count.dots ? gap + dot : 0);
    return gauge({std::ceil(text->width), height}, "", [=](const Box& box, Marks& marks) {
        place_words(text, box, count.align, setting.ink(Colour::ink), Tag::artifact, marks);
        const Box below{box.x, box.y + text->height() + gap, box.width, dot};
        if (count.dots) place_dots(below, setting.page, setting.pages, setting, marks);
    });
}

}  // namespace kiosk::page
