// SPDX-License-Identifier: Apache-2.0
#include "app/accessibility_facts.hpp"

#include "app/aloud.hpp"
#include "app/loaded.hpp"
#include "page/stops.hpp"
#include "views/gallery.hpp"
#include "views/speech.hpp"
#include "visit/step.hpp"

#include <algorithm>

namespace kiosk::app {

namespace {

using visit::Listening, visit::Sound;

constexpr Size panel{1080, 1920};

struct Count {
    int screens = 0, sentences = 0, keys = 0;
    bool all_spoken = true, all_reached = true, all_ringed = true;
};

bool has(const std::vector<page::Stop>& stops, page::KeyId key) {
    return std::any_of(stops.begin(), stops.end(), [&](const page::Stop& stop) { return stop.key == key; });
}

/// Each of its words stands in the script, as a sentence of this stop.
bool says(const views::Script& script, const std::vector<page::Stop>& stops, std::size_t stop) {
    for (std::size_t said = 0; said < stops[stop].words.size(); ++said)
        if (std::none_of(script.begin(), script.end(), [&](const views::Sentence& one) {
                return one.at && one.at->stop == stop && one.at->said == said;
            }))
            return false;
    return true;
}

void look(const content::Content& content, const DrawingBoard& board, views::Shown shown, Count& count) {
    shown.visit.around.sound = Sound::headphones;
    const auto screen = views::compose(content, shown.visit, shown.now);
    const auto sheet = page::lay_out(screen.page, panel, board.style);
    const auto stops = page::stops(sheet);
    const auto script = views::speech(content, shown.visit, sheet);
    ++count.screens;
    count.sentences += static_cast<int>(script.size());
    count.keys += static_cast<int>(sheet.targets.size());
    for (std::size_t i = 0; i < stops.size(); ++i) {
        count.all_spoken = count.all_spoken && says(script, stops, i);
        count.all_ringed = count.all_ringed && page::describe(page::ringed(sheet, stops[i])) != page::describe(sheet);
    }
    for (const auto& target : sheet.targets) count.all_reached = count.all_reached && has(stops, target.key);
}

Count look_at_all(const content::Content& content) {
    const DrawingBoard board(content);
    Count count;
    for (const auto& shown : views::screens(content)) {
        if (visit::is_for_staff(shown.visit.place)) continue;
        for (std::size_t i = 0; i < content.languages.size(); ++i) {
            auto in_language = shown;
            in_language.visit.look.language = content::LanguageId{i};
            look(content, board, in_language, count);
        }
    }
    return count;
}

/// Begun by a key, silent at a touch, begun again, louder and slower; and nothing of it left for the next person.
bool is_speech_controlled(const content::Content& content) {
    namespace event = visit::event;
    namespace action = visit::action;
    const Instant now{1'000'000};
    auto visit = visit::fresh({1}, {.sound = Sound::loudspeaker}, now);
    const auto happen = [&](const visit::Event& event) {
        visit = visit::step(content, std::move(visit), event, now).visit;
    };
    happen(event::Tapped{action::Listen{}});
    const bool begins = visit.listening.is == Listening::Is::reading;
    happen(event::Touched{});
    const bool is_silent = visit.listening.is != Listening::Is::reading;
    happen(event::Tapped{action::RepeatScreen{}});
    const bool repeats = visit.listening.is == Listening::Is::reading;
    happen(event::Tapped{action::SetVolume{Listening::loudest}});
    happen(event::Tapped{action::SetSpeed{visit::Speed::slow}});
    const bool is_set = visit.listening.volume == Listening::loudest && visit.listening.speed == visit::Speed::slow;
    return begins && is_silent && repeats && is_set && visit::fresh({2}, visit.around, now).listening == Listening{};
}

/// Left alone, a visit asks whether somebody is still there; one that listens, or has never done so, says it aloud.
bool is_warned(const content::Content& content, bool listens) {
    const Instant now{1'000'000};
    auto visit = visit::fresh({1}, {.sound = Sound::loudspeaker}, now);
    visit = visit::step(content, std::move(visit), visit::event::Tapped{visit::action::ChooseLanguage{}}, now).visit;
    if (listens) {
        visit = visit::step(content, std::move(visit), visit::event::Tapped{visit::action::Listen{}}, now).visit;
        visit = visit::step(content, std::move(visit), visit::event::Touched{}, now).visit;
    }
    for (int most = 100; most > 0 && !std::holds_alternative<visit::overlay::StillThere>(visit.overlay); --most) {
        const auto wake = visit::wake_at(content, visit);
        if (!wake) return false;
        visit = visit::step(content, std::move(visit), visit::event::Woken{}, *wake).visit;
    }
    return visit.listening.is == Listening::Is::reading;
}

/// Opened as `run` does it.
void try_voice(const content::Content& content, BuiltFacts& built) {
    if (const auto voice = voice::Voice::open(codes_of(content)))
        built.unspoken = (*voice)->gaps();
    else
        built.no_voice = voice.failure().sentence;
}

std::string number(int of) {
    return std::to_string(of);
}

}  // namespace

BuiltFacts built_facts(const content::Content& content, const Machine& machine) {
    const auto count = look_at_all(content);
    BuiltFacts built;
    try_voice(content, built);
    built.warns_listeners = is_warned(content, true);
    built.warns_everybody = is_warned(content, false);
    if (machine.headphones)
        built.headphones = "sound goes to the headphone socket alone; private questions are read there (--headphones)";
    if (count.all_spoken && count.sentences > 0)
        built.speech = number(count.sentences) + " sentences on " + number(count.screens) +
                       " screens, in the order of the keypad's stops, the one that is read marked on the glass";
    if (is_speech_controlled(content))
        built.speech_control =
            "a touch or a key is silence at once; repeat, pause, three speeds, five volumes of 6 dB each, all as they "
            "were for the next person (tests/visit/listening_test.cpp)";
    if (count.all_reached && count.keys > 0)
        built.keys = "all " + number(count.keys) + " keys on " + number(count.screens) +
                     " screens are come to by Next and Previous and touched by OK (tests/app/keypad_test.cpp)";
    if (count.all_ringed)
        built.focus = "a ring of 8 px, in the order title, texts, keys, help, access keys; on all " +
                      number(count.screens) + " screens";
    return built;
}

}  // namespace kiosk::app
