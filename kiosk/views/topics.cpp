// SPDX-License-Identifier: Apache-2.0
#include "views/glass_blocks.hpp"
#include "views/screens.hpp"

#include <utility>

namespace kiosk::views {
namespace {

using namespace glass;

constexpr std::size_t cards_on_a_page = 4;  ///< with the picture above; more, and the cards have the whole height

page::Block card(Sketch& sketch, std::size_t index) {
    const auto& topic = sketch.content.topics[index];
    auto key = sketch.key(page::KeyKind::topic_card, sketch.in(topic.title), "",
                          visit::action::ChooseTopic{content::TopicId{index}});
    key.picture = topic.picture.name;
    key.landscape_height = 308;
    return {std::move(key)};
}

}  // namespace

void topics(Sketch& sketch, const visit::place::Topics& at) {
    auto& page = sketch.page();
    page.title = sketch.say("topics.title");
    page.read = titled(page.title, text(sketch.say("topics.line"), Role::body));
    const auto& first = sketch.content.topics.front();
    page::Blocks cards;
    for (std::size_t i = 0; i < sketch.content.topics.size(); ++i) cards.push_back(card(sketch, i));
    if (cards.size() <= cards_on_a_page) {
        picture_over_cards(sketch, first.picture);
    } else {
        page.sheet_top = 440;
    }
    pad_sheet(sketch, 44, 56);
    page.sheet = {{page::Paged{{{page::Grid{std::move(cards), 2, 2, key_gap, 26}}}, 0, at.page}},
                  page_row(sketch, at.page, "library.page", false),
                  gap(34, 38),
                  back_key(sketch, 116, 112),
                  gap(24)};
}

}  // namespace kiosk::views
