// SPDX-License-Identifier: Apache-2.0
#include "window/glass.hpp"

#include "window/changed.hpp"
#include "window/watch.hpp"

#include <SFML/Graphics.hpp>

#include <GL/gl.h>
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

bool is_software(const std::string& renderer) {
    for (const char* name : {"llvmpipe", "softpipe", "swrast", "Software"})
        if (renderer.find(name) != std::string::npos) return true;
    return false;
}

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
    sf::Texture texture, before;
    Pixels shown;
    std::vector<std::uint32_t> rgba;
    std::string renderer;
    bool software = true;
    bool whole = true;  ///< everything must be drawn again
    bool finger_down = false;
    sf::Clock since_fade;
    bool fading = false;

    Display* connection() const { return glXGetCurrentDisplay(); }
    bool input_queued();
    void read(const sf::Event&, std::vector<Input>&);
    void upload(const Pixels&, const PixelBox&);
    void draw(const PixelBox&);
    void draw_fade(float shown_part);
};

Glass::Glass(std::unique_ptr<Hold> hold) : m_hold(std::move(hold)) {}
Glass::~Glass() = default;

Result<Size> Glass::measure(const Mode& mode) {
    if (mode.windowed) return *mode.windowed;
    auto watch = Watch::open();
    if (!watch) return watch.failure();
    return (*watch)->screen();
}

Result<std::unique_ptr<Glass>> Glass::open(const Mode& mode) {
    auto watch = Watch::open();
    if (!watch) return watch.failure();
    if (!(*watch)->has_opengl())
        return Failure{
            "This display has no OpenGL. Install libgl1-mesa-dri, or start the X server with +extension GLX."};
    sf::err().rdbuf(nullptr);  // SFML writes to it what is a Failure or nothing to us
    auto hold = std::make_unique<Hold>();
    hold->watch = std::move(*watch);
    hold->mode = mode;
    const Size size = mode.windowed.value_or(hold->watch->screen());
    const sf::VideoMode video(static_cast<unsigned>(size.width), static_cast<unsigned>(size.height));
    auto& window = hold->window;
    // A borderless window of the screen's size and no mode switch: the same with and without a window manager.
    window.create(video, "Clinic kiosk", mode.windowed ? sf::Style::Default : sf::Style::None);
    if (!window.isOpen()) return Failure{"The display refused a window. Check that this user may use the display."};
    if (!mode.windowed) {
        window.setPosition({0, 0});  // SFML centres on the primary screen, off the edge in portrait
        window.setMouseCursorVisible(false);
    }
    window.setKeyRepeatEnabled(false);
    if (const auto* name = glGetString(GL_RENDERER)) hold->renderer = reinterpret_cast<const char*>(name);
    hold->software = is_software(hold->renderer);
    hold->watch->follow(window.getSystemHandle());
    return std::unique_ptr<Glass>(new Glass(std::move(hold)));
}

Size Glass::size() const {
    const auto size = m_hold->window.getSize();
    return {static_cast<double>(size.x), static_cast<double>(size.y)};
}

const char* Glass::renderer() const {
    return m_hold->renderer.c_str();
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
            break;  // keys: none leaves the kiosk
    }
}

std::vector<Input> Glass::inputs() {
    std::vector<Input> inputs;
    sf::Event event{};
    while (m_hold->window.pollEvent(event)) m_hold->read(event, inputs);
    const auto seen = m_hold->watch->seen();
    if (seen.screen_changed && !m_hold->mode.windowed) m_hold->watch->fill_screen();
    if (seen.exposed) m_hold->whole = true;
    if (m_hold->whole && !m_hold->fading && m_hold->shown.width > 0) {
        m_hold->draw({0, 0, m_hold->shown.width, m_hold->shown.height});
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
    if (m_hold->input_queued() || m_hold->watch->pending()) return;
    std::vector<pollfd> on;
    on.push_back({ConnectionNumber(m_hold->connection()), POLLIN, 0});
    on.push_back({m_hold->watch->descriptor(), POLLIN, 0});
    for (const int other : others) on.push_back({other, POLLIN, 0});
    const auto ms = std::clamp<std::int64_t>(limit.count(), -1, 86'400'000);
    poll(on.data(), on.size(), static_cast<int>(ms));
}

void Glass::Hold::upload(const Pixels& pixels, const PixelBox& box) {
    const auto width = static_cast<unsigned>(pixels.width), height = static_cast<unsigned>(pixels.height);
    if (texture.getSize() != sf::Vector2u(width, height)) texture.create(width, height);
    to_rgba(pixels, box, rgba);
    texture.update(reinterpret_cast<const sf::Uint8*>(rgba.data()), static_cast<unsigned>(box.width),
                   static_cast<unsigned>(box.height), static_cast<unsigned>(box.x), static_cast<unsigned>(box.y));
}

void Glass::Hold::draw(const PixelBox& changed_box) {
    // A software renderer keeps its back buffer over a swap; a GPU may hand back an older one.
    const PixelBox box = software && !whole ? changed_box : PixelBox{0, 0, shown.width, shown.height};
    if (whole) window.clear(sf::Color::White);
    sf::Sprite sprite(texture, sf::IntRect(box.x, box.y, box.width, box.height));
    sprite.setPosition(static_cast<float>(box.x), static_cast<float>(box.y));
    window.draw(sprite, sf::RenderStates(sf::BlendNone));
    window.display();
}

void Glass::Hold::draw_fade(float shown_part) {
    window.draw(sf::Sprite(texture), sf::RenderStates(sf::BlendNone));
    sf::Sprite old(before);
    old.setColor(sf::Color(255, 255, 255, static_cast<sf::Uint8>(std::lround(255.F * (1.F - shown_part)))));
    window.draw(old);
    window.display();
}

void Glass::show(const Pixels& pixels, Change change) {
    auto& hold = *m_hold;
    const PixelBox box = changed(hold.shown, pixels);
    if (box.empty() && !hold.whole) return;
    const bool fade = change == Change::fade && !hold.software && hold.mode.fade.count() > 0 &&
                      hold.shown.width == pixels.width && hold.shown.height == pixels.height;
    if (fade) {
        hold.before = hold.texture;
        hold.since_fade.restart();
    }
    hold.fading = fade;
    if (!box.empty()) hold.upload(pixels, box);
    hold.shown = pixels;
    if (fade) {
        animate();
    } else {
        hold.draw(box);
        hold.whole = false;
    }
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
