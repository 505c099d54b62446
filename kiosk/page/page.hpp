// SPDX-License-Identifier: Apache-2.0
// What is on a screen or a sheet of paper, without coordinates: blocks that lay_out places. Views build it, for glass
// and paper alike. Lengths are px of the 1080x1920 (1920x1080) panel on glass, pt on paper; gaps and sizes, never
// places.
#pragma once

#include "base/geometry.hpp"
#include "base/theme.hpp"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kiosk::page {

/// An index into the list of meanings that comes with a Page; the page room does not know what a key means.
using KeyId = int;

struct Run {
    std::string text;
    bool bold = false;
    Colour colour = Colour::none;  ///< none = the Words's own
    bool operator==(const Run&) const = default;
};

enum class Align { start, centre, end };
/// What a text is, for tagged PDF, for speech and for describe().
enum class Tag { paragraph, heading1, heading2, heading3, list_item, label, artifact };

/// A text of one role. Shaped once, wraps; never shrinks.
struct Words {
    std::vector<Run> runs;
    Role role = Role::body;
    Colour colour = Colour::ink;
    Align align = Align::start;
    Tag tag = Tag::paragraph;
    std::optional<bool> bold;  ///< else as the role says
    std::string language;      ///< BCP 47, where it is not the page's
    bool operator==(const Words&) const = default;
};

/// A drawing of the content, 4:3, scaled to fit `width`; colours swapped for high contrast and paper.
struct Picture {
    std::string name, alt;
    double width = 0;     ///< 0 = all there is
    double height = 0;    ///< 0 = by 4:3
    bool framed = false;  ///< paper: rounded frame
    Colour behind = Colour::none;
    bool operator==(const Picture&) const = default;
};

/// An icon (name without "icons/"), alone or centred in a disc.
struct Icon {
    std::string name;
    double size = 44;
    Colour colour = Colour::ink;
    double disc = 0;  ///< diameter; 0 = no disc
    Colour disc_colour = Colour::mist;
    bool operator==(const Icon&) const = default;
};

/// A number or bullet in a filled disc: steps of an exercise.
struct NumberDisc {
    int number = 1;
    double diameter = 56;
    bool operator==(const NumberDisc&) const = default;
};
struct Bullet {
    double diameter = 10;
    bool operator==(const Bullet&) const = default;
};

enum class KeyKind {
    answer,
    primary,
    secondary,
    language,
    topic_card,
    choose,
    check_row,
    choice,
    help,
    danger,
    access,
    listen
};
enum class KeyState { normal, pressed, selected, disabled };

/// Joins the parts of a hint.
inline constexpr const char* hint_joint = " · ";
/// Of an empty hint none.
std::vector<std::string> parts_of_hint(const std::string& hint);

/// Looks by kind and state from the design guide, section 5. Grows when its label wraps.
struct Key {
    KeyKind kind = KeyKind::secondary;
    KeyId id = -1;  ///< -1: cannot be pressed (disabled)
    std::string label;
    std::string hint;                         ///< language: "Touch to start"; help: the other languages' words
    std::vector<std::string> hint_languages;  ///< BCP 47, one of each of parts_of_hint; none: the key's own
    std::string icon;                         ///< empty = none
    bool icon_after = false;                  ///< arrows of Next, Continue
    KeyState state = KeyState::normal;
    bool ticked = false;          ///< choose, check_row, choice: the tick box
    double height = 0;            ///< least height; 0 = the kind's own
    double landscape_height = 0;  ///< the same in landscape; 0 = height
    double label_size = 0;        ///< 0 = the kind's own role
    bool inverted = false;        ///< the "White on black" choice
    std::string language;         ///< of the label, where it is not the page's
    bool right_to_left = false;   ///< language keys keep their own direction
    std::string picture;          ///< topic_card: its drawing
    std::string spoken;           ///< what it is called aloud where the label is not enough ("Read: Warm packs")
    bool operator==(const Key&) const = default;
};

struct Space {
    double height = 0;                ///< px, pt
    double grow = 0;                  ///< share of what is left over; 0 = none
    double least = 0;                 ///< a tight page may shrink height down to this
    std::optional<double> landscape;  ///< height in landscape, where it differs
    bool operator==(const Space&) const = default;
};

