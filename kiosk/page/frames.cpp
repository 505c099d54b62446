// SPDX-License-Identifier: Apache-2.0
// Boxes around blocks.
#include "page/piece.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk::page {
namespace {

class FramePiece : public Piece {
public:
    FramePiece(const Frame& frame, PiecePtr inside, const Setting& setting)
        : m_frame(frame),
          m_inside(std::move(inside)),
          m_fill(setting.ink(frame.fill)),
          m_edge(setting.ink(frame.edge)) {}

    double height(Squeeze squeeze) const override {
        const double least = m_frame.least_height * (1 - squeeze.frames);
        return std::max(least, m_inside->height(squeeze) + 2 * m_frame.pad_y);
    }
    void place(const Box& box, Squeeze squeeze, Marks& marks) const override {
        const Corners corners = Corners::all(m_frame.radius);
        if (m_frame.fill != Colour::none) marks.marks.push_back(Patch{box, corners, m_fill, {}, 0, false});
        Box room{box.x + m_frame.pad_x, box.y + m_frame.pad_y, box.width - 2 * m_frame.pad_x,
                 box.height - 2 * m_frame.pad_y};
        if (m_frame.centred && !m_inside->stretches()) {
            const double own = m_inside->height(squeeze);
            room.y += std::floor((room.height - own) / 2);
            room.height = own;
        }
        const std::size_t first = marks.marks.size();
        m_inside->place(room, squeeze, marks);
        round_corners(box, marks, first);
        const bool has_edge = m_frame.edge != Colour::none && m_frame.border > 0;
        if (has_edge) marks.marks.push_back(Patch{box, corners, {}, m_edge, m_frame.border, false});
    }
    double wanted_width() const override { return m_inside->wanted_width() + 2 * m_frame.pad_x; }
    bool stretches() const override { return true; }
    double grow() const override { return m_inside->grow(); }

private:
    /// A fill that lies flush in a corner of the frame takes its roundness.
    void round_corners(const Box& box, Marks& marks, std::size_t first) const {
        const double round = std::max(0.0, m_frame.radius - std::max(m_frame.pad_x, m_frame.pad_y));
        const bool has_edge = m_frame.fill != Colour::none || m_frame.edge != Colour::none;
        if (round <= 0 || !has_edge) return;
        for (std::size_t i = first; i < marks.marks.size(); ++i) {
            auto* shape = std::get_if<Patch>(&marks.marks[i]);
            if (!shape || !shape->fill) continue;
            const bool left = shape->box.x <= box.x + m_frame.pad_x,
                       right = shape->box.right() >= box.right() - m_frame.pad_x;
            const bool top = shape->box.y <= box.y + m_frame.pad_y,
                       bottom = shape->box.bottom() >= box.bottom() - m_frame.pad_y;
            if (left && top) shape->corners.top_left = std::max(shape->corners.top_left, round);
            if (right && top) shape->corners.top_right = std::max(shape->corners.top_right, round);
            if (left && bottom) shape->corners.bottom_left = std::max(shape->corners.bottom_left, round);
            if (right && bottom) shape->corners.bottom_right = std::max(shape->corners.bottom_right, round);
        }
    }

    Frame m_frame;
    PiecePtr m_inside;
    Ink m_fill, m_edge;
};

}  // namespace

PiecePtr cut(const Frame& frame, double width, const Setting& setting) {
    return std::make_unique<FramePiece>(frame, cut(frame.blocks, frame.gap, width - 2 * frame.pad_x, setting), setting);
}

}  // namespace kiosk::page
