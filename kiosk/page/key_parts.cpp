// SPDX-License-Identifier: Apache-2.0
#include "page/key_parts.hpp"

namespace kiosk::page {
namespace {

constexpr double box_radius = 12, box_edge = 4, hand_size = 48;

Patch filled(const Box& box, double radius, Ink ink) {
    return {box, Corners::all(radius), ink, {}, 0, false};
}

}  // namespace

void place_key_body(const Box& face, double radius, const KeyLook& look, Marks& marks) {
    if (look.lip > 0) {
        Box lip = face;
        lip.y += look.lip;
        marks.marks.push_back(filled(lip, radius, look.colours.lip));
    }
    marks.marks.push_back(
        Patch{face, Corners::all(radius), look.colours.fill, look.colours.edge, look.border, look.dashed});
}

void place_icon(const std::string& name, const Box& box, Ink ink, const Setting& setting, Marks& marks) {
    if (!setting.style.pictures.hold().has("icons/" + name))
        marks.misfit("no such drawing: icons/" + name, {}, Misfit::Of::drawing);
    marks.marks.push_back(Art{"icons/" + name, box, {setting.palette, ink.rgb}, false});
}

void place_tick_box(const Box& box, bool ticked, const KeyColours& colours, const Setting& setting, Marks& marks) {
    marks.marks.push_back(Patch{box, Corners::all(box_radius), colours.box_fill, colours.box_edge, box_edge, false});
    if (ticked) place_icon("tick", box.grown(box.width * 0.04), colours.tick, setting, marks);
}

void place_hand(const Box& disc, const Setting& setting, Marks& marks) {
    marks.marks.push_back(filled(disc, disc.width / 2, setting.ink(Colour::help_edge)));
    place_icon("hand", disc.grown((hand_size - disc.width) / 2), setting.ink(Colour::help_fill), setting, marks);
}

}  // namespace kiosk::page
