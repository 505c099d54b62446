// SPDX-License-Identifier: Apache-2.0
// A block cut to a width: it knows how high it must be, and can be placed. The layout is built of these and thrown
// away; everything is placed left to right, and a right-to-left page is mirrored afterwards.
#pragma once

#include "page/marks.hpp"
#include "page/setting.hpp"

#include <memory>
#include <vector>

namespace kiosk::page {

/// How far a tight page has been squeezed: first the spaces (0..1), then the keys (0..1).
struct Squeeze {
    double spaces = 0, keys = 0, frames = 0;
};

enum class Edge { plain, key };

class Piece {
public:
    virtual ~Piece() = default;
    virtual double height(Squeeze) const = 0;
    /// box.height is at least height(squeeze).
    virtual void place(const Box&, Squeeze, Marks&) const = 0;
    /// The width it would like, no more than it was cut for.
    virtual double wanted_width() const = 0;
    /// The width it cannot do without, where it was cut for less.
    virtual double least_width() const { return 0; }
    virtual double grow() const { return 0; }
    /// Fills a box higher than its own height.
    virtual bool stretches() const { return false; }
    /// What touches the block above and below.
    virtual Edge edge() const { return Edge::plain; }
    /// A gap that may go, at the ends of a page.
    virtual bool is_space() const { return false; }
};

using PiecePtr = std::unique_ptr<Piece>;

PiecePtr cut(const Block&, double width, const Setting&);
PiecePtr cut(const Blocks&, double gap, double width, const Setting&);

/// Whether a block is there at all on this page and this shape of surface; where not, its piece is null.
bool is_drawn(const Block&, const Setting&);
PiecePtr column_of(std::vector<PiecePtr>, double gap, Medium);

// One for each kind of block.
PiecePtr cut(const Words&, double width, const Setting&);
PiecePtr cut(const Picture&, double width, const Setting&);
PiecePtr cut(const Icon&, double width, const Setting&);
PiecePtr cut(const NumberDisc&, double width, const Setting&);
PiecePtr cut(const Bullet&, double width, const Setting&);
PiecePtr cut(const Key&, double width, const Setting&);
PiecePtr cut(const TurnKey&, double width, const Setting&);
PiecePtr cut(const Space&, double width, const Setting&);
PiecePtr cut(const Rule&, double width, const Setting&);
PiecePtr cut(const Progress&, double width, const Setting&);
PiecePtr cut(const Bar&, double width, const Setting&);
PiecePtr cut(const Certainty&, double width, const Setting&);
PiecePtr cut(const Ring&, double width, const Setting&);
PiecePtr cut(const Spinner&, double width, const Setting&);
PiecePtr cut(const Dots&, double width, const Setting&);
PiecePtr cut(const Qr&, double width, const Setting&);
PiecePtr cut(const PageCount&, double width, const Setting&);
PiecePtr cut(const Column&, double width, const Setting&);
PiecePtr cut(const Row&, double width, const Setting&);
PiecePtr cut(const Grid&, double width, const Setting&);
PiecePtr cut(const Frame&, double width, const Setting&);
PiecePtr cut(const Paged&, double width, const Setting&);
PiecePtr cut(const IfPaged&, double width, const Setting&);
PiecePtr cut(const IfLastPage&, double width, const Setting&);
PiecePtr cut(const OnlyIn&, double width, const Setting&);
PiecePtr cut(const Standing&, double width, const Setting&);
PiecePtr cut(const Inset&, double width, const Setting&);

/// The least squeeze that brings the piece down to a height; all there is where nothing helps.
Squeeze fitted(const Piece&, double height);

/// Lines of a shaped text; start is the left. Notes misfits.
void place_text(const std::shared_ptr<const Shaped>&, const Box&, Align, Ink, Marks&);
/// The same, in a place of the document's structure, and for the reader.
void place_words(const std::shared_ptr<const Shaped>&, const Box&, Align, Ink, Tag, Marks&);

}  // namespace kiosk::page
