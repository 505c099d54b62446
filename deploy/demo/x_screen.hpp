// SPDX-License-Identifier: Apache-2.0
// A display as a person meets it: looks at the pixels of the root window and touches with XTEST. Used by the demo, the
// tests of the real window and the benchmark.
#pragma once

#include "base/geometry.hpp"
#include "base/instant.hpp"
#include "base/pixels.hpp"

#include <memory>
#include <optional>

namespace kiosk::play {

class XScreen {
public:
    XScreen();  ///< of DISPLAY; throws std::runtime_error
    ~XScreen();
    XScreen(const XScreen&) = delete;
    XScreen& operator=(const XScreen&) = delete;

    Size size() const;
    void press(Point) const;
    void move(Point) const;
    void release() const;
    void tap(Point) const;
    /// A key of the keyboard by its X name ("Right"), for the window under the finger; function keys also where the
    /// layout calls them otherwise ("F13").
    void type(const char* key) const;
    void hold(const char* key) const;  ///< down; held already, it repeats itself
    void let_go(const char* key) const;
    /// The uppermost window, put into the corner of the screen.
    void resize(Size) const;
    /// The whole screen as it is now; alpha is set.
    Pixels look() const;
    /// The colour of one pixel, 0xRRGGBB: the fastest look there is.
    std::uint32_t look_at(Point) const;
    /// True as soon as the screen shows this picture.
    bool wait_for(const Pixels&, Duration limit) const;

private:
    struct Hold;
    std::unique_ptr<Hold> m_hold;
};

}  // namespace kiosk::play
