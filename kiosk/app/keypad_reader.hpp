// SPDX-License-Identifier: Apache-2.0
// From one of the six keys to what it means on the screen that is on the glass: the focus goes on, or a key is pressed
// as a touch would press it. Pure: told when, asks no clock.
#pragma once

#include "app/keypad.hpp"
#include "app/steady_hand.hpp"
#include "page/stops.hpp"
#include "views/views.hpp"
#include "visit/event.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kiosk::app {

/// What a keypad moves on: the stops of the sheet, what its keys mean, and where the focus is.
struct OnGlass {
    const views::Screen& screen;
    const std::vector<page::Stop>& stops;
    std::optional<std::size_t> focused;
    bool is_unheard = false;  ///< a question for headphones alone, while somebody listens without them
};

/// Whoever hears the question on the glass hears only that it is private.
bool is_unheard(const content::Content&, const visit::Visit&);

/// The focus is on the key with these words, as a script means them.
bool is_on(const OnGlass&, const std::string& label);

class KeypadReader {
public:
    explicit KeypadReader(const content::Timing& timing) : m_hand(timing) {}

    /// Nothing where it is deaf to the key, or there is nothing to move on. A key that changes nothing, also one that
    /// is none of the six, says where the focus is: somebody is there. Whoever presses one first is shown where it
    /// begins.
    std::vector<visit::Event> read(std::optional<KeypadKey>, const OnGlass&, Instant now);
    void screen_changed(Instant now) { m_hand.screen_changed(now); }

private:
    std::vector<visit::Event> press(KeypadKey, const std::optional<visit::Action>&, const OnGlass&, Instant now);

    SteadyHand<KeypadKey> m_hand;
};

}  // namespace kiosk::app
