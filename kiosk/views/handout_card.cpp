// SPDX-License-Identifier: Apache-2.0
#include "views/handout_card.hpp"

#include "views/glass_blocks.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::views {
namespace {

using namespace glass;
using visit::Standing;

/// The design's card in each shape of surface.
struct Measures {
    page::Shape shape;
    double picture_width, picture_height, title_height, key_height, read_share, label;
    int columns;
    double row_gap;
};

constexpr Measures portrait{page::Shape::portrait, 277, 208, 110, 88, -168, 34, 2, 16};
/// Where the panel is lowered or the words are large, the cards are as low as in landscape.
constexpr Measures low{page::Shape::portrait, 187, 140, 102, 80, -168, 34, 2, 20};
constexpr Measures landscape{page::Shape::landscape, 187, 140, 102, 80, -150, 31, 3, 20};
/// Larger words need the drawing's room.
constexpr Measures large_portrait{page::Shape::portrait, 0, 0, 102, 80, -168, 34, 1, 20};
constexpr Measures large_landscape{page::Shape::landscape, 0, 0, 144, 80, -150, 31, 2, 20};
constexpr double choose_share = -244, card_pad = 18, card_foot = 22, picture_top = 20;

struct Shown {
    content::HandoutId id;
    const content::Handout& handout;
    Standing standing;
    bool chosen, read_with_care;
    bool is_marked() const {
        return standing == Standing::withheld || (standing == Standing::ask_first && !read_with_care);
    }
};

bool has(const std::vector<content::HandoutId>& list, content::HandoutId id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

Shown shown(const Sketch& sketch, content::HandoutId id) {
    const auto& topic = sketch.topic();
    const auto standing = visit::standing(topic, sketch.visit.answers, sketch.visit.release, id);
    return {id, topic[id], standing, has(sketch.visit.chosen, id), has(sketch.visit.with_care, id)};
}

page::Block picture_band(const Sketch& sketch, const Shown& shown, const Measures& measures) {
    page::Blocks blocks{page::space(picture_top)};
    if (measures.picture_height == 0) return {page::Frame{.blocks = std::move(blocks)}};
    const auto& picture = shown.handout.picture;
    if (picture.name.empty()) {
        blocks.push_back(page::space(measures.picture_height));
    } else {
        page::Block drawing{page::Picture{.name = picture.name,
                                          .alt = sketch.in(picture.alt),
                                          .width = measures.picture_width,
                                          .height = measures.picture_height}};
        blocks.push_back(
            row({page::space(0), std::move(drawing), page::space(0)}, {-1, measures.picture_width, -1}, 0));
    }
    return {page::Frame{.blocks = std::move(blocks), .fill = shown.chosen ? Colour::mist : Colour::linen}};
}

page::Block title_box(const Sketch& sketch, const Shown& shown, const Measures& measures) {
    page::Words title{.runs = {{sketch.in(shown.handout.title)}},
                      .role = Role::card_title,
                      .align = page::Align::centre,
                      .tag = page::Tag::heading2};
    return {page::Frame{
        .blocks = {{std::move(title)}}, .pad_x = card_pad, .least_height = measures.title_height, .centred = true}};
}

page::Block sized(page::Key key, const Measures& measures) {
    key.height = measures.key_height;
    key.label_size = measures.label;
    return {std::move(key)};
}

page::Key read_key(Sketch& sketch, const Shown& shown, const std::string& name, const std::string& icon) {
    auto key = sketch.key(page::KeyKind::secondary, sketch.say(name), icon, visit::action::Read{shown.id});
    key.spoken = sketch.say("library.spoken", {{"key", key.label}, {"title", sketch.in(shown.handout.title)}});
    return key;
}

page::Key choose_key(Sketch& sketch, const Shown& shown) {
    auto key = sketch.key(page::KeyKind::choose, sketch.say(shown.chosen ? "library.chosen" : "library.choose"), "",
                          visit::action::Choose{shown.id});
    key.spoken = sketch.say("library.spoken", {{"key", key.label}, {"title", sketch.in(shown.handout.title)}});
    return shown.chosen ? sketch.selected(std::move(key)) : key;
}

/// What is held back says so in words on the card; its one key leads to why and what instead.
page::Block marked_row(Sketch& sketch, const Shown& shown, const Measures& measures) {
    const bool withheld = shown.standing != Standing::ask_first;
    page::Row mark{{{page::Icon{.name = withheld ? "stop-sign" : "people", .size = 40}},
                    bold(sketch.say(withheld ? "library.withheld" : "library.ask-first"), Role::smallest)},
                   {40, -1},
                   12};
    mark.across = page::Align::centre;
    auto key = read_key(sketch, shown, withheld ? "library.why" : "library.read", withheld ? "why" : "book");
    page::Row all{{{std::move(mark)}, sized(std::move(key), measures)}, {-1, -measures.read_share}, 16};
    all.across = page::Align::centre;
    return {std::move(all)};
}

page::Block key_row(Sketch& sketch, const Shown& shown, const Measures& measures) {
    if (shown.is_marked()) return marked_row(sketch, shown, measures);
    auto read = sized(read_key(sketch, shown, "library.read", "book"), measures);
    if (!sketch.prints()) return read;
    return row({std::move(read), sized(choose_key(sketch, shown), measures)}, {measures.read_share, choose_share}, 16);
}

page::Block card(Sketch& sketch, const Shown& shown, const Measures& measures) {
    page::Block keys{
        page::Frame{.blocks = {key_row(sketch, shown, measures), page::space(card_foot)}, .pad_x = card_pad}};
    return {page::Frame{
        .blocks = {picture_band(sketch, shown, measures), title_box(sketch, shown, measures), std::move(keys)},
        .fill = Colour::white,
        .edge = shown.chosen ? Colour::petrol : Colour::card_line,
        .border = shown.chosen ? 5.0 : 3.0,
        .radius = 28}};
}

page::Block grid(Sketch& sketch, const std::vector<content::HandoutId>& ids, const Measures& measures) {
    page::Blocks cards;
    for (const auto id : ids) cards.push_back(card(sketch, shown(sketch, id), measures));
    return {page::Grid{std::move(cards), measures.columns, measures.columns, key_gap, measures.row_gap}};
}

}  // namespace

bool has_choose_key(const Sketch& sketch, content::HandoutId id) {
    return sketch.prints() && !shown(sketch, id).is_marked();
}

page::Blocks handout_cards(Sketch& sketch, const std::vector<content::HandoutId>& ids) {
    const bool large = sketch.has_large_text();
    const auto& upright = large ? large_portrait : sketch.is_lowered() ? low : portrait;
    return {only(page::Shape::portrait, {grid(sketch, ids, upright)}),
            only(page::Shape::landscape, {grid(sketch, ids, large ? large_landscape : landscape)})};
}

}  // namespace kiosk::views
