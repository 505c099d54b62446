// SPDX-License-Identifier: Apache-2.0
// Blocks that hold other blocks.
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

class FramePiece : public Piece {
public:
    FramePiece(const Frame& frame, PiecePtr inside, const Setting& setting)
        : m_frame(frame),
          m_inside(std::move(inside)),
          m_fill(setting.ink(frame.fill)),
          m_edge(setting.ink(frame.edge)) {}

    double height(Squeeze squeeze) const override {
        return std::max(m_frame.least_height, m_inside->height(squeeze) + 2 * m_frame.pad_y);
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

/// Blocks that come and go with the page and the surface's shape.
bool is_drawn(const Block& block, const Setting& setting) {
    if (std::holds_alternative<IfPaged>(block.is)) return setting.pages > 1;
    if (std::holds_alternative<Standing>(block.is)) return false;
    if (const auto* only = std::get_if<OnlyIn>(&block.is)) return is_shown(*only, setting);
    const auto* last = std::get_if<IfLastPage>(&block.is);
    return !last || !(setting.page + 1 >= setting.pages ? last->blocks : last->otherwise).empty();
}

/// px for each block: given, or as much as it wants, or its share of what is left.
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
    for (double& one : asked) {
        if (one < 0) one = std::max(0.0, setting.glass() ? std::floor(left * -one / shares) : left * -one / shares);
    }
    return asked;
}

}  // namespace

PiecePtr cut(const Space& space, double, const Setting& setting) {
    Space given = space;
    if (space.landscape && setting.way == Way::landscape) given.height = *space.landscape;
    if (setting.medium == Medium::paper) given.least = given.height;
    return std::make_unique<SpacePiece>(given);
}

PiecePtr cut(const Blocks& blocks, double gap, double width, const Setting& setting) {
    std::vector<PiecePtr> pieces;
    for (const Block& block : blocks) {
        if (auto piece = cut(block, width, setting)) pieces.push_back(std::move(piece));
    }
    return std::make_unique<ColumnPiece>(std::move(pieces), gap, setting.medium);
}

PiecePtr cut(const Column& column, double width, const Setting& setting) {
    return cut(column.blocks, column.gap, width, setting);
}

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
    return std::make_unique<ColumnPiece>(std::move(rows), grid.row_gap, setting.medium);
}

PiecePtr cut(const Frame& frame, double width, const Setting& setting) {
    return std::make_unique<FramePiece>(frame, cut(frame.blocks, frame.gap, width - 2 * frame.pad_x, setting), setting);
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

PiecePtr cut(const Block& block, double width, const Setting& setting) {
    return std::visit([&](const auto& is) { return cut(is, width, setting); }, block.is);
}

Squeeze fitted(const Piece& piece, double height) {
    const auto search = [&](auto squeeze_at) {
        double low = 0, high = 1;
        for (int i = 0; i < 16; ++i) {
            const double middle = (low + high) / 2;
            (piece.height(squeeze_at(middle)) <= height ? high : low) = middle;
        }
        return squeeze_at(high);
    };
    if (piece.height({}) <= height) return {};
    if (piece.height({1, 0}) <= height) return search([](double share) { return Squeeze{share, 0}; });
    return search([](double share) { return Squeeze{1, share}; });
}

}  // namespace kiosk::page
