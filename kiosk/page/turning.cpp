// SPDX-License-Identifier: Apache-2.0
// Blocks that come and go: with the page that is shown, with the shape of the surface.
#include "page/piece.hpp"

#include <algorithm>

namespace kiosk::page {
namespace {

/// One page of a Paged: takes its height whatever is in it, and tightens what is in it where that is too much.
class PagePiece : public Piece {
public:
    PagePiece(PiecePtr inside, double height) : m_inside(std::move(inside)), m_height(height) {}
    double height(Squeeze squeeze) const override {
        if (m_height <= 0) return m_inside->height(squeeze);
        return std::max(m_height, m_inside->height(fitted(*m_inside, m_height)));
    }
    void place(const Box& box, Squeeze squeeze, Marks& marks) const override {
        m_inside->place(box, m_height > 0 ? fitted(*m_inside, m_height) : squeeze, marks);
    }
    double wanted_width() const override { return m_inside->wanted_width(); }

private:
    PiecePtr m_inside;
    double m_height;
};

bool is_shown(const OnlyIn& block, const Setting& setting) {
    return (block.shape == Shape::landscape) == (setting.way == Way::landscape);
}

}  // namespace

bool is_drawn(const Block& block, const Setting& setting) {
    if (std::holds_alternative<IfPaged>(block.is)) return setting.pages > 1;
    if (std::holds_alternative<Standing>(block.is)) return false;
    if (const auto* only = std::get_if<OnlyIn>(&block.is)) return is_shown(*only, setting);
    const auto* last = std::get_if<IfLastPage>(&block.is);
    return !last || !(setting.page + 1 >= setting.pages ? last->blocks : last->otherwise).empty();
}

PiecePtr cut(const Paged& paged, double width, const Setting& setting) {
    const Blocks& blocks = setting.paged ? *setting.paged : paged.blocks;
    return std::make_unique<PagePiece>(cut(blocks, setting.paged ? 0 : paged.gap, width, setting),
                                       setting.paged_height);
}

PiecePtr cut(const IfPaged& block, double width, const Setting& setting) {
    return setting.pages > 1 ? cut(block.blocks, 0, width, setting) : nullptr;
}

PiecePtr cut(const IfLastPage& block, double width, const Setting& setting) {
    const Blocks& blocks = setting.page + 1 >= setting.pages ? block.blocks : block.otherwise;
    return blocks.empty() ? nullptr : cut(blocks, 0, width, setting);
}

PiecePtr cut(const OnlyIn& block, double width, const Setting& setting) {
    return is_shown(block, setting) ? cut(block.blocks, 0, width, setting) : nullptr;
}

PiecePtr cut(const Standing&, double, const Setting&) {
    return nullptr;
}

}  // namespace kiosk::page
