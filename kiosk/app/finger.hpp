// SPDX-License-Identifier: Apache-2.0
// From a finger on the glass to a key: fires on release inside, with slop; deaf right after a screen change and to a
// second touch on the same key. Pure: told when, asks no clock.
#pragma once

#include "app/steady_hand.hpp"
#include "page/sheet.hpp"
#include "views/views.hpp"
#include "visit/event.hpp"
#include "window/glass.hpp"

#include <optional>

namespace kiosk::app {

/// One key of the glass, though its meaning went on (Listen, then Stop); of the PIN's digits each touch counts.
struct SameKey {
    bool operator()(const visit::Action&, const visit::Action&) const;
};

class FingerReader {
public:
    explicit FingerReader(const content::Timing& timing) : m_hand(timing) {}

    /// What the touch means on this screen; nothing where it means nothing new.
    std::optional<visit::Event> read(const window::Finger&, const page::Sheet&, const views::Screen&, Instant now);
    /// Another screen is on the glass: the finger that is down presses nothing any more.
    void screen_changed(Instant now);

private:
    std::optional<visit::Event> down(Point, const page::Sheet&, const views::Screen&, Instant now);
    std::optional<visit::Event> moved(Point);
    std::optional<visit::Event> up(Point, Instant now);

    struct Held {
        visit::Action action;
        Box reach;  ///< the key's touch area and the slop around it
        bool inside = true;
    };
    SteadyHand<visit::Action, SameKey> m_hand;
    std::optional<Held> m_held;
};

}  // namespace kiosk::app
