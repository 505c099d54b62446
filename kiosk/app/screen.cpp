// SPDX-License-Identifier: Apache-2.0
#include "app/screen.hpp"

namespace kiosk::app {

namespace {

/// A place without what changes on the same screen.
visit::Place still(visit::Place place) {
    if (auto* asking = std::get_if<visit::place::Asking>(&place)) asking->draft = {};
    return place;
}

}  // namespace

ScreenPainter::ScreenPainter(const content::Content& content, const DrawingBoard& board)
    : m_content(content), m_board(board) {}

bool ScreenPainter::paint(const visit::Visit& visit, Size size, Instant now) {
    auto screen = views::compose(m_content, visit, now);
    if (screen == m_screen && size == m_sheet.size) return false;
    auto place = still(visit.place);
    m_another = !(place == m_place) || visit.overlay.index() != m_overlay;
    m_place = std::move(place);
    m_overlay = visit.overlay.index();
    m_screen = std::move(screen);
    m_sheet = page::lay_out(m_screen.page, size, m_board.style);
    page::paint(m_sheet, m_board.style, m_pixels);
    return true;
}

}  // namespace kiosk::app
