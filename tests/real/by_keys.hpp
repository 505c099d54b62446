// SPDX-License-Identifier: Apache-2.0
// A visit by the six keys of a keypad. How one key is chosen (by looking at the glass, or by listening) the test says.
#pragma once

#include "room.hpp"

#include <functional>

namespace kiosk::test {

struct ByKeys {
    const Room& room;
    play::Player& player;
    /// Next until the key with this meaning has the focus, then OK.
    std::function<void(const visit::Action&)> choose;

    /// Turning pages by their own keys, as a person would.
    void choose_on_some_page(const visit::Action&) const;
    /// From welcome.
    void to_first_question() const;
    /// No everywhere, to the library.
    void answer_no() const;
    /// From the library; one that is not always open.
    content::HandoutId read_a_handout() const;
};

/// Looks at the glass after each key.
ByKeys by_sight(const Room&, play::Player&);

}  // namespace kiosk::test
