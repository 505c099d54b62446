// SPDX-License-Identifier: Apache-2.0
#include "page/zones.hpp"

#include <algorithm>

namespace kiosk::page {
namespace {

constexpr double sheet_radius = 56, staff_bar = 128;
constexpr double below_keys = 28;  ///< from the lowest key's face to the dock

void portrait(Zones& zones) {
    zones.design = {1080, 1920};
    zones.read = {64, 136, 952, 0};
    zones.dock = 1624;
    zones.help = {64, 1648, 952, 100};
    zones.help_of_all = {64, 1642, 952, 112};
    const std::array<double, 5> x{64, 258, 452, 646, 840};
    for (std::size_t i = 0; i < x.size(); ++i) zones.access[i] = {x[i], 1778, 176, 118};
    zones.logo = {64, 40};
    zones.name = {140, 46};
    zones.section = {596, 48, 420, 40};
}

void landscape(Zones& zones, double read_width, double sheet_pad, bool all_access) {
    zones.design = {1920, 1080};
    zones.read = {72, 132, read_width - 136, 876 - 132};
    zones.sheet = {read_width + sheet_pad, 0, 1920 - read_width - sheet_pad - 72, 904 - below_keys};
    zones.dock = 904;
    zones.help = {72, 930, 680, 116};
    zones.help_of_all = {72, 930, 704, 116};
    zones.access_places = all_access ? 5 : 4;
    const double width = all_access ? 188 : 240, pitch = all_access ? 211 : 264;
    for (std::size_t i = 0; i < zones.access.size(); ++i)
        zones.access[i] = {816 + pitch * static_cast<double>(i), 930, width, 118};
    zones.logo = {72, 44};
    zones.name = {148, 50};
    zones.section = {read_width - 64 - 420, 52, 420, 40};
}

void without_dock(Zones& zones, Way way) {
    zones.dock = zones.design.height;
    zones.read.y = staff_bar + 32;
    if (way == Way::portrait) return;
    zones.read.height = zones.dock - below_keys - zones.read.y;
    zones.sheet.height = zones.dock - below_keys;
}

}  // namespace

Way way_of(Size surface) {
    return surface.height > surface.width ? Way::portrait : Way::landscape;
}

void move_sheet(Zones& zones, double top) {
    zones.read.height = top - below_keys - zones.read.y;
    zones.sheet = {64, top, 952, zones.dock - below_keys - top};
    zones.sheet_background = {zones.all.x, top, zones.all.width, zones.all.bottom() - top};
    zones.sheet_corners = {sheet_radius, sheet_radius, 0, 0};
}

Zones zones(Size surface, const Page& page) {
    Zones zones;
    const Way way = way_of(surface);
    way == Way::portrait ? portrait(zones) : landscape(zones, page.landscape_read, page.landscape_pad, page.all_access);
    if (page.tone == Tone::staff) without_dock(zones, way);
    zones.scale = std::min(surface.width / zones.design.width, surface.height / zones.design.height);
    zones.offset = {(surface.width - zones.design.width * zones.scale) / 2,
                    (surface.height - zones.design.height * zones.scale) / 2};
    zones.all = {-zones.offset.x / zones.scale, -zones.offset.y / zones.scale, surface.width / zones.scale,
                 surface.height / zones.scale};
    zones.read_background = zones.all;
    zones.bar = {zones.all.x, zones.all.y, zones.all.width, staff_bar - zones.all.y};
    zones.dock_background = {zones.all.x, zones.dock, zones.all.width, zones.all.bottom() - zones.dock};
    if (way == Way::portrait) {
        move_sheet(zones, page.sheet_top);
    } else {
        const double left = page.landscape_read;
        zones.sheet_background = {left, zones.all.y, zones.all.right() - left, zones.all.height};
        zones.sheet_corners = {sheet_radius, 0, 0, 0};
    }
    return zones;
}

}  // namespace kiosk::page
