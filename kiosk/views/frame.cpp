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

void add_access(Sketch& sketch, int place, page::Key key) {
    sketch.page().access.push_back(std::move(key));
    sketch.page().access_place.push_back(place);
}

void access_key(Sketch& sketch, int place, const std::string& name, const std::string& icon, bool in_use,
                visit::Action action) {
    auto key = sketch.key(page::KeyKind::access, sketch.say(name), icon, std::move(action));
    add_access(sketch, place, in_use ? sketch.selected(std::move(key)) : std::move(key));
}

void listen_key(Sketch& sketch, const std::string& name, const std::string& icon, visit::Action action) {
    add_access(sketch, listen_place, sketch.key(page::KeyKind::listen, sketch.say(name), icon, std::move(action)));
}

void stop_key(Sketch& sketch) {
    listen_key(sketch, "access.stop", "stop", visit::action::StopListening{});
}

/// One key for the pace: from the usual to slow, from slow to fast, from fast to the usual.
void pace_key(Sketch& sketch, int place) {
    using visit::Speed;
    const auto now = sketch.visit.listening.speed;
    const auto next = now == Speed::normal ? Speed::slow : now == Speed::slow ? Speed::fast : Speed::normal;
    access_key(sketch, place, now == Speed::slow ? "access.faster" : "access.slower", "clock", false,
               visit::action::SetSpeed{next});
}

/// Those of whoever hears the screen (12d). Quieter and Louder are gone where there is no more of it; where a touch has
/// silenced it, Listen goes on.
void listening_keys(Sketch& sketch) {
    using visit::Listening;
    const bool is_silenced = sketch.visit.listening.is == Listening::Is::waiting && sketch.visit.listening.sentence > 0;
    enum { repeat_place, slower_place, stop_place, quieter_place, louder_place };
    const int volume = sketch.visit.listening.volume;
    access_key(sketch, repeat_place, "access.repeat", "repeat", false, visit::action::RepeatScreen{});
    pace_key(sketch, slower_place);
    if (is_silenced)
        listen_key(sketch, "access.listen", "listen", visit::action::Listen{});
    else
        stop_key(sketch);
    if (volume > Listening::quietest)
        access_key(sketch, quieter_place, "access.quieter", "quiet", false, visit::action::SetVolume{volume - 1});
    if (volume < Listening::loudest)
        access_key(sketch, louder_place, "access.louder", "loud", false, visit::action::SetVolume{volume + 1});
    sketch.page().all_access = true;
}

void access_keys(Sketch& sketch) {
    using visit::Panel;
    const auto& look = sketch.visit.look;
    access_key(sketch, text_size_place, "access.text-size", "text-size",
               sketch.has_large_text() || is_open(sketch, Panel::text_size),
               visit::action::OpenPanel{Panel::text_size});
    access_key(sketch, contrast_place, "access.contrast", "contrast",
               look.contrast == visit::Contrast::high || is_open(sketch, Panel::contrast),
               visit::action::OpenPanel{Panel::contrast});
    // Whoever hears a private question stop by stop answers it by sight alone, after Stop.
    if (visit::is_listening(sketch.visit) && visit::is_private(sketch.content, sketch.visit))
        stop_key(sketch);
    else if (sketch.visit.around.sound != visit::Sound::none)
        listen_key(sketch, "access.listen", "listen", visit::action::Listen{});
    if (sketch.content.languages.size() > 1) {
        access_key(sketch, language_place, "access.language", "language", is_open(sketch, Panel::language),
                   visit::action::OpenPanel{Panel::language});
    }
    access_key(sketch, lower_place, look.lowered ? "access.raise" : "access.lower",
               look.lowered ? "raise-screen" : "lower-screen", look.lowered, visit::action::ToggleLowered{});
}

/// On welcome nobody has chosen a language yet: the word for help in all the others.
void help_in_other_languages(const Sketch& sketch, page::Key& key) {
    if (!std::holds_alternative<visit::place::Welcome>(sketch.visit.place)) return;
    for (std::size_t i = 0; i < sketch.content.languages.size(); ++i) {
        if (i == sketch.language().index) continue;
        key.hint +=
            (key.hint.empty() ? "" : page::hint_joint) + sketch.content.words("help.word")(content::LanguageId{i});
        key.hint_languages.push_back(sketch.content.languages[i].code);
    }
}

void help_key(Sketch& sketch) {
    auto key = sketch.key(page::KeyKind::help, sketch.say("key.help"), "hand", visit::action::Help{});
    help_in_other_languages(sketch, key);
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
    page.text_scale = sketch.text_scale();
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
    // A keypad that is heard stop by stop comes to the other keys, too.
    const bool has_keys = visit::is_listening(sketch.visit) && sketch.visit.listening.has_keys;
    has_keys ? listening_keys(sketch) : access_keys(sketch);
}

}  // namespace kiosk::views
