// SPDX-License-Identifier: Apache-2.0
#include "page/read_zone.hpp"

#include "page/piece.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk::page {
namespace {

constexpr double under_text = 28;  ///< from the lowest text to the sheet
constexpr double beside_picture = 24;
constexpr double most_moved = 240, step_moved = 24;
constexpr double smaller[] = {1, 0.85, 0.7};  ///< shares of its size that a picture is tried in before there is none

Role first_role(const Page& page) {
    const auto* words = page.read.empty() ? nullptr : std::get_if<Words>(&page.read.front().is);
    return words ? words->role : Role::body;
}

/// A title starts lower than a progress line, and lower still when it has two lines.
double first_y(const Page& page, const Zones& zones, const Setting& setting, const Piece* first) {
    const Role role = first_role(page);
    const bool is_title = role == Role::title || role == Role::welcome || role == Role::refer;
    if (!is_title) return zones.read.y;
    if (setting.way == Way::landscape) return 140;
    if (role == Role::refer) return 160;
    return role == Role::title && first && first->height({}) < 1.5 * setting.type(role).line ? 152 : 168;
}

Box ink_box(const Box& picture, const InkBox& ink) {
    return {picture.x + ink.left * picture.width, picture.y + ink.top * picture.height,
            (ink.right - ink.left) * picture.width, (ink.bottom - ink.top) * picture.height};
}

/// The part of a line that has letters in it.
Box letters_box(const Letters& letters) {
    const Box line = letters.box();
    const double size = letters.text->type.size, baseline = line.y + letters.text->baseline;
    return {line.x, baseline - 0.75 * size, line.width, size};
}

bool collides(const Marks& words, const Box& ink) {
    const Box clear{ink.x - 8, ink.y - 4, ink.width + 16, ink.height + 4};
    for (const Mark& mark : words.marks) {
        const auto* letters = std::get_if<Letters>(&mark);
        if (letters && letters_box(*letters).overlaps(clear)) return true;
    }
    return false;
}

bool is_words(const Block& block) {
    return std::holds_alternative<Words>(block.is);
}

/// Widths of the blocks, narrower where they would run over the drawing.
std::vector<double> widths_of(const Page& page, const Zones& zones, const Setting& setting, const Box* ink) {
    std::vector<double> widths;
    double y = first_y(page, zones, setting, nullptr);
    const double narrow = ink ? ink->x - beside_picture - zones.read.x : 0;
    const double hint = setting.way == Way::landscape ? page.landscape_hint_width : page.hint_width;
    bool titled = false;
    for (const Block& block : page.read) {
        double width = zones.read.width;
        if (ink && titled && is_words(block) && hint > 0) width = std::min(width, hint);
        PiecePtr piece = cut(block, width, setting);
        if (piece && widths.empty()) y = first_y(page, zones, setting, piece.get());
        Marks probe;
        if (piece) piece->place({zones.read.x, y, width, piece->height({})}, {}, probe);
        if (ink && collides(probe, *ink) && narrow >= zones.read.width / 3) {
            width = std::min(width, narrow);
            piece = cut(block, width, setting);
        }
        const auto* words = std::get_if<Words>(&block.is);
        titled = titled || (words && words->role != Role::progress);
        y += piece ? piece->height({}) : 0;
        widths.push_back(width);
    }
    return widths;
}

/// One under the other, each cut to its own width.
PiecePtr stack_of(const Page& page, const std::vector<double>& widths, const Zones& zones, const Setting& setting) {
    Blocks rows;
    for (std::size_t i = 0; i < page.read.size(); ++i) {
        const bool whole = widths[i] >= zones.read.width || std::holds_alternative<Space>(page.read[i].is);
        rows.push_back(whole ? page.read[i] : Block{Row{{page.read[i]}, {widths[i]}, 0, Align::start}});
    }
    return cut(rows, 0, zones.read.width, setting);
}

Zones moved(Zones zones, double by) {
    move_sheet(zones, zones.sheet_background.y + by);
    return zones;
}

bool good(const ReadZone& read, const Zones& zones, double above_sheet) {
    return !read.collides && read.bottom <= zones.read.y + zones.read.height - above_sheet;
}

}  // namespace

