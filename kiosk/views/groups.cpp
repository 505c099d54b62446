// SPDX-License-Identifier: Apache-2.0
#include "content/day.hpp"
#include "views/glass_blocks.hpp"
#include "views/screens.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::views {
namespace {

using namespace glass;

constexpr std::size_t cards_beside_picture = 4, most_cards = 6;  ///< more groups are plain keys

/// A group is shown by the first drawing among its handouts.
std::string picture_of(const content::Topic& topic, content::GroupId group) {
    const auto own = std::find_if(topic.handouts.begin(), topic.handouts.end(), [&](const content::Handout& handout) {
        return handout.group == group && !handout.picture.name.empty();
    });
    return own == topic.handouts.end() ? topic.picture.name : own->picture.name;
}

/// Those with something to read.
std::vector<content::GroupId> groups_offered(const content::Topic& topic) {
    std::vector<content::GroupId> groups;
    const auto ids = content::offered(topic);
    for (std::size_t i = 0; i < topic.groups.size(); ++i)
        if (std::any_of(ids.begin(), ids.end(), [&](auto id) { return topic[id].group.index == i; }))
            groups.push_back({i});
    return groups;
}

page::Block group_key(Sketch& sketch, content::GroupId group, page::KeyKind kind) {
    auto key =
        sketch.key(kind, sketch.in(sketch.topic().groups[group.index].title), "", visit::action::ShowGroup{group});
    if (kind == page::KeyKind::topic_card) key.picture = picture_of(sketch.topic(), group);
    return {std::move(key)};
}

page::Key everything_key(Sketch& sketch) {
    auto key =
        sketch.key(page::KeyKind::secondary, sketch.say("groups.everything"), "list", visit::action::ShowHandouts{});
    key.height = 116;
    key.landscape_height = 112;
    key.label_size = 40;
    return key;
}

}  // namespace

void groups(Sketch& sketch) {
    auto& page = sketch.page();
    const auto& topic = sketch.topic();
    const auto shown = groups_offered(topic);
    const auto count = shown.size();
    const bool as_cards = count <= most_cards && !sketch.has_large_text();
    page.title = sketch.say("groups.title");
    page.read = titled(page.title, text(sketch.say("groups.line"), Role::body));
    page::Blocks keys;
    for (const auto group : shown) {
        keys.push_back(group_key(sketch, group, as_cards ? page::KeyKind::topic_card : page::KeyKind::secondary));
    }
    if (count <= cards_beside_picture && as_cards) {
        picture_over_cards(sketch, topic.picture);
    } else {
        page.sheet_top = 440;
    }
    const int landscape_columns = as_cards && count > cards_beside_picture ? 3 : 2;
    pad_sheet(sketch, 44, 56);
    page.sheet = {{page::Grid{std::move(keys), 2, landscape_columns, key_gap, as_cards ? 26.0 : least_gap}},
                  gap(34, 38),
                  row({back_key(sketch, 116, 112), {everything_key(sketch)}}, {back_width, -1}),
                  gap(24)};
}

}  // namespace kiosk::views
