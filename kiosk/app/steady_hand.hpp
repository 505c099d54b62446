// SPDX-License-Identifier: Apache-2.0
// What a shaking hand does twice is meant once: deaf right after a screen change, and to a second press of the same
// thing. The same for a finger on a key of the glass and for a key of a keypad. Pure: told when, asks no clock.
#pragma once

#include "content/content.hpp"

#include <functional>
#include <optional>

namespace kiosk::app {

template <class Pressed, class Same = std::equal_to<Pressed>>
class SteadyHand {
public:
    explicit SteadyHand(const content::Timing& timing) : m_timing(timing) {}

    void screen_changed(Instant now) { m_changed_at = now; }
    void pressed(const Pressed& what, Instant now) {
        m_last = what;
        m_last_at = now;
    }
    /// Another screen has only just come: nobody can mean it yet.
    bool is_too_soon(Instant now) const { return m_changed_at && now - *m_changed_at < m_timing.ignore_after_change; }
    bool is_repeat(const Pressed& what, Instant now) const {
        return m_last && Same()(*m_last, what) && now - m_last_at < m_timing.repeat_guard;
    }

private:
    content::Timing m_timing;
    std::optional<Instant> m_changed_at;
    std::optional<Pressed> m_last;
    Instant m_last_at;
};

}  // namespace kiosk::app
