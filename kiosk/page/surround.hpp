// SPDX-License-Identifier: Apache-2.0
// What is the same on every screen: the header, and the dock with the help key and the access keys.
#pragma once

#include "page/zones.hpp"

#include <string>

namespace kiosk::page {

/// Of the zone that says how urgent it is.
Ink ground_of(const Page&, const Setting&);
void place_header(const Page&, const Zones&, const Setting&, Marks&);
void place_dock(const Page&, const Zones&, const Setting&, Marks&);
/// Tells the reader that another part of the screen begins.
void divide(const std::string& name, Marks&);

}  // namespace kiosk::page
