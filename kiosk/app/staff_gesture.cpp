// SPDX-License-Identifier: Apache-2.0
#include "app/staff_gesture.hpp"

#include <algorithm>

namespace kiosk::app {

namespace {

constexpr Duration within{5'000};
constexpr int touches = 4;
constexpr double corner = 0.15;  ///< of the glass's shorter side

enum class Corner { none, left, right };

Corner corner_at(Point at, Size glass) {
    const double side = corner * std::min(glass.width, glass.height);
    if (at.y > side) return Corner::none;
    if (at.x <= side) return Corner::left;
    return at.x >= glass.width - side ? Corner::right : Corner::none;
}

}  // namespace

bool StaffGesture::touch(Point at, Size glass, Instant now) {
    const auto here = corner_at(at, glass);
    const auto wanted = m_touches % 2 == 0 ? Corner::left : Corner::right;
    if (m_touches > 0 && now - m_begun > within) m_touches = 0;
    if (here != wanted || m_touches == 0) {
        m_touches = here == Corner::left ? 1 : 0;
        m_begun = now;
        return false;
    }
    if (++m_touches < touches) return false;
    m_touches = 0;
    return true;
}

}  // namespace kiosk::app
