// SPDX-License-Identifier: Apache-2.0
// What is behind Fonts: a Pango font map over a fontconfig setup made in memory from the Noto files alone.
// Not for two threads at once.
#pragma once

#include "page/sheet.hpp"

#include <list>
#include <memory>
#include <string>
#include <unordered_map>

#include <pango/pangocairo.h>

namespace kiosk::page {

struct Shaped;

struct Fonts::Hold {
    Hold();
    ~Hold();
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

    PangoFontMap* map = nullptr;
    PangoContext* context = nullptr;
    /// Texts already shaped, so that a page that changed a little shapes little. Emptied when it grows too large.
    mutable std::unordered_map<std::string, std::shared_ptr<const Shaped>> shaped;
};

}  // namespace kiosk::page
