// SPDX-License-Identifier: Apache-2.0
#include "app/screen.hpp"

#include "views/focus.hpp"

#include <utility>

namespace kiosk::app {

ScreenPainter::ScreenPainter(const content::Content& content, const DrawingBoard& board)
    : m_content(content), m_board(board) {}

bool ScreenPainter::paint(const visit::Visit& visit, Size size, Instant now) {
    auto screen = views::compose(m_content, visit, now);
    const bool same = screen == m_screen && size == m_plain.size;
    if (!same) lay_out(std::move(screen), visit, size);
    m_script = views::heard_now(m_content, visit, m_screen, m_plain);
    const auto read = views::read_now(m_script, visit);
    if (same && visit.focus == m_focus && read == m_read) return false;
    if (same) m_another = false;
    m_read = read;
    m_focus = visit.focus;
    m_focused = views::focused(m_stops, m_screen, m_focus);
    m_sheet = m_focused ? page::ringed(m_plain, m_stops[*m_focused]) : m_plain;
    page::paint(views::with_mark(m_sheet, m_read), m_board.style, m_pixels);
    return true;
}

void ScreenPainter::lay_out(views::Screen screen, const visit::Visit& visit, Size size) {
    auto place = visit::without_ticks(visit.place);
    m_another = !(place == m_place) || visit.overlay.index() != m_overlay;
    m_place = std::move(place);
    m_overlay = visit.overlay.index();
    m_screen = std::move(screen);
    m_plain = page::lay_out(m_screen.page, size, m_board.style);
    m_stops = page::stops(m_plain);
}

}  // namespace kiosk::app
