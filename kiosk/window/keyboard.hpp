// SPDX-License-Identifier: Apache-2.0
// The keys of all keyboards of a display, by name; once each time one goes down. Watch reads it from its own
// connection: SFML has no name for the keys beyond F15, and those are what keypads send.
#pragma once

#include <X11/XKBlib.h>
#include <X11/Xlib.h>

#include <optional>
#include <set>
#include <string>

namespace kiosk::window {

class Keyboard {
public:
    explicit Keyboard(Display*);
    ~Keyboard();
    Keyboard(const Keyboard&) = delete;
    Keyboard& operator=(const Keyboard&) = delete;

    /// Nothing where the key repeats itself, has no name, or only changes what others mean (Shift).
    std::optional<std::string> pressed(XKeyEvent&);
    void released(const XKeyEvent&);
    /// How pressed() tells of the keys that send what is called so, with whatever held or locked (NumLock: KP_4 of
    /// KP_Left). Empty: no key does.
    std::set<std::string> sending(const std::string& written) const;
    /// Keys that are down may come up where nobody tells.
    void lost_focus() { m_down.clear(); }

private:
    std::string place_of(unsigned code) const;
    std::string name_of(unsigned code) const;

    Display* m_display;
    XkbDescPtr m_map;  ///< where the keys are, and what they send; may be null
    std::set<unsigned> m_down;
};

}  // namespace kiosk::window