Box picture_box(const Page& page, const Zones& zones, const Setting& setting, double share) {
    const bool landscape = setting.way == Way::landscape;
    const ReadPicture& picture = *page.picture;
    const Size whole = landscape ? picture.landscape_size : picture.size;
    const double width = share * whole.width, height = share * whole.height;
    const double zone = landscape ? page.landscape_read : zones.design.width;
    const double bottom = landscape ? zones.dock : zones.sheet_background.y;
    const double end = share * (landscape ? picture.landscape_from_end : picture.from_end);
    const double x = picture.centred ? std::round((zone - width) / 2) : zone - end - width;
    return {x, bottom - height, width, height};
}

ReadZone lay_read(const Page& page, const Zones& zones, const Setting& setting, const std::optional<Box>& picture) {
    ReadZone read;
    read.picture = picture;
    std::optional<Box> ink;
    if (picture) ink = ink_box(*picture, ink_of(setting.style.pictures, page.picture->name, setting.style.theme));
    const auto widths = widths_of(page, zones, setting, ink ? &*ink : nullptr);
    const PiecePtr first = page.read.empty() ? nullptr : cut(page.read.front(), widths.front(), setting);
    const double top = first_y(page, zones, setting, first.get());
    const PiecePtr stack = stack_of(page, widths, zones, setting);
    const double room = zones.read.y + zones.read.height - top;
    const Squeeze squeeze = fitted(*stack, room);
    const double height = stack->grow() > 0 ? std::max(room, stack->height(squeeze)) : stack->height(squeeze);
    stack->place({zones.read.x, top, zones.read.width, height}, squeeze, read.words);
    read.bottom = top + height;
    read.collides = ink && collides(read.words, *ink);
    return read;
}

namespace {

/// The texts and the picture in this share of its size, the sheet moved down as far as that takes; nothing where it
/// does not do.
std::optional<ReadZone> with_picture(const Page& page, Zones& zones, const Setting& setting, double above_sheet,
                                     const std::function<bool(const Zones&)>& fits, double share) {
    const bool portrait = setting.way == Way::portrait;
    for (double by = 0; by <= (portrait ? most_moved : 0); by += step_moved) {
        const Zones here = portrait ? moved(zones, by) : zones;
        ReadZone read = lay_read(page, here, setting, picture_box(page, here, setting, share));
        if (by > 0 && fits && !fits(here)) break;
        if (!good(read, here, above_sheet)) continue;
        zones = here;
        return read;
    }
    return {};
}

}  // namespace

ReadZone fit_read(const Page& page, Zones& zones, const Setting& setting, double above_sheet,
                  const std::function<bool(const Zones&)>& fits) {
    const bool portrait = setting.way == Way::portrait;
    // A text of several pages would have more of them.
    const bool is_paged = std::any_of(page.sheet.begin(), page.sheet.end(),
                                      [](const Block& block) { return std::holds_alternative<Paged>(block.is); });
    for (const double share : smaller) {
        if (!page.picture || setting.largest()) break;
        if (share < 1 && (!portrait || setting.text_scale > 1 || is_paged)) break;
        if (auto read = with_picture(page, zones, setting, above_sheet, fits, share)) return *read;
    }
    ReadZone read = lay_read(page, zones, setting, {});
    if (portrait && !good(read, zones, above_sheet)) {
        zones = moved(zones, read.bottom + under_text + above_sheet - zones.sheet_background.y);
        read = lay_read(page, zones, setting, {});
    }
    return read;
}

void place_picture(const ReadPicture& picture, const Box& box, double circle, Point centre, Tone tone,
                   const Setting& setting, Marks& marks) {
    if (circle > 0 && !setting.high_contrast()) {
        const Ink ink = setting.ink(tone == Tone::amber ? Colour::amber_soft : Colour::picture_circle);
        marks.marks.push_back(Patch{
            {centre.x - circle, centre.y - circle, 2 * circle, 2 * circle}, Corners::all(circle), ink, {}, 0, false});
    }
    if (!setting.style.pictures.hold().has(picture.name))
        marks.misfit("no such drawing: " + picture.name, {}, Misfit::Of::drawing);
    marks.marks.push_back(Art{picture.name, box, {setting.palette, {}}, false});
    if (picture.alt.empty()) return;
    Item item;
    item.kind = ItemKind::picture;
    item.text = picture.alt;
    item.box = box;
    item.rim = true;
    marks.items.push_back(std::move(item));
}

}  // namespace kiosk::page
