// SPDX-License-Identifier: Apache-2.0
#include "window/glass.hpp"

#include "window/canvas.hpp"
#include "window/display_lost.hpp"
#include "window/watch.hpp"

#include <SFML/Graphics.hpp>

#include <GL/glx.h>
#include <X11/Xlib.h>
#include <poll.h>
#undef None  // Xlib's macro hides sf::Style::None

#include <algorithm>
#include <cmath>
#include <ostream>
#include <string>
#include <utility>

namespace kiosk::window {

namespace {

/// SFML keeps helper windows on its connection and never reads their events; left in the queue they would look like
/// waiting input for ever.
Bool belongs_to_another(Display*, XEvent* event, XPointer ours) {
    return event->xany.window != *reinterpret_cast<::Window*>(ours) ? True : False;
}

}  // namespace

struct Glass::Hold {
    std::unique_ptr<Watch> watch;
    Mode mode;
    sf::RenderWindow window;
    std::optional<Canvas> canvas;
    sf::Texture before;
    Pixels shown;
    bool whole = true;  ///< everything must be drawn again
    bool finger_down = false;
    bool x_spoke = true;  ///< since it was last listened to
    sf::Clock since_fade;
    bool fading = false;

    Display* connection() const { return glXGetCurrentDisplay(); }
    bool input_queued();
    void read(const sf::Event&, std::vector<Input>&);
    void remember(const Pixels&, const PixelBox&);
    void draw_fade(float shown_part);
};

Size size_of(const Mode& mode, const Watch& watch) {
    return mode.windowed.value_or(watch.screen());
}

Glass::Glass(std::unique_ptr<Hold> hold) : m_hold(std::move(hold)) {}
Glass::~Glass() = default;

Result<std::unique_ptr<Glass>> Glass::open(const Mode& mode, std::unique_ptr<Watch> watch) {
    if (!watch->has_opengl())
        return Failure{
            "This display has no OpenGL. Install libgl1-mesa-dri, or start the X server with +extension GLX."};
    sf::err().rdbuf(nullptr);  // SFML writes to it what is a Failure or nothing to us
    auto hold = std::make_unique<Hold>();
    hold->watch = std::move(watch);
    hold->mode = mode;
    const Size size = size_of(mode, *hold->watch);
    const sf::VideoMode video(static_cast<unsigned>(size.width), static_cast<unsigned>(size.height));
    auto& window = hold->window;
    // A borderless window of the screen's size and no mode switch: the same with and without a window manager.
    window.create(video, "Clinic kiosk", mode.windowed ? sf::Style::Default : sf::Style::None);
    if (!window.isOpen()) return Failure{"The display refused a window. Check that this user may use the display."};
    if (!mode.windowed) {
        window.setPosition({0, 0});  // SFML centres on the primary screen, off the edge in portrait
        window.setMouseCursorVisible(false);
    } else {  // a window larger than the screen would begin outside it
        const auto at = window.getPosition();
        window.setPosition({std::max(at.x, 0), std::max(at.y, 0)});
    }
    if (!Canvas::is_possible())
        return Failure{"The OpenGL of this display is older than 3.0. Install libgl1-mesa-dri, or a newer driver."};
    hold->canvas.emplace(window);
    hold->watch->follow(window.getSystemHandle());
    outlive_refusals();  // SFML has put Xlib's own handler back by now
    return std::unique_ptr<Glass>(new Glass(std::move(hold)));
}

Size Glass::size() const {
    const auto size = m_hold->window.getSize();
    return {static_cast<double>(size.x), static_cast<double>(size.y)};
}

const char* Glass::renderer() const {
    return m_hold->canvas->renderer().c_str();
}

void Glass::Hold::read(const sf::Event& event, std::vector<Input>& inputs) {
    const auto at = [](int x, int y) { return Point{static_cast<double>(x), static_cast<double>(y)}; };
    switch (event.type) {
        case sf::Event::MouseButtonPressed:
            if (event.mouseButton.button != sf::Mouse::Left) break;
            finger_down = true;
            inputs.push_back(Finger{Finger::Kind::down, at(event.mouseButton.x, event.mouseButton.y)});
            break;
        case sf::Event::MouseMoved:
            if (finger_down) inputs.push_back(Finger{Finger::Kind::moved, at(event.mouseMove.x, event.mouseMove.y)});
            break;
        case sf::Event::MouseButtonReleased:
            if (event.mouseButton.button != sf::Mouse::Left) break;
            finger_down = false;
            inputs.push_back(Finger{Finger::Kind::up, at(event.mouseButton.x, event.mouseButton.y)});
            break;
        case sf::Event::Resized:
            window.setView(sf::View(
                sf::FloatRect(0, 0, static_cast<float>(event.size.width), static_cast<float>(event.size.height))));
            whole = true;
            inputs.push_back(Resized{{static_cast<double>(event.size.width), static_cast<double>(event.size.height)}});
            break;
        case sf::Event::GainedFocus:
            whole = true;
            break;
        case sf::Event::Closed:
            if (mode.windowed) inputs.push_back(Closed{});
            break;
        default:
            break;
    }
}

std::vector<Input> Glass::inputs() {
    std::vector<Input> inputs;
    if (was_refused()) m_hold->whole = true;
    if (!std::exchange(m_hold->x_spoke, false) && !m_hold->whole) return inputs;
    sf::Event event{};
    while (m_hold->window.pollEvent(event)) m_hold->read(event, inputs);
    const auto seen = m_hold->watch->seen();
    for (const auto& key : seen.typed) inputs.push_back(Typed{key});
    if (seen.screen_changed && !m_hold->mode.windowed) m_hold->watch->fill_screen();
    if (seen.exposed) m_hold->whole = true;
    if (m_hold->whole && !m_hold->fading && m_hold->shown.width > 0) {
        m_hold->canvas->show_whole();
        m_hold->whole = false;
    }
    return inputs;
}

bool Glass::Hold::input_queued() {
    Display* display = connection();
    ::Window ours = window.getSystemHandle();
    XEvent dropped{};
    while (XCheckIfEvent(display, &dropped, belongs_to_another, reinterpret_cast<XPointer>(&ours)) != 0) {
    }
    XFlush(display);
    return XEventsQueued(display, QueuedAlready) > 0;
}

void Glass::wait(Duration limit, std::span<const int> others) {
    m_hold->x_spoke = m_hold->input_queued() || m_hold->watch->pending();
    if (m_hold->x_spoke) return;
    std::vector<pollfd> on;
    on.push_back({ConnectionNumber(m_hold->connection()), POLLIN, 0});
    on.push_back({m_hold->watch->descriptor(), POLLIN, 0});
    for (const int other : others) on.push_back({other, POLLIN, 0});
    const auto ms = std::clamp<std::int64_t>(limit.count(), -1, 86'400'000);
    poll(on.data(), on.size(), static_cast<int>(ms));
    m_hold->x_spoke = on[0].revents != 0 || on[1].revents != 0;
}

/// What is on the glass, for the next comparison.
void Glass::Hold::remember(const Pixels& pixels, const PixelBox& box) {
    if (shown.width != pixels.width || shown.height != pixels.height) {
        shown = pixels;
        return;
    }
    const auto width = static_cast<std::ptrdiff_t>(pixels.width);
    std::copy(pixels.bgra.begin() + box.y * width, pixels.bgra.begin() + (box.y + box.height) * width,
              shown.bgra.begin() + box.y * width);
}

void Glass::Hold::draw_fade(float shown_part) {
    window.resetGLStates();  // the canvas speaks to OpenGL itself
    window.draw(sf::Sprite(canvas->texture()), sf::RenderStates(sf::BlendNone));
    sf::Sprite old(before);
    old.setColor(sf::Color(255, 255, 255, static_cast<sf::Uint8>(std::lround(255.F * (1.F - shown_part)))));
    window.draw(old);
    window.display();
}

void Glass::show(const Pixels& pixels, Change change) {
    auto& hold = *m_hold;
    const PixelBox box = changed(hold.shown, pixels);
    if (box.empty() && !hold.whole) return;
    const bool fade = change == Change::fade && !hold.canvas->is_software() && hold.mode.fade.count() > 0 &&
                      hold.shown.width == pixels.width && hold.shown.height == pixels.height;
    if (fade) {
        hold.before = hold.canvas->texture();
        hold.since_fade.restart();
    }
    hold.fading = fade;
    if (!box.empty()) hold.canvas->put(pixels, box);
    hold.remember(pixels, box);
    if (fade) {
        animate();
        return;
    }
    hold.whole ? hold.canvas->show_whole() : hold.canvas->show(box);
    hold.whole = false;
}

void Glass::show_again() {
    m_hold->canvas->show_whole();
}

bool Glass::animate() {
    auto& hold = *m_hold;
    if (!hold.fading) return false;
    const auto part = static_cast<float>(hold.since_fade.getElapsedTime().asMilliseconds()) /
                      static_cast<float>(hold.mode.fade.count());
    hold.fading = part < 1.F;
    hold.draw_fade(std::min(part, 1.F));
    return hold.fading;
}

}  // namespace kiosk::window
