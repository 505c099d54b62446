// SPDX-License-Identifier: Apache-2.0
#include "views/glass_blocks.hpp"
#include "views/screens.hpp"

#include <utility>

namespace kiosk::views {
namespace {

using namespace glass;

constexpr double lead_width = 420;

page::Blocks read_blocks(const Sketch& sketch) {
    const auto& topic = sketch.topic();
    return {heading(sketch.in(topic.welcome), Role::welcome), gap(22, 16), text(sketch.in(topic.lead), Role::body)};
}

page::Block language_key(Sketch& sketch, std::size_t index) {
    const auto& language = sketch.content.languages[index];
    auto key = sketch.key(page::KeyKind::language, language.name, "next",
                          visit::action::ChooseLanguage{content::LanguageId{index}});
    key.icon_after = true;
    if (sketch.content.languages.size() > few_languages)
        key.label_size = many_languages_size;
    else
        key.hint = sketch.content.words("welcome.touch-to-start")(content::LanguageId{index});
    key.language = language.code;
    key.right_to_left = language.right_to_left;
    key.landscape_height = 122;
    return {std::move(key)};
}

page::Blocks choose_language(Sketch& sketch) {
    page::Row title{{{page::Icon{.name = "language", .colour = Colour::petrol}},
                     bold(sketch.say("welcome.choose-language"), Role::secondary, Colour::petrol)},
                    {44, -1},
                    16};
    title.across = page::Align::centre;
    page::Blocks keys;
    for (std::size_t i = 0; i < sketch.content.languages.size(); ++i) keys.push_back(language_key(sketch, i));
    page::Blocks blocks{{std::move(title)}, gap(28, 32)};
    if (keys.size() > few_languages) {
        blocks.push_back({page::Grid{std::move(keys), 2, 2, key_gap, least_gap}});
    } else {
        add(blocks, stacked(std::move(keys), 26, 28));
    }
    return blocks;
}

page::Blocks start(Sketch& sketch) {
    auto key = sketch.key(page::KeyKind::primary, sketch.say("welcome.start"), "next", visit::action::Start{});
    key.icon_after = true;
    key.label_size = 52;
    key.height = 200;
    page::Blocks facts{fact("list", sketch.say("welcome.answer")), fact("book", sketch.say("welcome.read"))};
    if (sketch.prints()) facts.push_back(fact("print", sketch.say("welcome.print")));
    page::Blocks blocks;
    add(blocks, stacked(std::move(facts), 22, 24));
    add(blocks, {gap(34, 44),
                 band(Colour::mist,
                      {.name = "lock", .size = 40, .colour = Colour::petrol, .disc = 72, .disc_colour = Colour::white},
                      text(sketch.say("welcome.private"), Role::body), 132),
                 rest(),
                 {std::move(key)},
                 gap(36, 12)});
    return blocks;
}

}  // namespace

void welcome(Sketch& sketch) {
    auto& page = sketch.page();
    const auto& topic = sketch.topic();
    page.title = sketch.in(topic.welcome);
    page.read = read_blocks(sketch);
    page.hint_width = lead_width;
    page.picture = page::ReadPicture{.name = topic.welcome_picture.name,
                                     .alt = sketch.in(topic.welcome_picture.alt),
                                     .size = {800, 600},
                                     .landscape_size = {590, 442},
                                     .from_end = -118,
                                     .landscape_from_end = -6,
                                     .circle = 410};
    const bool asks_language = sketch.content.languages.size() > 1;
    asks_language ? pad_sheet(sketch, 30, 52) : pad_sheet(sketch, 42, 72);
    page.sheet = asks_language ? choose_language(sketch) : start(sketch);
}

}  // namespace kiosk::views
