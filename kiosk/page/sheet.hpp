// SPDX-License-Identifier: Apache-2.0
// What is where: a page laid out. lay_out alone shapes text; paint, describe and the finger only read this.
#pragma once

#include "base/geometry.hpp"
#include "base/pixels.hpp"
#include "base/theme.hpp"
#include "page/page.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace kiosk::page {

/// The fonts of the product and nothing else (a private fontconfig setup): the same text is the same size on every machine.
class Fonts {
public:
    Fonts();   ///< throws std::runtime_error naming the missing Debian package
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    struct Hold;
    const Hold& hold() const { return *m_hold; }

private:
    std::unique_ptr<Hold> m_hold;
};

/// Drawings by name, parsed once (SVG text in, librsvg inside).
class Pictures {
public:
    explicit Pictures(std::map<std::string, std::string> svg_by_name);
    ~Pictures();
    Pictures(const Pictures&) = delete;
    Pictures& operator=(const Pictures&) = delete;

    struct Hold;
    const Hold& hold() const { return *m_hold; }

private:
    std::unique_ptr<Hold> m_hold;
};

/// Everything lay_out and paint need besides the page itself.
struct Style {
    const Theme& theme;
    const Fonts& fonts;
    const Pictures& pictures;
};

/// A key as placed: its touch area (face and lip), in px of the surface.
struct Target {
    KeyId key = -1;
    Box touch;
    std::string label;          ///< as on the glass
    std::string spoken;         ///< Key::spoken, where one is not enough (several "Read")
    bool operator==(const Target&) const = default;
};

/// Something that did not go well: text cut, blocks over each other, a key too small, a character with no glyph.
struct Misfit {
    std::string what;           ///< in words, with the text concerned
    std::string text;           ///< the text alone, as it is shown; empty = the page as a whole
    enum class Of { room, letters, drawing, colours } of = Of::room;
    bool operator==(const Misfit&) const = default;
};

struct Marks;                   ///< shaped texts, pictures, shapes in paint order; opaque

struct Sheet {
    Size size;                  ///< px, pt
    std::shared_ptr<const Marks> marks;
    std::vector<Target> targets;///< a panel's scrim hides those under it
    int page = 0, pages = 1;    ///< of the Paged
    std::vector<Misfit> misfits;
};

/// A screen on a surface of any size: portrait when higher than wide. Other sizes than the design's are scaled as a
/// whole, so that nothing is cut. A page that does not fit gives way: in landscape the sheet begins elsewhere, then in
/// larger letters its titles grow less. What does not fit in larger letters even so is laid out in the next smaller step
/// that does, and says so in its misfits. In larger letters, a sheet without misfits has none on its other pages either.
Sheet lay_out(const Page&, Size, const Style&);
/// Paper: as many sheets as it takes.
std::vector<Sheet> lay_out(const Document&, const Style&);
/// How high the flow of its first sheet may be.
double flow_height(const Document&, const Style&);
/// The same, where other sheets come before and after it in one count.
struct CountedWith {
    int before = 0, after = 0;
};
std::vector<Sheet> lay_out(const Document&, const Style&, CountedWith);

/// A drawing of `Style::pictures` alone, in its own colours, filling a surface of this size.
Sheet drawing_sheet(const std::string& name, Size);

/// The same sheet so many times as large.
Sheet enlarged(const Sheet&, double times);

/// Paints into memory. Reuses the buffer.
void paint(const Sheet&, const Style&, Pixels&);
/// Lays out and paints documents as one PDF, one after the other, each with its own page count: vector, fonts embedded,
/// tagged, /Lang and title of the first set. `created` is ISO 8601; the same input and date give the same bytes.
/// With Numbering::through, the pages are counted from the first document to the last.
enum class Numbering { each, through };
std::string paint_pdf(const std::vector<Document>&, const Style&, const std::string& created,
                      Numbering = Numbering::each);
/// Grey pixels of one paper sheet at a resolution, for printers without PDF: 8 bit, rows top first.
struct Raster { int width = 0, height = 0; std::string grey; };
Raster paint_raster(const Sheet&, const Style&, int dpi);
/// PNG bytes, for render and tests.
std::string png(const Pixels&);

/// The sheet as text, in reading order, one thing a line, for tests:
///   = heading   == heading   === heading   text   - list item   1.
///   [Key]   [x] Ticked key   (disabled) [Key]   (picture: what it shows)   {progress 3 of 9}
///   > [Key]   in the keypad's ring (page/stops)
///   -- sheet   -- panel   -- dock        where the parts of a screen begin
/// What lies under a panel is left out. `places` adds "  @ x,y WxH" in px of the design (pt on paper): of a key, face and
/// lip.
std::string describe(const Sheet&, bool places = false);

}  // namespace kiosk::page
