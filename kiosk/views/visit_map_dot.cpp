// SPDX-License-Identifier: Apache-2.0
#include "views/visit_map_dot.hpp"

#include <algorithm>
#include <vector>

namespace kiosk::views::dot {
namespace {

std::string escaped(std::string_view words) {
    std::string text;
    for (const char c : words) {
        switch (c) {
            case '&':
                text += "&amp;";
                break;
            case '<':
                text += "&lt;";
                break;
            case '>':
                text += "&gt;";
                break;
            case '"':
                text += "&quot;";
                break;
            default:
                text += c;
        }
    }
    return text;
}

bool begins_letter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// Letters of scripts without spaces are as wide as two.
std::size_t columns(std::string_view word) {
    std::size_t count = 0;
    for (const char c : word)
        if (begins_letter(c)) count += static_cast<unsigned char>(c) >= 0xE3U ? 2 : 1;
    return count;
}

/// What is longer than a line, in pieces that are not.
std::vector<std::string_view> pieces(std::string_view word, std::size_t width) {
    std::vector<std::string_view> all;
    while (columns(word) > width) {
        std::size_t end = 0;
        for (std::size_t at = 1; at <= word.size(); ++at) {
            if (at < word.size() && !begins_letter(word[at])) continue;
            if (columns(word.substr(0, at)) > width) break;
            end = at;
        }
        all.push_back(word.substr(0, end));
        word.remove_prefix(end);
    }
    all.push_back(word);
    return all;
}

}  // namespace

std::string wrapped(std::string_view words, std::size_t width) {
    constexpr const char* new_line = "<br align=\"left\"/>";
    std::string text;
    std::size_t used = 0;
    for (std::size_t at = 0; at < words.size();) {
        const auto end = std::min(words.find(' ', at), words.size());
        bool first = true;
        for (const auto piece : pieces(words.substr(at, end - at), width)) {
            const auto wide = columns(piece);
            if (used > 0 && used + 1 + wide > width) {
                text += new_line;
                used = 0;
            } else if (used > 0 && first) {
                text += ' ';
                ++used;
            }
            text += escaped(piece);
            used += wide;
            first = false;
        }
        at = end + 1;
    }
    return text + new_line;
}

Graph::Graph(const Theme& theme, Way way) : m_theme(theme) {
    const auto ink = colour(Colour::ink);
    m_text = "digraph visit {\n";
    line("graph [bgcolor=\"white\", pad=0.1, nodesep=0.3, " +
         std::string(way == Way::across ? "rankdir=LR, ranksep=1.0" : "rankdir=TB, ranksep=0.35") + "];");
    line("node [shape=plain, fontname=\"Noto Sans\", fontsize=12, fontcolor=\"" + ink + "\"];");
    line("edge [fontname=\"Noto Sans\", fontsize=11, color=\"" + colour(Colour::petrol) + "\", fontcolor=\"" + ink +
         "\", penwidth=1.4, arrowsize=0.8];");
}

std::string Graph::colour(Colour colour) const {
    const auto rgb = m_theme.normal[static_cast<std::size_t>(colour)];
    std::string text = "#";
    for (int shift = 20; shift >= 0; shift -= 4) text += "0123456789ABCDEF"[(rgb >> shift) & 0xFU];
    return text;
}

std::string Graph::cell(const Cell& cell) const {
    std::string text = "<td align=\"left\" balign=\"left\" bgcolor=\"" + colour(cell.fill) + "\"";
    if (cell.span > 1) text += " colspan=\"" + std::to_string(cell.span) + "\"";
    if (!cell.port.empty()) text += " port=\"" + cell.port + "\"";
    if (cell.width > 0) text += " width=\"" + std::to_string(cell.width) + "\"";
    const auto words = cell.bold ? "<b>" + cell.words + "</b>" : cell.words;
    return text + "><font color=\"" + colour(cell.ink) + "\">" + words + "</font></td>";
}

void Graph::table(const std::string& id, const std::string& rows, Colour edge) {
    line(id + " [id=\"" + id + "\", label=<<table border=\"1\" cellborder=\"1\" cellspacing=\"0\" cellpadding=\"4\" " +
         "color=\"" + colour(edge) + "\">" + rows + "</table>>];");
}

std::string row(const std::string& cells) {
    return "<tr>" + cells + "</tr>";
}

Cell urgency_cell(content::Urgency urgency, std::string words) {
    switch (urgency) {
        case content::Urgency::emergency:
            return {std::move(words), Colour::red, Colour::on_red, true};
        case content::Urgency::today:
            return {std::move(words), Colour::amber, Colour::on_amber, true};
        case content::Urgency::mention:
            return {std::move(words), Colour::mist_deep, Colour::ink};
        case content::Urgency::none:
            break;
    }
    return {std::move(words), Colour::white, Colour::ink};
}

}  // namespace kiosk::views::dot
