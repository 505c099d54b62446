// SPDX-License-Identifier: Apache-2.0
#include "window/canvas.hpp"

#define GL_GLEXT_PROTOTYPES 1
#define GLX_GLXEXT_PROTOTYPES 1
#include <GL/gl.h>
#include <GL/glx.h>

#include <cstring>

namespace kiosk::window {

namespace {

bool is_software(const std::string& renderer) {
    for (const char* name : {"llvmpipe", "softpipe", "swrast", "Software"})
        if (renderer.find(name) != std::string::npos) return true;
    return false;
}

/// Mesa's own way to show a part of the window. Only software is asked: a GPU may hand back an older back buffer.
auto copy_sub_buffer() {
    const auto* name = reinterpret_cast<const GLubyte*>("glXCopySubBufferMESA");
    return reinterpret_cast<PFNGLXCOPYSUBBUFFERMESAPROC>(glXGetProcAddress(name));
}

bool names(const char* extensions, const char* one) {
    return extensions != nullptr && std::strstr(extensions, one) != nullptr;
}

bool can_copy_sub_buffer() {
    Display* display = glXGetCurrentDisplay();
    return names(glXQueryExtensionsString(display, DefaultScreen(display)), "GLX_MESA_copy_sub_buffer");
}

const char* text(GLenum what) {
    const auto* found = reinterpret_cast<const char*>(glGetString(what));
    return found != nullptr ? found : "";
}

}  // namespace

bool Canvas::is_possible() {
    return text(GL_VERSION)[0] >= '3' || names(text(GL_EXTENSIONS), "GL_ARB_framebuffer_object");
}

Canvas::Canvas(sf::RenderWindow& window) : m_window(window), m_renderer(text(GL_RENDERER)) {
    m_software = window::is_software(m_renderer);
    m_shows_parts = m_software && can_copy_sub_buffer();
    glGenFramebuffers(1, &m_frame);
}

Canvas::~Canvas() {
    glDeleteFramebuffers(1, &m_frame);
}

/// cairo's order of bytes; asked for from the start, Mesa keeps the texture in it and neither upload nor copy converts.
void Canvas::fit(const Pixels& picture) {
    m_texture.create(static_cast<unsigned>(picture.width), static_cast<unsigned>(picture.height));
    sf::Texture::bind(&m_texture);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, picture.width, picture.height, 0, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV,
                 nullptr);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_frame);
    glFramebufferTexture2D(GL_READ_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, m_texture.getNativeHandle(), 0);
}

void Canvas::put(const Pixels& picture, const PixelBox& box) {
    const sf::Vector2u size(static_cast<unsigned>(picture.width), static_cast<unsigned>(picture.height));
    if (m_texture.getSize() != size) fit(picture);
    const auto first =
        static_cast<std::size_t>(box.y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(box.x);
    sf::Texture::bind(&m_texture);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, picture.width);
    glTexSubImage2D(GL_TEXTURE_2D, 0, box.x, box.y, box.width, box.height, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV,
                    picture.bgra.data() + first);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

void Canvas::copy(const PixelBox& box) const {
    const int height = static_cast<int>(m_window.getSize().y);  // the window's y goes up, the picture's down
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_frame);
    glBlitFramebuffer(box.x, box.y, box.x + box.width, box.y + box.height, box.x, height - box.y, box.x + box.width,
                      height - box.y - box.height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

void Canvas::show(const PixelBox& box) {
    if (!m_shows_parts) return show_whole();
    copy(box);
    const int height = static_cast<int>(m_window.getSize().y);
    static const auto show_part = copy_sub_buffer();
    show_part(glXGetCurrentDisplay(), glXGetCurrentDrawable(), box.x, height - box.y - box.height, box.width,
              box.height);
}

void Canvas::show_whole() {
    m_window.clear(sf::Color::White);
    copy({0, 0, static_cast<int>(m_texture.getSize().x), static_cast<int>(m_texture.getSize().y)});
    m_window.display();
}

}  // namespace kiosk::window
