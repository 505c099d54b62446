// SPDX-License-Identifier: Apache-2.0
// A Page on a surface exactly as it asks: header, read zone, sheet, dock, panel. What does not fit is among the
// misfits; lay_out tries what such a page may give up.
#pragma once

#include "page/sheet.hpp"

namespace kiosk::page {

Sheet screen(const Page&, Size, const Style&);

}  // namespace kiosk::page
