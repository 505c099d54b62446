// SPDX-License-Identifier: Apache-2.0
// A sheet as a picture on another.
#include "page/piece.hpp"

#include <algorithm>
#include <memory>

namespace kiosk::page {
namespace {

constexpr double frame = 0.75;  // pt

class InsetPiece : public Piece {
public:
    InsetPiece(const Inset& inset, double width, const Setting& setting)
        : m_inset(inset), m_edge(setting.ink(Colour::ink)) {
        const Size size = inset.sheet->size;
        m_scale = std::min({inset.within.height / size.height, inset.within.width / size.width, width / size.width});
        m_size = {size.width * m_scale, size.height * m_scale};
    }
    double height(Squeeze) const override { return m_size.height; }
    double wanted_width() const override { return m_size.width; }

    void place(const Box& box, Squeeze, Marks& marks) const override {
        const Box all{box.x, box.y, m_size.width, m_size.height};
        const auto figure = [&](bool begins) {
            if (!m_inset.alt.empty())
                marks.marks.push_back(Structure{Structure::What::figure, begins, Tag::paragraph, m_inset.alt});
        };
        figure(true);
        marks.marks.push_back(Inner{m_inset.sheet->marks, all, m_scale, m_inset.style});
        if (m_inset.framed) marks.marks.push_back(Patch{all, {}, {}, m_edge, frame, false});
        figure(false);
        Item item;
        item.kind = ItemKind::picture;
        item.text = m_inset.alt;
        item.box = all;
        if (!m_inset.alt.empty()) marks.items.push_back(item);
    }

private:
    Inset m_inset;
    Ink m_edge;
    double m_scale = 1;
    Size m_size;
};

}  // namespace

PiecePtr cut(const Inset& inset, double width, const Setting& setting) {
    return std::make_unique<InsetPiece>(inset, width, setting);
}

Sheet enlarged(const Sheet& sheet, double times) {
    Marks marks = *sheet.marks;
    marks.scale *= times;
    marks.offset = {marks.offset.x * times, marks.offset.y * times};
    Sheet larger = sheet;
    larger.size = {sheet.size.width * times, sheet.size.height * times};
    larger.marks = std::make_shared<const Marks>(std::move(marks));
    return larger;
}

Sheet drawing_sheet(const std::string& name, Size size) {
    Marks marks;
    marks.marks.push_back(Art{name, {0, 0, size.width, size.height}, {}, false});
    return {size, std::make_shared<const Marks>(std::move(marks)), {}, 0, 1, {}};
}

}  // namespace kiosk::page
