// SPDX-License-Identifier: Apache-2.0
#include "x_screen.hpp"

#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>

#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

namespace kiosk::play {

namespace {

constexpr std::uint32_t opaque = 0xff000000U;
constexpr auto between_looks = std::chrono::milliseconds(15);

}  // namespace

struct XScreen::Hold {
    Display* display = XOpenDisplay(nullptr);
    ::Window root = 0;

    Hold() {
        if (display == nullptr) throw std::runtime_error("no display: set DISPLAY");
        int event = 0, error = 0, major = 0, minor = 0;
        if (XTestQueryExtension(display, &event, &error, &major, &minor) == 0)
            throw std::runtime_error("the display has no XTEST");
        root = DefaultRootWindow(display);
    }
    ~Hold() {
        if (display != nullptr) XCloseDisplay(display);
    }
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

    unsigned code_of(const std::string& key) const;
};

/// By the key's place ("FK13") where no key has the name.
unsigned XScreen::Hold::code_of(const std::string& key) const {
    if (const auto code = XKeysymToKeycode(display, XStringToKeysym(key.c_str())); code != 0) return code;
    XkbDescPtr map = XkbGetMap(display, 0, XkbUseCoreKbd);
    XkbGetNames(display, XkbKeyNamesMask, map);
    unsigned found = 0;
    for (unsigned code = map->min_key_code; code <= map->max_key_code; ++code)
        if (std::string(map->names->keys[code].name, 4) == "FK" + key.substr(1)) found = code;
    XkbFreeKeyboard(map, XkbAllComponentsMask, True);
    if (found == 0) throw std::runtime_error("this display has no key " + key);
    return found;
}

XScreen::XScreen() : m_hold(std::make_unique<Hold>()) {}
XScreen::~XScreen() = default;

Size XScreen::size() const {
    XWindowAttributes root{};
    XGetWindowAttributes(m_hold->display, m_hold->root, &root);
    return {static_cast<double>(root.width), static_cast<double>(root.height)};
}

void XScreen::move(Point at) const {
    XTestFakeMotionEvent(m_hold->display, -1, static_cast<int>(at.x), static_cast<int>(at.y), CurrentTime);
    XFlush(m_hold->display);
}

void XScreen::press(Point at) const {
    XTestFakeMotionEvent(m_hold->display, -1, static_cast<int>(at.x), static_cast<int>(at.y), CurrentTime);
    XTestFakeButtonEvent(m_hold->display, 1, True, CurrentTime);
    XFlush(m_hold->display);
}

void XScreen::release() const {
    XTestFakeButtonEvent(m_hold->display, 1, False, CurrentTime);
    XFlush(m_hold->display);
}

void XScreen::hold(const char* key) const {
    XTestFakeKeyEvent(m_hold->display, m_hold->code_of(key), True, CurrentTime);
    XFlush(m_hold->display);
}

void XScreen::let_go(const char* key) const {
    XTestFakeKeyEvent(m_hold->display, m_hold->code_of(key), False, CurrentTime);
    XFlush(m_hold->display);
}

void XScreen::type(const char* key) const {
    hold(key);
    let_go(key);
}

void XScreen::tap(Point at) const {
    press(at);
    release();
}

void XScreen::resize(Size to) const {
    ::Window root = 0, parent = 0, *children = nullptr;
    unsigned count = 0;
    XQueryTree(m_hold->display, m_hold->root, &root, &parent, &children, &count);
    for (unsigned i = count; i > 0; --i) {
        XWindowAttributes window{};
        if (XGetWindowAttributes(m_hold->display, children[i - 1], &window) == 0 || window.map_state != IsViewable)
            continue;
        XMoveResizeWindow(m_hold->display, children[i - 1], 0, 0, static_cast<unsigned>(to.width),
                          static_cast<unsigned>(to.height));
        break;
    }
    if (children != nullptr) XFree(children);
    XFlush(m_hold->display);
}

Pixels XScreen::look() const {
    const Size s = size();
    Pixels pixels{static_cast<int>(s.width), static_cast<int>(s.height), {}};
    XImage* image = XGetImage(m_hold->display, m_hold->root, 0, 0, static_cast<unsigned>(pixels.width),
                              static_cast<unsigned>(pixels.height), AllPlanes, ZPixmap);
    if (image == nullptr) throw std::runtime_error("the display could not be read");
    pixels.bgra.reserve(static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height));
    for (int y = 0; y < pixels.height; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(image->data + static_cast<std::ptrdiff_t>(y) *
                                                                                   image->bytes_per_line);
        for (int x = 0; x < pixels.width; ++x) pixels.bgra.push_back(row[x] | opaque);
    }
    XDestroyImage(image);
    return pixels;
}

std::uint32_t XScreen::look_at(Point at) const {
    XImage* image = XGetImage(m_hold->display, m_hold->root, static_cast<int>(at.x), static_cast<int>(at.y), 1, 1,
                              AllPlanes, ZPixmap);
    const auto colour = static_cast<std::uint32_t>(XGetPixel(image, 0, 0)) & ~opaque;
    XDestroyImage(image);
    return colour;
}

bool XScreen::wait_for(const Pixels& expected, Duration limit) const {
    const auto end = std::chrono::steady_clock::now() + limit;
    do {
        if (look() == expected) return true;
        std::this_thread::sleep_for(between_looks);
    } while (std::chrono::steady_clock::now() < end);
    return false;
}

}  // namespace kiosk::play
