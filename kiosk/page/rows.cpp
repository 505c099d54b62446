// SPDX-License-Identifier: Apache-2.0
// Rows and grids: what stands side by side.
#include "page/piece.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk::page {
namespace {

/// Side by side.
class RowPiece : public Piece {
public:
    RowPiece(std::vector<PiecePtr> pieces, std::vector<double> widths, double gap, Align across)
        : m_pieces(std::move(pieces)), m_widths(std::move(widths)), m_gap(gap), m_across(across) {}

    double height(Squeeze squeeze) const override {
        double most = 0;
        for (const auto& piece : m_pieces) most = std::max(most, piece->height(squeeze));
        return most;
    }
    void place(const Box& box, Squeeze squeeze, Marks& marks) const override {
        const double high = std::max(box.height, height(squeeze));
        double x = box.x;
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            const double own = m_pieces[i]->stretches() ? high : m_pieces[i]->height(squeeze);
            m_pieces[i]->place({x, box.y + down(high - own), m_widths[i], own}, squeeze, marks);
            x += m_widths[i] + m_gap;
        }
    }
    double wanted_width() const override {
        double sum = m_pieces.empty() ? 0 : m_gap * static_cast<double>(m_pieces.size() - 1);
        for (const auto& piece : m_pieces) sum += piece->wanted_width();
        return sum;
    }
    bool stretches() const override {
        return std::any_of(m_pieces.begin(), m_pieces.end(), [](const PiecePtr& piece) { return piece->stretches(); });
    }
    Edge edge() const override {
        const auto is_key = [](const PiecePtr& piece) { return piece->edge() == Edge::key; };
        return std::any_of(m_pieces.begin(), m_pieces.end(), is_key) ? Edge::key : Edge::plain;
    }

private:
    double down(double spare) const {
        if (m_across == Align::start) return 0;
        return m_across == Align::centre ? std::floor(spare / 2) : spare;
    }

    std::vector<PiecePtr> m_pieces;
    std::vector<double> m_widths;
    double m_gap;
    Align m_across;
};

/// px for each block: given, or as much as it wants, or its share of what is left; more where a word of a key is
/// longer.
std::vector<double> widths_of(const Row& row, double width, const Setting& setting) {
    const std::size_t count = row.blocks.size();
    std::vector<double> asked = row.widths;
    asked.resize(count, -1);
    double left = width - row.gap * static_cast<double>(count > 0 ? count - 1 : 0), shares = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (asked[i] == 0)
            asked[i] =
                std::clamp(std::ceil(cut(row.blocks[i], width, setting)->wanted_width()), 0.0, std::max(left, 0.0));
        if (asked[i] > 0) left -= asked[i];
        if (asked[i] < 0) shares -= asked[i];
    }
    const auto is_key = [](const Block& block) { return std::holds_alternative<Key>(block.is); };
    const bool may_share = std::all_of(row.blocks.begin(), row.blocks.end(), is_key);
    // Once more after one that took: it leaves less to those before it, too.
    std::size_t turns = setting.glass() ? count : 0;
    for (std::size_t turn = 0; turn < turns; ++turn) {
        const auto i = turn % count;
        if (!is_key(row.blocks[i]) || (asked[i] < 0 && !may_share)) continue;
        const double given = std::max(asked[i] < 0 ? std::floor(left * -asked[i] / shares) : asked[i], 0.0);
        if (given <= 0 || left <= 0) continue;
        const double least = cut(row.blocks[i], given, setting)->least_width();
        const double had = std::max(asked[i], 0.0);
        if (least <= given || least > had + left) continue;
        shares += std::min(asked[i], 0.0);
        left -= least - had;
        asked[i] = least;
        turns = turn + count;
    }
    for (double& one : asked) {
        if (one < 0) one = std::max(0.0, setting.glass() ? std::floor(left * -one / shares) : left * -one / shares);
    }
    return asked;
}

}  // namespace

PiecePtr cut(const Row& row, double width, const Setting& setting) {
    Row drawn = row;
    drawn.blocks.clear();
    drawn.widths.clear();
    for (std::size_t i = 0; i < row.blocks.size(); ++i) {
        if (!is_drawn(row.blocks[i], setting)) continue;
        drawn.blocks.push_back(row.blocks[i]);
        drawn.widths.push_back(i < row.widths.size() ? row.widths[i] : -1);
    }
    const std::vector<double> widths = widths_of(drawn, width, setting);
    std::vector<PiecePtr> pieces;
    for (std::size_t i = 0; i < drawn.blocks.size(); ++i) pieces.push_back(cut(drawn.blocks[i], widths[i], setting));
    return std::make_unique<RowPiece>(std::move(pieces), widths, row.gap, row.across);
}

PiecePtr cut(const Grid& grid, double width, const Setting& setting) {
    const int asked = setting.way == Way::landscape ? grid.landscape_columns : grid.columns;
    const auto columns = static_cast<std::size_t>(std::max(1, asked));
    const double cell =
        std::floor((width - grid.gap * static_cast<double>(columns - 1)) / static_cast<double>(columns));
    std::vector<PiecePtr> rows;
    for (std::size_t first = 0; first < grid.blocks.size(); first += columns) {
        std::vector<PiecePtr> cells;
        for (std::size_t i = first; i < std::min(first + columns, grid.blocks.size()); ++i) {
            cells.push_back(cut(grid.blocks[i], cell, setting));
        }
        const std::vector<double> widths(cells.size(), cell);
        rows.push_back(std::make_unique<RowPiece>(std::move(cells), widths, grid.gap, Align::start));
    }
    return column_of(std::move(rows), grid.row_gap, setting.medium);
}

}  // namespace kiosk::page
