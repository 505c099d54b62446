// SPDX-License-Identifier: Apache-2.0
// A page laid out: what to paint, in paint order, and what a reader, a finger and a checker find, in reading order.
// All in the design's own px (glass) or pt (paper); `scale` and `offset` bring it to the surface.
#pragma once

#include "page/drawings.hpp"
#include "page/text.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kiosk::page {

struct Ink {
    std::uint32_t rgb = 0;
    double alpha = 1;
};

struct Corners {
    double top_left = 0, top_right = 0, bottom_right = 0, bottom_left = 0;
    static Corners all(double radius) { return {radius, radius, radius, radius}; }
};

/// A box with round corners: filled, and with an edge drawn inside it.
struct Patch {
    Box box;
    Corners corners;
    std::optional<Ink> fill, edge;
    double border = 0;
    bool dashed = false;
};

struct Letters {
    std::shared_ptr<const Shaped> text;
    std::size_t line = 0;
    double x = 0, top = 0;
    Ink ink;

    Box box() const { return {x, top, text->lines[line].width, text->type.line}; }
};

struct Art {
    std::string name;
    Box box;
    Tint tint;
    bool mirrored = false;
};

/// Part of a circle with round ends, from the top; clockwise, or against it when mirrored.
struct Arc {
    Point centre;
    double radius = 0, thickness = 0, share = 1;
    bool backward = false;
    Ink ink;
};

/// Many squares of one colour: a QR code.
struct Squares {
    std::vector<Box> boxes;
    Ink ink;
};

/// A place where the text's structure begins or ends (tagged PDF).
struct Structure {
    enum class What { words, label, figure } what = What::words;
    bool begins = true;
    Tag tag = Tag::paragraph;
    std::string alt;
};

/// Another sheet, painted into the box.
struct Inner {
    std::shared_ptr<const struct Marks> marks;
    Box box;
    double scale = 1;
    const Style* style = nullptr;
};

using Mark = std::variant<Patch, Letters, Art, Arc, Squares, Structure, Inner>;

enum class ItemKind { words, key, picture, value, divider };

/// One thing as a reader meets it.
struct Item {
    ItemKind kind = ItemKind::words;
    std::string text;
    Box box;
    Tag tag = Tag::paragraph;
    KeyId key = -1;
    bool ticked = false, disabled = false;
    bool covered = false;  ///< under a panel
    bool rim = false;      ///< may overlap others: the picture behind the text
    std::string spoken;    ///< Key::spoken
    std::string hint;      ///< Key::hint
    std::vector<std::string> hint_languages;
    std::string language;  ///< where it is not the page's
    bool tickable = false, selected = false;
    double radius = 0;       ///< of its corners
    Box letters;             ///< of words: as wide as they are; box: as their place is
    bool is_access = false;  ///< of the dock
    bool in_header = false;  ///< clinic, section: the same on many screens
    bool focused = false;    ///< in the keypad's ring
};

struct Marks {
    std::vector<Mark> marks;
    std::vector<Item> items;
    std::vector<Misfit> misfits;
    double scale = 1;
    Point offset;
    Ink ground{0xFFFFFF, 1};
    Ink reading, reading_edge;  ///< behind what is read aloud, around what has no room for it
    Ink ring_gap, ring;         ///< of the keypad's focus

    void misfit(std::string what, std::string text = {}, Misfit::Of of = Misfit::Of::room) {
        misfits.push_back({std::move(what), std::move(text), of});
    }
    /// `wrong: "text"`
    void misfit_of(const std::string& wrong, const std::string& text, Misfit::Of of = Misfit::Of::room) {
        misfit(wrong + ": \"" + text + '"', text, of);
    }
};

/// Swaps left and right of everything from the given counts on, about the middle of `within`.
void mirror(Marks&, const Box& within, std::size_t first_mark, std::size_t first_item);
/// Adds `more` behind what is there.
void append(Marks&, const Marks& more);

}  // namespace kiosk::page
