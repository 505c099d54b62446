// SPDX-License-Identifier: Apache-2.0
// What `kiosk preview` leafs through: one content, one sight of it, and where in it one is. Knows no window; each move
// is a function, so that tests and the window turn the same leaves.
#pragma once

#include "app/loaded.hpp"
#include "views/leaves.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::app {

enum class Move {
    next,
    previous,
    next_leaf,
    previous_leaf,
    first,
    last,
    medium,
    topic,
    language,
    size,
    turn,  ///< portrait or landscape; on paper: letter or A4
    lowered
};

class Album {
public:
    explicit Album(content::Content, views::Sight = {});

    void make(Move);
    /// Another content in its place; stays at the leaf of the same name.
    void replace(content::Content);

    const page::Sheet& sheet() const { return m_sheets[m_page]; }
    const page::Style& style() const { return m_board->style; }
    const content::Content& content() const { return m_content; }
    const views::Sight& sight() const { return m_sight; }
    const views::Leaf& leaf() const { return m_leaves[m_at]; }
    std::size_t count() const { return m_leaves.size(); }
    std::size_t page() const { return m_page; }
    /// "04-question-chest   12 of 187   page 1 of 2"
    std::string place() const;
    /// "screens, Upper back pain, English, normal letters, portrait"
    std::string look() const;

private:
    void see();
    void open(std::size_t leaf);

    content::Content m_content, m_seen;
    views::Sight m_sight;
    std::unique_ptr<DrawingBoard> m_board;
    std::vector<views::Leaf> m_leaves;
    std::vector<page::Sheet> m_sheets;
    std::size_t m_at = 0, m_page = 0;
};

}  // namespace kiosk::app
