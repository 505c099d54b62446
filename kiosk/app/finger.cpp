// SPDX-License-Identifier: Apache-2.0
#include "app/finger.hpp"

#include <algorithm>

namespace kiosk::app {

namespace {

constexpr double slop = 40;  // px on the 1080x1920 panel, design guide 7

double scale(Size s) {
    return s.height >= s.width ? std::min(s.width / 1080, s.height / 1920) : std::min(s.width / 1920, s.height / 1080);
}

}  // namespace

bool SameKey::operator()(const visit::Action& a, const visit::Action& b) const {
    return std::holds_alternative<visit::action::Digit>(a) ? a == b : visit::is_same_key(a, b);
}

std::optional<visit::Event> FingerReader::read(const window::Finger& finger, const page::Sheet& sheet,
                                               const views::Screen& screen, Instant now) {
    switch (finger.kind) {
        case window::Finger::Kind::down:
            return down(finger.at, sheet, screen, now);
        case window::Finger::Kind::moved:
            return moved(finger.at);
        case window::Finger::Kind::up:
            return up(finger.at, now);
    }
    return {};
}

void FingerReader::screen_changed(Instant now) {
    m_hand.screen_changed(now);
    m_held.reset();
}

std::optional<visit::Event> FingerReader::down(Point at, const page::Sheet& sheet, const views::Screen& screen,
                                               Instant now) {
    m_held.reset();
    if (m_hand.is_too_soon(now)) return {};
    const auto target = std::find_if(sheet.targets.begin(), sheet.targets.end(),
                                     [&](const page::Target& t) { return t.key >= 0 && t.touch.contains(at); });
    if (target == sheet.targets.end()) return visit::event::Touched{};
    const auto& action = screen.actions.at(static_cast<std::size_t>(target->key));
    if (m_hand.is_repeat(action, now)) return {};
    m_held = Held{action, target->touch.grown(slop * scale(sheet.size))};
    return visit::event::Pressed{action};
}

std::optional<visit::Event> FingerReader::moved(Point at) {
    if (!m_held || m_held->inside == m_held->reach.contains(at)) return {};
    m_held->inside = !m_held->inside;
    return visit::event::Pressed{m_held->inside ? std::optional(m_held->action) : std::nullopt};
}

std::optional<visit::Event> FingerReader::up(Point at, Instant now) {
    if (!m_held) return {};
    const auto held = *m_held;
    m_held.reset();
    if (!held.reach.contains(at))
        return held.inside ? std::optional<visit::Event>(visit::event::Pressed{}) : std::nullopt;
    m_hand.pressed(held.action, now);
    return visit::event::Tapped{held.action};
}

}  // namespace kiosk::app