struct Rule {
    double thickness = 2;
    Colour colour = Colour::ink;
    bool operator==(const Rule&) const = default;
};
struct Progress {
    int done = 0, total = 1;
    bool operator==(const Progress&) const = default;
};  // question segments
struct Bar {
    double fraction = 0;
    bool operator==(const Bar&) const = default;
};  // printing
struct Certainty {
    int filled = 1;
    bool operator==(const Certainty&) const = default;
};  // three bars
struct Ring {
    int seconds = 0, of = 30;
    double radius = 122;
    bool operator==(const Ring&) const = default;
};
struct Spinner {
    double phase = 0;
    double diameter = 144;
    bool operator==(const Spinner&) const = default;
};  // phase 0..1
struct Dots {
    int page = 0, pages = 0;
    bool operator==(const Dots&) const = default;
};  // pages 0: the Paged beside it
struct Qr {
    std::string text;
    double width = 105;
    std::string alt;
    bool operator==(const Qr&) const = default;
};  // 4 modules clear; alt empty: the text
/// "1 of 4" of the Paged on this page; {page} and {pages} are replaced.
struct PageCount {
    std::string words;
    Role role = Role::source;
    Align align = Align::centre;
    bool dots = false;
    bool operator==(const PageCount&) const = default;
};

struct Sheet;
struct Style;
/// Another sheet as a picture, scaled as a whole: a screen, a sheet of paper or a chart in a book. Paper only.
struct Inset {
    std::shared_ptr<const Sheet> sheet;
    Size within;  ///< as large as fits
    std::string alt;
    bool framed = true;            ///< a thin line around it
    const Style* style = nullptr;  ///< whose drawings it was laid out with; nullptr = those of the page it is on
    bool operator==(const Inset&) const = default;
};

struct Block;
using Blocks = std::vector<Block>;

struct Column {
    Blocks blocks;
    double gap = 0;
    bool operator==(const Column&) const;
};
/// Side by side, start to end, mirrored in right-to-left pages. widths: >0 px, 0 = natural, <0 share of the rest.
struct Row {
    Blocks blocks;
    std::vector<double> widths;
    double gap = 24;
    Align across = Align::start;
    bool operator==(const Row&) const;
};
/// Cards in columns; portrait and landscape may differ.
struct Grid {
    Blocks blocks;
    int columns = 2, landscape_columns = 3;
    double gap = 24, row_gap = 16;
    bool operator==(const Grid&) const;
};
/// A filled, framed or plain box around one column: cards, flag rows, stop boxes, status card, bands.
struct Frame {
    Blocks blocks;
    double gap = 0;
    double pad_x = 0, pad_y = 0;
    Colour fill = Colour::none, edge = Colour::none;
    double border = 0, radius = 0, least_height = 0;
    bool centred = false;  ///< vertically, in least_height
    bool operator==(const Frame&) const;
};
/// As many of the blocks as fit what is left of the zone, from where page `page` begins; a block never splits.
/// Key ids of "previous" and "next" are shown disabled at the ends; with one page alone the row is not drawn.
struct Paged {
    Blocks blocks;
    double gap = 0;
    int page = 0;  ///< beyond the last = the last
    bool operator==(const Paged&) const;
};
/// Drawn only where the page's Paged has more than one page (page rows).
struct IfPaged {
    Blocks blocks;
    bool operator==(const IfPaged&) const;
};
/// Drawn only on the last page of the Paged (Continue, "None of these").
struct IfLastPage {
    Blocks blocks;
    Blocks otherwise;
    bool operator==(const IfLastPage&) const;
};

enum class Shape { portrait, landscape };
/// Drawn on a surface of this shape alone.
struct OnlyIn {
    Shape shape = Shape::portrait;
    Blocks blocks;
    bool operator==(const OnlyIn&) const;
};

/// A key that turns the Paged: disabled at the end it points to. to: -1 previous, +1 next.
struct TurnKey {
    Key key;
    int to = 1;
    bool operator==(const TurnKey&) const = default;
};

/// The picture that stands on the sheet's top edge in a circle; dropped where text needs the room.
struct ReadPicture {
    std::string name, alt;
    Size size{464, 348}, landscape_size{424, 318};
    double from_end = 50, landscape_from_end = 8;  ///< from the zone's end edge to the picture's; negative runs off
    double circle = 232;                           ///< radius in portrait, in landscape in proportion; 0 = none
    bool centred = false;                          ///< 09, 10: in the middle of the zone
    bool operator==(const ReadPicture&) const = default;
};
/// In a Paged, no height of its own: the page that begins with it has this picture and, in portrait, its sheet begins
/// at sheet_top. Pages that begin otherwise have the Page's own; in landscape what goes on from such a page keeps its
/// picture. Where that spares a page, the picture is drawn smaller and the sheet begins as high as least_top.
struct Standing {
    ReadPicture picture;
    double sheet_top = 744, least_top = sheet_top;
    bool operator==(const Standing&) const = default;
};

