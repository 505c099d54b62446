// SPDX-License-Identifier: Apache-2.0
#include "page/surround.hpp"

#include "page/check.hpp"
#include "page/piece.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

namespace kiosk::page {
namespace {

constexpr double logo_size = 56, logo_radius = 16, beside_name = 24, highest_line = 8, header_room = 120,
                 tight_line = 1.36;

struct ToneColours {
    Colour ground, name, section, logo, logo_line;
};

ToneColours tone_colours(Tone tone, Palette palette) {
    const bool contrast = palette == Palette::high_contrast;
    switch (tone) {
        case Tone::red:
            return {Colour::red, Colour::on_red, Colour::on_red, Colour::red_dark,
                    contrast ? Colour::red : Colour::on_red};
        case Tone::amber:
            return {Colour::amber, Colour::on_amber, Colour::on_amber, Colour::on_amber,
                    contrast ? Colour::amber : Colour::white};
        case Tone::staff:
            return {Colour::linen, Colour::white, Colour::white, Colour::petrol, Colour::on_primary};
        case Tone::calm:
            break;
    }
    return {Colour::linen, Colour::ink, Colour::ink_soft, Colour::petrol, Colour::on_primary};
}

/// The key fills its place; a text stands in its middle, no larger than the dock lets it.
void place_help(const Page& page, const Zones& zones, const Setting& setting, Marks& marks) {
    Box box = zones.help;
    if (const auto* key = page.help.size() == 1 ? std::get_if<Key>(&page.help.front().is) : nullptr) {
        if (!key->hint.empty() && setting.largest()) box = zones.help_of_all;
        Key fitted = *key;
        fitted.height = fitted.landscape_height = box.height;
        cut({std::move(fitted)}, box.width, setting)->place(box, {}, marks);
        return;
    }
    const double room = 2 * (box.y + box.height / 2 - zones.dock) - 16;
    Setting smaller = setting;
    PiecePtr help = cut(page.help, 0, box.width, smaller);
    for (const double scale : {setting.style.theme.large, 1.0}) {
        if (help->height({}) <= room) break;
        smaller.text_scale = std::min(smaller.text_scale, scale);
        help = cut(page.help, 0, box.width, smaller);
    }
    box.y += std::floor((box.height - help->height({})) / 2);
    box.height = help->height({});
    help->place(box, {}, marks);
}

}  // namespace

Ink ground_of(const Page& page, const Setting& setting) {
    return setting.ink(tone_colours(page.tone, page.palette).ground);
}

void divide(const std::string& name, Marks& marks) {
    Item item;
    item.kind = ItemKind::divider;
    item.text = name;
    marks.items.push_back(std::move(item));
}

namespace {

/// The header's words, shaped for one text size.
struct HeaderWords {
    std::shared_ptr<const Shaped> name, section, draft;
    double name_width = 0;

