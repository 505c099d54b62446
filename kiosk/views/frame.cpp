// SPDX-License-Identifier: Apache-2.0
#include "views/screens.hpp"

#include <utility>
#include <variant>

namespace kiosk::views {
namespace {

enum Place { text_size_place, contrast_place, listen_place, language_place, lower_place };

bool is_open(const Sketch& sketch, visit::Panel panel) {
    const auto* open = std::get_if<visit::overlay::Settings>(&sketch.visit.overlay);
    return open != nullptr && open->panel == panel;
}

void access_key(Sketch& sketch, Place place, const std::string& name, const std::string& icon, bool in_use,
                visit::Action action) {
    auto key = sketch.key(page::KeyKind::access, sketch.say(name), icon, std::move(action));
    sketch.page().access.push_back(in_use ? sketch.selected(std::move(key)) : std::move(key));
    sketch.page().access_place.push_back(place);
}

/// Listen keeps its place empty until it speaks.
void access_keys(Sketch& sketch) {
    using visit::Panel;
    const auto& look = sketch.visit.look;
    access_key(sketch, text_size_place, "access.text-size", "text-size",
               sketch.has_large_text() || is_open(sketch, Panel::text_size),
               visit::action::OpenPanel{Panel::text_size});
    access_key(sketch, contrast_place, "access.contrast", "contrast",
               look.contrast == visit::Contrast::high || is_open(sketch, Panel::contrast),
               visit::action::OpenPanel{Panel::contrast});
    if (sketch.content.languages.size() > 1) {
        access_key(sketch, language_place, "access.language", "language", is_open(sketch, Panel::language),
                   visit::action::OpenPanel{Panel::language});
    }
    access_key(sketch, lower_place, look.lowered ? "access.raise" : "access.lower",
               look.lowered ? "raise-screen" : "lower-screen", look.lowered, visit::action::ToggleLowered{});
}

/// On welcome nobody has chosen a language yet: the word for help in all the others.
std::string help_in_other_languages(const Sketch& sketch) {
    std::string words;
    if (!std::holds_alternative<visit::place::Welcome>(sketch.visit.place)) return words;
    for (std::size_t i = 0; i < sketch.content.languages.size(); ++i) {
        if (i == sketch.language().index) continue;
        words += (words.empty() ? "" : " · ") + sketch.content.words("help.word")(content::LanguageId{i});
    }
    return words;
}

void help_key(Sketch& sketch) {
    auto key = sketch.key(page::KeyKind::help, sketch.say("key.help"), "hand", visit::action::Help{});
    key.hint = help_in_other_languages(sketch);
    sketch.page().help = {{std::move(key)}};
}

void look(Sketch& sketch) {
    auto& page = sketch.page();
    const auto& look = sketch.visit.look;
    const auto& language = sketch.content.languages[look.language.index];
    page.language = language.code;
    page.right_to_left = language.right_to_left;
    page.palette = look.contrast == visit::Contrast::high ? Palette::high_contrast : Palette::normal;
    page.lowered = look.lowered;
    if (look.size == visit::TextSize::large) page.text_scale = sketch.content.theme.large;
    if (look.size == visit::TextSize::largest) page.text_scale = sketch.content.theme.largest;
    if (page.clinic.empty()) page.clinic = sketch.content.clinic.name;
    if (language.is_draft) page.draft = sketch.say("draft.glass");
}

}  // namespace

void frame(Sketch& sketch) {
    look(sketch);
    if (auto& page = sketch.page(); page.tone == page::Tone::staff) {
        page.text_scale = 1;
        page.lowered = false;
        return;
    }
    if (sketch.page().help.empty()) help_key(sketch);
    access_keys(sketch);
}

}  // namespace kiosk::views