/// In a Paged or a Document: whether a block starts a page. unless_it_fits: it goes on, where all that comes before the
/// next such block has room on the same page.
enum class NewPage { no, unless_it_fits, yes };

/// One of these. Its copies and moves are compiled once, in page.cpp, and not in each of the hundred files that build
/// pages.
struct AnyBlock : std::variant<Space, Words, Picture, Icon, NumberDisc, Bullet, Key, TurnKey, Rule, Progress, Bar,
                               Certainty, Ring, Spinner, Dots, Qr, PageCount, Column, Row, Grid, Frame, Paged, IfPaged,
                               IfLastPage, OnlyIn, Standing, Inset> {
    using variant::variant;
    AnyBlock();
    AnyBlock(const AnyBlock&);
    AnyBlock(AnyBlock&&) noexcept;
    AnyBlock& operator=(const AnyBlock&);
    AnyBlock& operator=(AnyBlock&&) noexcept;
    ~AnyBlock();
};
bool operator==(const AnyBlock&, const AnyBlock&);

struct Block {
    AnyBlock is;
    NewPage new_page = NewPage::no;
    bool operator==(const Block&) const = default;
};

inline bool Column::operator==(const Column&) const = default;
inline bool Row::operator==(const Row&) const = default;
inline bool Grid::operator==(const Grid&) const = default;
inline bool Frame::operator==(const Frame&) const = default;
inline bool Paged::operator==(const Paged&) const = default;
inline bool IfPaged::operator==(const IfPaged&) const = default;
inline bool IfLastPage::operator==(const IfLastPage&) const = default;
inline bool OnlyIn::operator==(const OnlyIn&) const = default;

/// staff: a dark bar above, and no dock: nobody is a patient there.
enum class Tone { calm, amber, red, staff };

/// A panel over a scrim (04b, 11, 12a-c), above the dock; the dock stays live. In landscape over the sheet, or over the
/// whole width where it needs that.
struct OverPanel {
    Blocks blocks;
    double top = 0;  ///< least y of its top edge in portrait; 0 = as high as its content, bottom-aligned
    bool operator==(const OverPanel&) const = default;
};

/// One screen. The header and the dock are the same on all of them.
struct Page {
    std::string language = "en";
    bool right_to_left = false;
    std::string title;  ///< for describe(), speech, PDF
    Tone tone = Tone::calm;
    Palette palette = Palette::normal;
    double text_scale = 1;   ///< 1, large, largest: multiplies every role but access labels
    double title_scale = 0;  ///< the same of titles; 0 = as text_scale. lay_out lowers it where a page needs the room
    bool lowered = false;    ///< everything to press in the lower part (12h); portrait only

    std::string clinic, section;      ///< header: name, what this part is called
    std::string draft;                ///< below the section: that the words are a draft; empty = they are not
    Blocks read;                      ///< under the header
    double hint_width = 0;            ///< texts after the title in `read` keep this width beside the picture; 0 = all
    double landscape_hint_width = 0;  ///< the same in landscape; both hold only while the picture is drawn
    std::optional<ReadPicture> picture;
    Blocks sheet;
    double sheet_top = 744;       ///< portrait; the read zone grows past it only when its text needs it
    double landscape_read = 816;  ///< width of the read zone in landscape
    double sheet_pad = 48, landscape_sheet_pad = 64;  ///< from the sheet's top edge to its first block; less when tight
    double landscape_pad = 64;                        ///< from the read zone's end to the sheet's blocks in landscape
    Blocks over_sheet;              ///< 05: the status card, half over the red zone's edge; then sheet follows
    Blocks help;                    ///< dock: the help key, or the red page's line of text
    std::vector<Key> access;        ///< dock: up to five, in their fixed places; kind listen = the middle one
    std::vector<int> access_place;  ///< for each, its place 0..4
    bool all_access = false;        ///< all five places in landscape, too, which has no Lower screen
    std::optional<OverPanel> panel;
    bool operator==(const Page&) const = default;
};

/// Paper: a header and footer on every page, and a flow of blocks that never split.
struct Document {
    std::string language = "en";
    bool right_to_left = false;
    std::string title;
    Size paper{612, 792};       ///< pt
    bool large_print = false;   ///< body 18 pt
    Blocks header;              ///< first page
    bool repeat_header = true;  ///< and again on every other page, as decoration
    Blocks flow;
    bool bookmarked = false;  ///< its headings 1 and 2 are bookmarks of the PDF
    Blocks footer;            ///< PageCount blocks get their numbers
    bool operator==(const Document&) const = default;
};

// Short ways to write blocks.
Block words(std::string text, Role, Colour = Colour::ink);
Block space(double height);
Block grow(double share = 1);

}  // namespace kiosk::page
