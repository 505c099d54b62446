// SPDX-License-Identifier: Apache-2.0
// The picture as OpenGL has it: a texture of which the changed part is copied onto the window. A copy needs no triangle
// and no shader, which a renderer without a GPU would have to compile first and then run for every pixel.
#pragma once

#include "window/changed.hpp"

#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/Graphics/Texture.hpp>

#include <string>

namespace kiosk::window {

class Canvas {
public:
    /// Whether the current context can copy: OpenGL 3, or what of it is asked for here.
    static bool is_possible();
    /// The window is open, and its context the current one.
    explicit Canvas(sf::RenderWindow&);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    const std::string& renderer() const { return m_renderer; }
    bool is_software() const { return m_software; }

    /// Takes over this part of the picture; all of it where the picture has a new size.
    void put(const Pixels&, const PixelBox&);
    /// Brings this part onto the glass; all else stays as it is.
    void show(const PixelBox&);
    /// The whole picture, and white where it does not reach.
    void show_whole();

    const sf::Texture& texture() const { return m_texture; }

private:
    void fit(const Pixels&);
    void copy(const PixelBox&) const;

    sf::RenderWindow& m_window;
    std::string m_renderer;
    bool m_software = true;
    bool m_shows_parts = false;  ///< a part can be shown by itself
    sf::Texture m_texture;
    unsigned m_frame = 0;  ///< OpenGL copies from frames: this one is the texture
};

}  // namespace kiosk::window
