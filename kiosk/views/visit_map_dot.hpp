// SPDX-License-Identifier: Apache-2.0
// The pieces of Graphviz's language that the charts of the visit are written in: escaped and wrapped words, cells of
// HTML-like tables, nodes and edges. The room's own.
#pragma once

#include "base/theme.hpp"
#include "content/content.hpp"

#include <string>
#include <string_view>

namespace kiosk::views::dot {

/// `<`, `&` and quotes cannot break out of a label; wrapped at spaces (a long word is cut) into lines of about `width`.
std::string wrapped(std::string_view words, std::size_t width);

struct Cell {
    std::string words;  ///< already wrapped or escaped
    Colour fill = Colour::white, ink = Colour::ink;
    bool bold = false;
    int span = 1;
    std::string port{};
    int width = 0;  ///< pt at least
};

/// Everything that is written of one graph.
class Graph {
public:
    enum class Way { down, across };
    Graph(const Theme&, Way);

    std::string colour(Colour) const;
    std::string cell(const Cell&) const;
    /// `rows` are whole `<tr>`s.
    void table(const std::string& id, const std::string& rows, Colour edge = Colour::control_line);
    void line(const std::string& text) { m_text += "  " + text + "\n"; }
    std::string finished() { return m_text + "}\n"; }

private:
    const Theme& m_theme;
    std::string m_text;
};

std::string row(const std::string& cells);
/// How an urgency is filled: never by colour alone, the words stand in it.
Cell urgency_cell(content::Urgency, std::string words);

}  // namespace kiosk::views::dot
