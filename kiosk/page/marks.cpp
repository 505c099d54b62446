// SPDX-License-Identifier: Apache-2.0
#include "page/marks.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace kiosk::page {
namespace {

/// Icons that point along the line of reading.
constexpr std::array<std::string_view, 4> directed{"icons/back", "icons/next", "icons/not-sure", "icons/why"};

bool turns(const std::string& name) {
    return std::find(directed.begin(), directed.end(), name) != directed.end();
}

struct Mirror {
    double twice_the_middle;

    double x(double left, double width) const { return twice_the_middle - left - width; }
    void operator()(Box& box) const { box.x = x(box.x, box.width); }

    void operator()(Patch& shape) const {
        (*this)(shape.box);
        std::swap(shape.corners.top_left, shape.corners.top_right);
        std::swap(shape.corners.bottom_left, shape.corners.bottom_right);
    }
    void operator()(Letters& letters) const { letters.x = x(letters.x, letters.box().width); }
    void operator()(Art& art) const {
        (*this)(art.box);
        if (turns(art.name)) art.mirrored = !art.mirrored;
    }
    void operator()(Arc& arc) const {
        arc.centre.x = twice_the_middle - arc.centre.x;
        arc.backward = !arc.backward;
    }
    void operator()(Squares&) const {}
    void operator()(Structure&) const {}
    void operator()(Inner& inner) const { (*this)(inner.box); }
};

/// A QR code must not be mirrored: it moves as a whole.
void move_whole(Squares& squares, const Mirror& mirror) {
    if (squares.boxes.empty()) return;
    double left = squares.boxes.front().x, right = squares.boxes.front().right();
    for (const Box& box : squares.boxes) {
        left = std::min(left, box.x);
        right = std::max(right, box.right());
    }
    const double by = mirror.x(left, right - left) - left;
    for (Box& box : squares.boxes) box.x += by;
}

}  // namespace

void mirror(Marks& marks, const Box& within, std::size_t first_mark, std::size_t first_item) {
    const Mirror turn{2 * within.x + within.width};
    for (std::size_t i = first_mark; i < marks.marks.size(); ++i) {
        std::visit(turn, marks.marks[i]);
        if (auto* squares = std::get_if<Squares>(&marks.marks[i])) move_whole(*squares, turn);
    }
    for (std::size_t i = first_item; i < marks.items.size(); ++i) {
        turn(marks.items[i].box);
        turn(marks.items[i].letters);
    }
}

void append(Marks& marks, const Marks& more) {
    marks.marks.insert(marks.marks.end(), more.marks.begin(), more.marks.end());
    marks.items.insert(marks.items.end(), more.items.begin(), more.items.end());
    marks.misfits.insert(marks.misfits.end(), more.misfits.begin(), more.misfits.end());
}

}  // namespace kiosk::page
