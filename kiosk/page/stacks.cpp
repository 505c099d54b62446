// SPDX-License-Identifier: Apache-2.0
// Spaces and columns: what stands one under the other.
#include "page/piece.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk::page {
namespace {

/// Two keys one above the other: 16 clear under a lip of 10.
constexpr double least_between_keys = 26;
constexpr double least_gap = 8;

double mixed(double natural, double least, double share) {
    return share > 0 ? std::round(natural + (least - natural) * share) : natural;
}

class SpacePiece : public Piece {
public:
    explicit SpacePiece(const Space& space) : m_space(space) {
        m_space.least = std::max(space.least, std::min(space.height, least_gap));
    }
    double height(Squeeze squeeze) const override {
        return mixed(m_space.height, std::min(m_space.least, m_space.height), squeeze.spaces);
    }
    void place(const Box&, Squeeze, Marks&) const override {}
    double wanted_width() const override { return 0; }
    double grow() const override { return m_space.grow; }
    bool is_space() const override { return true; }

private:
    Space m_space;
};

/// One under the other.
class ColumnPiece : public Piece {
public:
    ColumnPiece(std::vector<PiecePtr> pieces, double gap, Medium medium)
        : m_pieces(std::move(pieces)), m_gap(gap), m_medium(medium) {}

    double height(Squeeze squeeze) const override {
        double sum = 0;
        for (std::size_t i = 0; i < m_pieces.size(); ++i) sum += gap_before(i, squeeze) + height_of(i, squeeze);
        return sum;
    }
    void place(const Box& box, Squeeze squeeze, Marks& marks) const override {
        const double spare = std::max(0.0, box.height - height(squeeze));
        const double share = grow() > 0 ? spare / grow() : 0;
        double y = box.y;
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            y += gap_before(i, squeeze);
            const double high = height_of(i, squeeze) + std::floor(share * m_pieces[i]->grow());
            m_pieces[i]->place({box.x, y, box.width, high}, squeeze, marks);
            y += high;
        }
    }
    double wanted_width() const override {
        double most = 0;
        for (const auto& piece : m_pieces) most = std::max(most, piece->wanted_width());
        return most;
    }
    double grow() const override {
        double sum = 0;
        for (const auto& piece : m_pieces) sum += piece->grow();
        return sum;
    }
    bool stretches() const override { return grow() > 0 || (m_pieces.size() == 1 && m_pieces[0]->stretches()); }
    Edge edge() const override {
        return !m_pieces.empty() && m_pieces.front()->edge() == Edge::key && m_pieces.back()->edge() == Edge::key
                   ? Edge::key
                   : Edge::plain;
    }

private:
    bool is_key(std::size_t i) const { return i < m_pieces.size() && m_pieces[i]->edge() == Edge::key; }
    double gap_before(std::size_t i, Squeeze squeeze) const {
        if (i == 0 || m_gap == 0) return 0;
        if (m_medium == Medium::paper) return m_gap;
        const double least = is_key(i - 1) && is_key(i) ? least_between_keys : least_gap;
        return mixed(m_gap, std::min(m_gap, least), squeeze.spaces);
    }
    double height_of(std::size_t i, Squeeze squeeze) const {
        const double own = m_pieces[i]->height(squeeze);
        if (!m_pieces[i]->is_space() || i == 0 || !is_key(i - 1) || !is_key(i + 1)) return own;
        return std::max(own, std::min(m_pieces[i]->height({}), least_between_keys));
    }

    std::vector<PiecePtr> m_pieces;
    double m_gap;
    Medium m_medium;
};

}  // namespace

PiecePtr cut(const Space& space, double, const Setting& setting) {
    Space given = space;
    if (space.landscape && setting.way == Way::landscape) given.height = *space.landscape;
    if (setting.medium == Medium::paper) given.least = given.height;
    return std::make_unique<SpacePiece>(given);
}

PiecePtr column_of(std::vector<PiecePtr> pieces, double gap, Medium medium) {
    return std::make_unique<ColumnPiece>(std::move(pieces), gap, medium);
}

PiecePtr cut(const Blocks& blocks, double gap, double width, const Setting& setting) {
    std::vector<PiecePtr> pieces;
    for (const Block& block : blocks) {
        if (auto piece = cut(block, width, setting)) pieces.push_back(std::move(piece));
    }
    return column_of(std::move(pieces), gap, setting.medium);
}

PiecePtr cut(const Column& column, double width, const Setting& setting) {
    return cut(column.blocks, column.gap, width, setting);
}

}  // namespace kiosk::page
