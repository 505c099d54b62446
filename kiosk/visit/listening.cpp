// SPDX-License-Identifier: Apache-2.0
// Reading aloud: what of the screen is heard now. Which words those are, only the layout knows (views::speech).
#include "visit/turn.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::visit {

namespace {

using Is = Listening::Is;
using Stopped = Listening::Stopped;

/// From the sentence it is at.
void begin(Listening& listening) {
    listening.is = Is::reading;
    ++listening.reading;
}

/// The whole screen, from its beginning.
void begin_screen(Listening& listening) {
    listening.sentence = 0;
    listening.stop_alone = false;
    begin(listening);
}

/// This person wants to hear.
void ask(Listening& listening) {
    listening.stopped = Stopped::no;
    listening.once = false;
}

struct OnListening {
    Turn& turn;
    Listening& listening = turn.visit.listening;

    bool operator()(const action::Listen&) {
        listening.has_keys = true;
        ask(listening);
        if (listening.stop_alone) listening.sentence = 0;
        listening.stop_alone = false;
        return begin(listening), true;
    }
    bool operator()(const action::RepeatScreen&) { return begin_screen(listening), true; }
    bool operator()(const action::StopListening&) {
        const bool is_private = visit::is_private(turn.content, turn.visit);
        listening.is = Is::off;
        listening.once = false;
        listening.stopped = is_private ? Stopped::here : Stopped::for_good;
        listening.has_keys = listening.has_keys && is_private;
        return true;
    }
    bool operator()(const action::SetSpeed& set) {
        listening.speed = set.speed;
        if (listening.is == Is::reading) begin(listening);
        return true;
    }
    bool operator()(const action::SetVolume& set) {
        const int before =
            std::exchange(listening.volume, std::clamp(set.volume, Listening::quietest, Listening::loudest));
        // The key is one step further now, and the keypad stays on it.
        if (turn.visit.focus == Focus{focus::Key{set}})
            turn.visit.focus = focus::Key{action::SetVolume{2 * listening.volume - before}};
        return true;
    }
    bool operator()(const auto&) { return false; }
};

bool can_hear(const Visit& visit) {
    return visit.around.sound != Sound::none && !is_for_staff(visit.place);
}

bool goes_on_speaking(const Action& action) {
    return std::holds_alternative<action::SetVolume>(action) || std::holds_alternative<action::SetSpeed>(action) ||
           std::holds_alternative<action::RepeatScreen>(action);
}

/// Countdowns count on.
Overlay still(Overlay overlay) {
    if (auto* asked = std::get_if<overlay::StillThere>(&overlay)) *asked = {};
    return overlay;
}

/// Nothing where none is asked.
std::optional<content::QuestionId> question_of(const Heard& heard) {
    const auto* asking = std::get_if<place::Asking>(&heard.place);
    return asking != nullptr ? std::optional(asking->question) : std::nullopt;
}

}  // namespace

bool act_on_listening(Turn& turn, const Action& action) {
    return can_hear(turn.visit) && std::visit(OnListening{turn}, action);
}

void interrupt(Turn& turn, const std::optional<Action>& action) {
    auto& listening = turn.visit.listening;
    if (listening.is == Is::reading && !(action && goes_on_speaking(*action))) listening.is = Is::waiting;
}

void read_again(Turn& turn) {
    auto& listening = turn.visit.listening;
    if (listening.is != Is::off) return begin_screen(listening);
    listening.sentence = 0;
    listening.stop_alone = false;
}

void read_stop(Turn& turn) {
    auto& listening = turn.visit.listening;
    if (!can_hear(turn.visit) || !turn.visit.focus || listening.stopped != Stopped::no) return;
    ask(listening);
    listening.sentence = 0;
    listening.stop_alone = true;
    begin(listening);
}

void repeat(Turn& turn) {
    auto& listening = turn.visit.listening;
    ask(listening);
    if (turn.visit.focus && listening.stop_alone) return read_stop(turn);
    if (can_hear(turn.visit)) begin_screen(listening);
}

void speak_up(Turn& turn) {
    auto& listening = turn.visit.listening;
    if (!can_hear(turn.visit) || !turn.visit.focus) return;
    ask(listening);
    begin_screen(listening);
}

void warn(Turn& turn) {
    auto& listening = turn.visit.listening;
    if (!can_hear(turn.visit) || listening.is != Is::off) return;
    listening.once = true;
    begin_screen(listening);
}

void hear(Turn& turn, const event::SoundIs& is) {
    turn.visit.around.sound = is.sound;
    if (is.sound == Sound::none) turn.visit.listening = {};
}

void hear(Turn& turn, const event::Said& said) {
    auto& listening = turn.visit.listening;
    const bool is_now = said.ticket == turn.visit.ticket && listening.is == Is::reading &&
                        said.reading == listening.reading && said.sentence == listening.sentence;
    if (!is_now) return;
    turn.visit.last_touch = turn.now;  // nobody is hurried while there is something to listen to
    ++listening.sentence;
    if (said.last) listening.is = Is::waiting, listening.sentence = 0;
}

std::optional<Heard> heard(const Visit& visit) {
    const auto& listening = visit.listening;
    if (listening.is == Is::off && listening.sentence == 0 && listening.stopped != Stopped::here) return {};
    Heard heard{without_ticks(visit.place), still(visit.overlay), visit.look.language, {}, {}, {}};
    if (visit.call) heard.call = visit.call->state;
    if (visit.job) heard.stage = visit.job->stage, heard.trouble = visit.job->trouble;
    return heard;
}

void follow_by_ear(Turn& turn, const std::optional<Heard>& before, bool was_tapped) {
    auto& listening = turn.visit.listening;
    const auto now = heard(turn.visit);
    if (!before || !now) return;
    if (*before == *now) {
        if (was_tapped && turn.visit.focus && listening.is == Is::waiting) read_stop(turn);
        return;
    }
    if (is_for_staff(turn.visit.place)) listening = {.reading = listening.reading};
    const bool is_panel_gone = before->place == now->place && before->overlay != now->overlay &&
                               std::holds_alternative<std::monostate>(now->overlay);
    const bool is_on_key = turn.visit.focus && std::holds_alternative<focus::Key>(*turn.visit.focus);
    if (is_panel_gone && std::exchange(listening.once, false)) {
        listening.is = Is::off;
        return;
    }
    // What was stopped for a private question is heard again after it.
    if (listening.stopped == Stopped::here && question_of(*before) != question_of(*now)) {
        listening.stopped = Stopped::no;
        listening.is = Is::waiting;
    }
    // The keypad is back where it was, and OK would press that key.
    if (is_panel_gone && is_on_key && listening.is != Is::off) return read_stop(turn);
    read_again(turn);
}

}  // namespace kiosk::visit
