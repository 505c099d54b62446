// SPDX-License-Identifier: Apache-2.0
#include "views/glass_blocks.hpp"
#include "views/screens.hpp"

#include <utility>

namespace kiosk::views {
namespace {

using namespace glass;

constexpr std::size_t most_in_column = 7, most_in_wide_column = 3;
constexpr double between_languages = 30, between_choices = 32, choice_height = 104;

struct Looks {
    std::string icon, title;
    std::vector<page::Key> choices;
};

page::Key choice(Sketch& sketch, const std::string& name, double size, bool is_now, visit::Action action) {
    auto key = sketch.key(page::KeyKind::choice, sketch.say(name), "", std::move(action));
    key.label_size = size;
    return is_now ? sketch.selected(std::move(key)) : key;
}

Looks text_sizes(Sketch& sketch) {
    using visit::TextSize;
    const auto one = [&](const std::string& name, double size, TextSize is) {
        auto key = choice(sketch, name, size, sketch.visit.look.size == is, visit::action::SetTextSize{is});
        key.hint = sketch.say("text-size.letter");
        return key;
    };
    return {"text-size",
            sketch.say("text-size.title"),
            {one("text-size.normal", 48, TextSize::normal), one("text-size.large", 60, TextSize::large),
             one("text-size.largest", 72, TextSize::largest)}};
}

/// A tick of its own: it goes with either contrast.
page::Key stillness(Sketch& sketch) {
    auto key = sketch.key(page::KeyKind::check_row, sketch.say("contrast.still"), "", visit::action::ToggleStill{});
    key.height = choice_height;
    return sketch.visit.look.still ? sketch.selected(std::move(key)) : key;
}

Looks contrasts(Sketch& sketch) {
    using visit::Contrast;
    const auto one = [&](const std::string& name, Contrast is) {
        return choice(sketch, name, 52, sketch.visit.look.contrast == is, visit::action::SetContrast{is});
    };
    auto inverted = one("contrast.high", Contrast::high);
    inverted.inverted = true;
    return {"contrast",
            sketch.say("contrast.title"),
            {one("contrast.normal", Contrast::normal), std::move(inverted), stillness(sketch)}};
}

Looks languages(Sketch& sketch) {
    Looks looks{"language", sketch.say("language.title"), {}};
    const bool many = sketch.content.languages.size() > most_in_column;
    for (std::size_t i = 0; i < sketch.content.languages.size(); ++i) {
        const auto& language = sketch.content.languages[i];
        const bool is_now = sketch.language().index == i;
        auto key = sketch.key(is_now ? page::KeyKind::choice : page::KeyKind::language, language.name,
                              is_now ? "" : "next", visit::action::ChooseLanguage{content::LanguageId{i}});
        key.icon_after = true;
        key.language = language.code;
        key.right_to_left = language.right_to_left;
        key.height = many ? 100 : 124;
        if (many || is_now) key.label_size = many ? many_languages_size : 52;
        looks.choices.push_back(is_now ? sketch.selected(std::move(key)) : std::move(key));
    }
    return looks;
}

Looks looks_of(Sketch& sketch, visit::Panel panel) {
    switch (panel) {
        case visit::Panel::text_size:
            return text_sizes(sketch);
        case visit::Panel::contrast:
            return contrasts(sketch);
        case visit::Panel::language:
            return languages(sketch);
    }
    return {};
}

page::Blocks blocks_of(std::vector<page::Key> keys) {
    page::Blocks blocks;
    for (auto& key : keys) blocks.push_back({std::move(key)});
    return blocks;
}

/// As many columns as leave the keys their height.
page::Grid language_grid(std::vector<page::Key> keys) {
    const auto count = keys.size();
    return {blocks_of(std::move(keys)), count > most_in_column ? 2 : 1, count > most_in_wide_column ? 2 : 1, key_gap,
            between_languages};
}

}  // namespace

void settings_panel(Sketch& sketch, visit::Panel which) {
    auto looks = looks_of(sketch, which);
    const bool is_language = which == visit::Panel::language;
    page::OverPanel panel;
    panel.blocks = {panel_title(looks.icon, std::move(looks.title)), gap(is_language ? 32 : 36, 32)};
    if (is_language) {
        add(panel.blocks, {{language_grid(std::move(looks.choices))}, gap(36, 8)});
    } else {
        add(panel.blocks, stacked(blocks_of(std::move(looks.choices)), between_choices, between_choices));
        auto done = sketch.key(page::KeyKind::primary, sketch.say("key.done"), "tick", visit::action::Close{});
        done.height = 112;
        add(panel.blocks, {gap(48), {std::move(done)}});
    }
    sketch.page().panel = std::move(panel);
}

}  // namespace kiosk::views
