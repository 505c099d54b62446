// SPDX-License-Identifier: Apache-2.0
#include "voice/voice.hpp"

#include <utility>

namespace kiosk::voice {

namespace {

constexpr int most_failed = 3;
constexpr const char* gone = "The sound of this machine has gone. Plug it in again: the kiosk finds it by itself.";

/// The engine makes its own pace; a recording has to be played in another.
double pace_of(const Utterance& utterance) {
    if (!utterance.recording) return 1;
    if (utterance.speed == Speed::slow) return 0.85;
    return utterance.speed == Speed::fast ? 1.2 : 1;
}

}  // namespace

Voice::Voice(std::unique_ptr<Player> player, std::unique_ptr<Engine> engine, Unspoken unspoken)
    : m_unspoken(std::move(unspoken)), m_player(std::move(player)), m_workshop(m_player, std::move(engine)) {}

Result<std::unique_ptr<Voice>> Voice::open(const std::vector<std::string>& languages, std::unique_ptr<Engine> engine) {
    auto player = Player::open();
    if (!player) return player.failure();
    Unspoken unspoken;
    for (const auto& language : languages) {
        auto tried = engine->speak({"1", language});
        if (!tried) tried = engine->speak({"1", language});  // the machine may just have been busy
        if (!tried) unspoken.emplace(language, tried.failure().sentence);
    }
    if (!unspoken.empty() && unspoken.size() == languages.size()) return Failure{unspoken.at(languages.front())};
    return std::make_unique<Voice>(std::move(*player), std::move(engine), std::move(unspoken));
}

std::string Voice::gaps() const {
    std::string all;
    for (const auto& [language, why] : m_unspoken) all += "not in \"" + language + "\": " + why + ' ';
    if (!all.empty()) all += "There is no Listen key in it. See `espeak-ng --voices`: a newer one may have it.";
    return all;
}

void Voice::say(const Utterance& utterance, double volume) {
    m_player->stop();
    m_said = utterance;
    m_volume = volume;
    m_is = Saying::being_made;
    m_workshop.want(utterance);
    look();  // it may have been prepared
}

void Voice::prepare(const Utterance& utterance) {
    m_workshop.want_next(utterance);
}

void Voice::hush() {
    m_player->stop();
    m_is = Saying::nothing;
}

void Voice::set_volume(double volume) {
    m_volume = volume;
    m_player->set_volume(volume);
}

void Voice::forget() {
    hush();
    m_said = {};
    m_workshop.clear();
}

void Voice::lose(std::string why) {
    m_trouble = std::move(why);
    m_is = Saying::lost;
}

void Voice::begin(const Result<Sound>& made) {
    if (made) {
        m_failed = 0;
        if (m_player->play(*made, m_volume, pace_of(m_said)))
            m_is = Saying::sounding;
        else
            lose(gone);
    } else if (++m_failed < most_failed) {
        m_is = Saying::ended;
    } else {
        lose(made.failure().sentence);
    }
}

Saying Voice::look() {
    m_workshop.quiet();
    if (m_is == Saying::sounding && m_player->is_stuck()) lose(gone);
    if (m_is == Saying::sounding && !m_player->is_playing()) m_is = Saying::ended;
    if (m_is != Saying::being_made) return m_is;
    if (m_workshop.is_mute()) return lose(gone), m_is;
    if (!m_player->is_awake()) return m_is;
    if (const auto made = m_workshop.made(m_said)) begin(*made);
    return m_is;
}

std::optional<Duration> Voice::left() const {
    if (m_is != Saying::sounding) return {};
    return m_player->left() + Duration{1};
}

}  // namespace kiosk::voice
