// SPDX-License-Identifier: Apache-2.0
// What is on the glass now: composes, lays out and paints a visit, only where it has changed.
#pragma once

#include "app/loaded.hpp"
#include "views/views.hpp"
#include "visit/visit.hpp"
#include "window/glass.hpp"

namespace kiosk::app {

class ScreenPainter {
public:
    ScreenPainter(const content::Content&, const DrawingBoard&);

    /// True where the pixels are new.
    bool paint(const visit::Visit&, Size, Instant now);
    /// Whether the last paint showed another screen than the one before (a new place, not a tick in a box).
    bool is_another_screen() const { return m_another; }

    const views::Screen& screen() const { return m_screen; }
    const page::Sheet& sheet() const { return m_sheet; }
    const Pixels& pixels() const { return m_pixels; }

private:
    const content::Content& m_content;
    const DrawingBoard& m_board;
    views::Screen m_screen;
    page::Sheet m_sheet;
    Pixels m_pixels;
    visit::Place m_place;
    std::size_t m_overlay = 0;
    bool m_another = true;
};

}  // namespace kiosk::app
