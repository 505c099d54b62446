// SPDX-License-Identifier: Apache-2.0
// What is on the glass now: composes, lays out and paints a visit, only where it has changed.
#pragma once

#include "app/loaded.hpp"
#include "page/stops.hpp"
#include "views/speech.hpp"
#include "views/views.hpp"
#include "visit/visit.hpp"
#include "window/glass.hpp"

#include <optional>
#include <vector>

namespace kiosk::app {

class ScreenPainter {
public:
    ScreenPainter(const content::Content&, const DrawingBoard&);

    /// True where the pixels are new.
    bool paint(const visit::Visit&, Size, Instant now);
    /// Whether the last paint showed another screen than the one before (a new place, not a tick in a box).
    bool is_another_screen() const { return m_another; }

    const views::Screen& screen() const { return m_screen; }
    /// What lies on the glass, with the keypad's ring.
    const page::Sheet& sheet() const { return m_sheet; }
    const std::vector<page::Stop>& stops() const { return m_stops; }
    /// Which of them has the keypad's focus.
    std::optional<std::size_t> focused() const { return m_focused; }
    /// What is read aloud of it; empty while nobody listens.
    const views::Script& script() const { return m_script; }
    const Pixels& pixels() const { return m_pixels; }

private:
    void lay_out(views::Screen, const visit::Visit&, Size);

    const content::Content& m_content;
    const DrawingBoard& m_board;
    views::Screen m_screen;
    page::Sheet m_plain, m_sheet;
    std::vector<page::Stop> m_stops;
    std::optional<visit::Focus> m_focus;
    std::optional<std::size_t> m_focused;
    views::Script m_script;
    std::optional<views::OnGlass> m_read;  ///< what is marked as being read
    Pixels m_pixels;
    visit::Place m_place;
    std::size_t m_overlay = 0;
    bool m_another = true;
};

}  // namespace kiosk::app
