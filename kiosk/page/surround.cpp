// SPDX-License-Identifier: Apache-2.0
#include "page/surround.hpp"

#include "page/check.hpp"
#include "page/piece.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk::page {
namespace {

constexpr double logo_size = 56, logo_radius = 16, beside_name = 24, highest_line = 8;

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
    if (page.help.size() == 1 && std::holds_alternative<Key>(page.help.front().is)) {
        cut(page.help.front(), box.width, setting)->place(box, {}, marks);
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

void place_header(const Page& page, const Zones& zones, const Setting& setting, Marks& marks) {
    const ToneColours colours = tone_colours(page.tone, page.palette);
    if (page.tone == Tone::staff) marks.marks.push_back(Patch{zones.bar, {}, setting.ink(Colour::ink), {}, 0, false});
    const Box square{zones.logo.x, zones.logo.y, logo_size, logo_size};
    marks.marks.push_back(Patch{square, Corners::all(logo_radius), setting.ink(colours.logo), {}, 0, false});
    marks.marks.push_back(Art{"icons/ribbon", square, {page.palette, setting.ink(colours.logo_line).rgb}, false});
    Setting plain = setting;
    plain.text_scale = 1;
    const auto line = [&](const std::string& text, Role role, double width) {
        return shape(setting.style.fonts, {{text, false}}, plain.text(plain.type(role)), width);
    };
    // The clinic's name breaks between words; what stands opposite takes what that leaves.
    const double longest_word = line(page.clinic, Role::header, 1)->width;
    const double beside =
        std::min(zones.section.width, zones.section.right() - zones.name.x - longest_word - beside_name);
    const auto draft = line(page.draft, Role::header_right, beside);
    const auto section = line(page.section, Role::header_right, beside);
    const double taken = std::max(page.section.empty() ? 0 : section->width, page.draft.empty() ? 0 : draft->width);
    const double until = zones.section.right() - (taken > 0 ? taken + beside_name : 0);
    const auto name = line(page.clinic, Role::header, until - zones.name.x);
    const double up = std::floor(name->type.line * static_cast<double>(name->lines.size() - 1) / 2);
    place_words(name, {zones.name.x, zones.name.y - up, until - zones.name.x, 0}, Align::start,
                setting.ink(colours.name), Tag::artifact, marks);
    const double high = (page.section.empty() ? 0 : section->height()) + (page.draft.empty() ? 0 : draft->height());
    double top = std::max(highest_line, zones.section.y - std::floor((high - section->type.line) / 2));
    for (const auto& words : {section, draft}) {
        if (words->text.empty()) continue;
        const Box box{zones.section.right() - words->width, top, words->width, 0};
        place_words(words, box, Align::end, setting.ink(colours.section), Tag::artifact, marks);
        top += words->height();
    }
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
