// SPDX-License-Identifier: Apache-2.0
// A connection to the X server beside SFML's. It sees what SFML hides: exposed windows and a screen of a new size. It
// is the first to come and the last to go: a server that loses its last client starts over, or ends.
#pragma once

#include "base/geometry.hpp"
#include "base/result.hpp"

#include <memory>

namespace kiosk::window {

class Watch {
public:
    /// Fails with a sentence where there is no display.
    static Result<std::unique_ptr<Watch>> open();
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    Size screen() const;
    bool has_opengl() const;
    void follow(unsigned long window);  ///< from now on tells when it is exposed
    /// Makes the followed window as large as the screen.
    void fill_screen();
    int descriptor() const;

    struct Seen {
        bool exposed = false;
        bool screen_changed = false;
    };
    Seen seen();  ///< since last asked; never waits
    bool pending() const;

private:
    struct Hold;
    explicit Watch(std::unique_ptr<Hold>);
    std::unique_ptr<Hold> m_hold;
};

}  // namespace kiosk::window
