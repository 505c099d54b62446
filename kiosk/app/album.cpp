// SPDX-License-Identifier: Apache-2.0
#include "app/album.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::app {

namespace {

using views::Medium, views::Sight, visit::TextSize;

TextSize after(TextSize size, Medium medium) {
    if (medium == Medium::paper) return size == TextSize::normal ? TextSize::large : TextSize::normal;
    if (size == TextSize::normal) return TextSize::large;
    return size == TextSize::large ? TextSize::largest : TextSize::normal;
}

const char* letters(const Sight& sight) {
    if (sight.medium == Medium::paper) return sight.size == TextSize::normal ? "normal print" : "large print";
    if (sight.size == TextSize::normal) return "normal letters";
    return sight.size == TextSize::large ? "large letters" : "largest letters";
}

const char* shape(const Sight& sight) {
    if (sight.medium == Medium::paper) return sight.paper == content::PaperSize::a4 ? "A4" : "letter";
    if (sight.shape == page::Shape::landscape) return "landscape";
    return sight.hung == Sight::Hung::lowered ? "portrait, keys lowered" : "portrait";
}

void turn(Sight& sight) {
    const bool is_letter = sight.paper == content::PaperSize::letter, is_tall = sight.shape == page::Shape::portrait;
    if (sight.medium == Medium::paper)
        sight.paper = is_letter ? content::PaperSize::a4 : content::PaperSize::letter;
    else
        sight.shape = is_tall ? page::Shape::landscape : page::Shape::portrait;
}

/// The sight after a move that looks at the same leaf otherwise.
Sight looked(Sight sight, Move move, const content::Content& content) {
    switch (move) {
        case Move::medium:
            sight.medium = sight.medium == Medium::glass ? Medium::paper : Medium::glass;
            break;
        case Move::topic:
            sight.topic.index = (sight.topic.index + 1) % content.topics.size();
            break;
        case Move::language:
            sight.language.index = (sight.language.index + 1) % content.languages.size();
            break;
        case Move::size:
            sight.size = after(sight.size, sight.medium);
            break;
        case Move::turn:
            turn(sight);
            break;
        case Move::lowered:
            sight.hung = sight.hung == Sight::Hung::lowered ? Sight::Hung::standing : Sight::Hung::lowered;
            break;
        default:
            break;
    }
    return sight;
}

}  // namespace

Album::Album(content::Content content, Sight sight) : m_content(std::move(content)), m_sight(sight) {
    see();
}

/// The leaf of the same name stays open, and its page where there still is one.
void Album::see() {
    const auto name = m_leaves.empty() ? std::string() : leaf().name;
    const auto page = m_page, at = m_at;
    m_sheets.clear();
    m_leaves.clear();
    m_seen = views::seen(m_content, m_sight);
    m_board = std::make_unique<DrawingBoard>(m_seen);
    m_leaves = views::leaves(m_seen, m_sight);
    const auto same = std::find_if(m_leaves.begin(), m_leaves.end(), [&](const auto& l) { return l.name == name; });
    const bool found = same != m_leaves.end();
    open(found ? static_cast<std::size_t>(same - m_leaves.begin()) : std::min(at, m_leaves.size() - 1));
    if (found) m_page = std::min(page, m_sheets.size() - 1);
}

void Album::open(std::size_t leaf) {
    m_at = leaf;
    m_sheets = views::sheets(m_seen, m_sight, m_leaves[leaf], m_board->style);
    m_page = 0;
}

void Album::replace(content::Content content) {
    m_content = std::move(content);
    m_sight.topic.index = std::min(m_sight.topic.index, m_content.topics.size() - 1);
    m_sight.language.index = std::min(m_sight.language.index, m_content.languages.size() - 1);
    see();
}

void Album::make(Move move) {
    const auto end = m_leaves.size() - 1;
    switch (move) {
        case Move::next:
            if (m_page + 1 < m_sheets.size())
                ++m_page;
            else if (m_at < end)
                open(m_at + 1);
            return;
        case Move::previous:
            if (m_page > 0) {
                --m_page;
            } else if (m_at > 0) {
                open(m_at - 1);
                m_page = m_sheets.size() - 1;
            }
            return;
        case Move::next_leaf:
            return open(std::min(m_at + 1, end));
        case Move::previous_leaf:
            return open(m_at > 0 ? m_at - 1 : 0);
        case Move::first:
            return open(0);
        case Move::last:
            return open(end);
        default:
            m_sight = looked(m_sight, move, m_content);
            see();
    }
}

std::string Album::place() const {
    std::string text = leaf().name + "   " + std::to_string(m_at + 1) + " of " + std::to_string(count());
    if (m_sheets.size() > 1) text += "   page " + std::to_string(m_page + 1) + " of " + std::to_string(m_sheets.size());
    return text;
}

std::string Album::look() const {
    const std::string medium = m_sight.medium == Medium::glass ? "screens" : "paper";
    return medium + ", " + m_content[m_sight.topic].title({}) + ", " +
           m_content.languages[m_sight.language.index].name + ", " + letters(m_sight) + ", " + shape(m_sight);
}

}  // namespace kiosk::app
