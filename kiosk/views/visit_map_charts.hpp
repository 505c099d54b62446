// SPDX-License-Identifier: Apache-2.0
// The three kinds of chart of a visit's map, each in as many pieces as fit a sheet. The room's own.
#pragma once

#include "views/visit_map.hpp"

namespace kiosk::views {

struct MapOf {
    const content::Topic& topic;
    const Theme& theme;
    content::AfterToday after_today;
};

std::vector<MapChart> question_charts(const MapOf&);
std::vector<MapChart> together_charts(const MapOf&);
std::vector<MapChart> handout_charts(const MapOf&);

}  // namespace kiosk::views
