// SPDX-License-Identifier: Apache-2.0
#include "window/watch.hpp"

#include "window/keyboard.hpp"

#include <GL/glx.h>
#include <X11/Xlib.h>

#include <utility>

namespace kiosk::window {

struct Watch::Hold {
    Display* display = nullptr;
    ::Window window = 0;

    Keyboard keyboard;

    explicit Hold(Display* d) : display(d), keyboard(d) {}
    ~Hold() { XCloseDisplay(display); }
    void read(XEvent&, Seen&);
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;
};

Watch::Watch(std::unique_ptr<Hold> hold) : m_hold(std::move(hold)) {}
Watch::~Watch() = default;

Result<std::unique_ptr<Watch>> Watch::open() {
    Display* display = XOpenDisplay(nullptr);
    if (display == nullptr)
        return Failure{
            "There is no display to show the kiosk on. Start it from a desktop, under cage, or with xvfb-run; or check "
            "DISPLAY."};
    XSelectInput(display, DefaultRootWindow(display), StructureNotifyMask);
    return std::unique_ptr<Watch>(new Watch(std::make_unique<Hold>(display)));
}

Size Watch::screen() const {
    XWindowAttributes root{};
    XGetWindowAttributes(m_hold->display, DefaultRootWindow(m_hold->display), &root);
    return {static_cast<double>(root.width), static_cast<double>(root.height)};
}

bool Watch::has_opengl() const {
    int error = 0, event = 0;
    return glXQueryExtension(m_hold->display, &error, &event) != 0;
}

void Watch::follow(unsigned long window) {
    m_hold->window = window;
    XSelectInput(m_hold->display, window, ExposureMask | KeyPressMask | KeyReleaseMask | FocusChangeMask);
    XFlush(m_hold->display);
}

void Watch::fill_screen() {
    const Size size = screen();
    XMoveResizeWindow(m_hold->display, m_hold->window, 0, 0, static_cast<unsigned>(size.width),
                      static_cast<unsigned>(size.height));
    XFlush(m_hold->display);
}

int Watch::descriptor() const {
    return ConnectionNumber(m_hold->display);
}

bool Watch::pending() const {
    return XPending(m_hold->display) > 0;
}

std::set<std::string> Watch::keys_sending(const std::string& name) const {
    return m_hold->keyboard.sending(name);
}

Watch::Seen Watch::seen() {
    Seen seen;
    while (XPending(m_hold->display) > 0) {
        XEvent event{};
        XNextEvent(m_hold->display, &event);
        m_hold->read(event, seen);
    }
    return seen;
}

void Watch::Hold::read(XEvent& event, Seen& seen) {
    switch (event.type) {
        case Expose:
            seen.exposed = true;
            break;
        case ConfigureNotify:
            if (event.xconfigure.window == DefaultRootWindow(display)) seen.screen_changed = true;
            break;
        case KeyPress:
            if (auto name = keyboard.pressed(event.xkey)) seen.typed.push_back(std::move(*name));
            break;
        case KeyRelease:
            keyboard.released(event.xkey);
            break;
        case FocusOut:
            keyboard.lost_focus();
            break;
        case MappingNotify:
            XRefreshKeyboardMapping(&event.xmapping);
            break;
        default:
            break;
    }
}

}  // namespace kiosk::window
