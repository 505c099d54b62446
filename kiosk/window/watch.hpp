// SPDX-License-Identifier: Apache-2.0
// A connection to the X server beside SFML's. It sees what SFML hides: exposed windows, a screen of a new size, and
// keys by name. It is the first to come and the last to go: a server that loses its last client starts over, or ends.
#pragma once

#include "base/geometry.hpp"
#include "base/result.hpp"

#include <memory>
#include <set>
#include <string>
#include <vector>

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
    void follow(unsigned long window);  ///< from now on tells when it is exposed, and what is typed into it
    /// Makes the followed window as large as the screen.
    void fill_screen();
    int descriptor() const;

    struct Seen {
        bool exposed = false;
        bool screen_changed = false;
        std::vector<std::string> typed;  ///< names of keys that went down, with what was held (key_name.hpp)
    };
    /// How `typed` tells of the keys that send what is called so ("XF86Tools", "KP_4"); empty: none does.
    std::set<std::string> keys_sending(const std::string& name) const;
    Seen seen();  ///< since last asked; never waits
    bool pending() const;

private:
    struct Hold;
    explicit Watch(std::unique_ptr<Hold>);
    std::unique_ptr<Hold> m_hold;
};

}  // namespace kiosk::window
