// SPDX-License-Identifier: Apache-2.0
// The glass: one window that fills the screen, fingers in, pixels out. Sleeps without waking until something happens;
// draws only what changed; survives being covered and a screen that changes size.
#pragma once

#include "base/geometry.hpp"
#include "base/instant.hpp"
#include "base/pixels.hpp"
#include "base/result.hpp"
#include "window/watch.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace kiosk::window {

/// The first finger; X hands on no other. In px of the glass.
struct Finger {
    enum class Kind { down, moved, up } kind;
    Point at;
    bool operator==(const Finger&) const = default;
};
struct Resized {
    Size size;
    bool operator==(const Resized&) const = default;
};
/// A window on a desk was closed; a fullscreen one cannot be.
struct Closed {
    bool operator==(const Closed&) const = default;
};
/// A key of a keyboard or keypad went down. What it means is for whoever reads it: none leaves the kiosk by itself.
struct Typed {
    std::string key;  ///< "Right", "a", "F13", "Shift+Tab", "Control+c" (key_name.hpp)
    bool operator==(const Typed&) const = default;
};
using Input = std::variant<Finger, Resized, Closed, Typed>;

/// A change of screen: at once, or by a cross-fade where there is a GPU and stillness was not asked for.
enum class Change { cut, fade };

struct Mode {
    std::optional<Size> windowed;  ///< nothing: the whole screen, cursor hidden
    Duration fade{160};            ///< zero: never fade
};

/// The size a glass on this display will have.
Size size_of(const Mode&, const Watch&);

class Glass {
public:
    /// Fails with a sentence where the display has no OpenGL or refuses a window.
    static Result<std::unique_ptr<Glass>> open(const Mode&, std::unique_ptr<Watch>);
    ~Glass();
    Glass(const Glass&) = delete;
    Glass& operator=(const Glass&) = delete;

    Size size() const;
    /// What has happened since last asked; never waits.
    std::vector<Input> inputs();
    /// Sleeps until there is input, one of `others` is readable, or the time is up (negative: no limit).
    void wait(Duration, std::span<const int> others);
    /// The picture must have the size of the glass; else it is shown as far as it goes until the right one comes.
    void show(const Pixels&, Change);
    /// The same picture once more. A display takes the second when it has the first: from then on there is something
    /// on the glass.
    void show_again();
    /// While a fade runs: draws its next step. True: call again within a frame.
    bool animate();
    /// "llvmpipe (...)", for status and the log.
    const char* renderer() const;

private:
    struct Hold;
    explicit Glass(std::unique_ptr<Hold>);
    std::unique_ptr<Hold> m_hold;
};

}  // namespace kiosk::window