    static double height(const Shaped& words) { return words.text.empty() ? 0 : words.height(); }
    double beside() const { return height(*section) + height(*draft); }
    bool fits() const { return name->height() <= header_room && beside() <= header_room; }
};

HeaderWords header_words(const Page& page, const Zones& zones, const Setting& setting, double scale) {
    Setting scaled = setting;
    scaled.text_scale = scale;
    const auto line = [&](const std::string& text, Role role, double width) {
        auto type = scaled.type(role);
        // Two lines of the largest letters have room, no closer than their script allows.
        if (scale > 1) type.line = std::ceil(type.size * std::max(tight_line, least_line(setting.language)));
        return shape(setting.style.fonts, {{text, false}}, scaled.text(type), width);
    };
    // The clinic's name breaks between words; what stands opposite takes what that leaves.
    const double longest_word = line(page.clinic, Role::header, 1)->width;
    const double whole = zones.section.right() - zones.name.x;
    const double beside =
        page.clinic.empty() ? whole : std::min(zones.section.width, whole - longest_word - beside_name);
    HeaderWords words;
    words.draft = line(page.draft, Role::header_right, beside);
    words.section = line(page.section, Role::header_right, beside);
    const double taken =
        std::max(page.section.empty() ? 0 : words.section->width, page.draft.empty() ? 0 : words.draft->width);
    words.name_width = whole - (taken > 0 ? taken + beside_name : 0);
    words.name = line(page.clinic, Role::header, words.name_width);
    return words;
}

/// The header's place never grows: the clinic's name, which its mark stands for, gives way to where one is; what does
/// not fit then stays a step smaller.
HeaderWords fitting_header(const Page& page, const Zones& zones, const Setting& setting) {
    Page nameless;
    nameless.section = page.section;
    nameless.draft = page.draft;
    for (const double scale : {setting.text_scale, setting.style.theme.large}) {
        if (scale > setting.text_scale) continue;
        if (auto words = header_words(page, zones, setting, scale); words.fits()) return words;
        if (page.section.empty() || scale == 1) continue;
        if (auto words = header_words(nameless, zones, setting, scale); words.fits()) return words;
    }
    return header_words(page, zones, setting, 1);
}

}  // namespace

void place_header(const Page& page, const Zones& zones, const Setting& setting, Marks& marks) {
    const std::size_t first = marks.items.size();
    const ToneColours colours = tone_colours(page.tone, page.palette);
    if (page.tone == Tone::staff) marks.marks.push_back(Patch{zones.bar, {}, setting.ink(Colour::ink), {}, 0, false});
    const Box square{zones.logo.x, zones.logo.y, logo_size, logo_size};
    marks.marks.push_back(Patch{square, Corners::all(logo_radius), setting.ink(colours.logo), {}, 0, false});
    marks.marks.push_back(Art{"icons/ribbon", square, {page.palette, setting.ink(colours.logo_line).rgb}, false});
    const auto words = fitting_header(page, zones, setting);
    // In the middle of the lines of normal size.
    Setting plain = setting;
    plain.text_scale = 1;
    const auto middle = [&](double y, Role role) { return y + plain.type(role).line / 2; };
    const auto top_of = [&](double y, Role role, double height) {
        return std::max(highest_line, std::floor(middle(y, role) - height / 2));
    };
    if (!words.name->text.empty())
        place_words(words.name,
                    {zones.name.x, top_of(zones.name.y, Role::header, words.name->height()), words.name_width, 0},
                    Align::start, setting.ink(colours.name), Tag::artifact, marks);
    double top = top_of(zones.section.y, Role::header_right, words.beside());
    for (const auto& line : {words.section, words.draft}) {
        if (line->text.empty()) continue;
        const Box box{zones.section.right() - line->width, top, line->width, 0};
        place_words(line, box, Align::end, setting.ink(colours.section), Tag::artifact, marks);
        top += line->height();
    }
    for (std::size_t i = first; i < marks.items.size(); ++i) marks.items[i].in_header = true;
}

void place_dock(const Page& page, const Zones& zones, const Setting& setting, Marks& marks) {
    if (page.tone == Tone::staff) return;
    Box ground = zones.dock_background;
    marks.marks.push_back(Patch{ground, {}, setting.ink(Colour::sand_edge), {}, 0, false});
    ground.y += setting.high_contrast() ? 4 : 2;
    marks.marks.push_back(Patch{ground, {}, setting.ink(Colour::sand), {}, 0, false});
    divide("dock", marks);
    const std::size_t first = marks.items.size();
    place_help(page, zones, setting, marks);
    for (std::size_t i = 0; i < page.access.size(); ++i) {
        const int place = i < page.access_place.size() ? page.access_place[i] : static_cast<int>(i);
        if (place < 0 || place >= zones.access_places) continue;
        const Box& box = zones.access[static_cast<std::size_t>(place)];
        cut(page.access[i], box.width, setting)->place(box, {}, marks);
    }
    Marks own;
    own.items.assign(marks.items.begin() + static_cast<long>(first), marks.items.end());
    check_places(own, 0, {0, zones.dock, zones.design.width, zones.design.height - zones.dock});
    marks.misfits.insert(marks.misfits.end(), own.misfits.begin(), own.misfits.end());
}
}  // namespace kiosk::page
