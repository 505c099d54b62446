// SPDX-License-Identifier: Apache-2.0
#include "voice/player.hpp"

#include <SFML/Audio.hpp>
#include <SFML/System/Err.hpp>

#include <algorithm>
#include <utility>

namespace kiosk::voice {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t a_moment = 441;  // samples of silence: 20 ms
constexpr Duration most_delay{3'000};  // of a device

/// Without a device SFML writes hundreds of lines, and says "true" all the same.
void silence_sfml() {
    [[maybe_unused]] static const bool done = (sf::err().rdbuf(nullptr), true);
}

}  // namespace

struct Player::Hold {
    // SFML closes the device with its last sound object: as long as this is there, it stays open.
    sf::SoundBuffer buffer;
    sf::Sound sound;

    bool play(const Sound& what) {
        sound.resetBuffer();
        if (!buffer.loadFromSamples(what.samples.data(), what.samples.size(), what.channels, what.rate)) return false;
        sound.setBuffer(buffer);
        sound.play();
        return is_playing();
    }
    bool is_playing() const { return sound.getStatus() == sf::SoundSource::Playing; }
};

Player::Player() = default;
Player::~Player() = default;

Result<std::unique_ptr<Player>> Player::open() {
    std::unique_ptr<Player> player(new Player);
    if (!player->wake())
        return Failure{"This machine has no sound. Plug in a loudspeaker or headphones: the kiosk finds it by itself."};
    player->let_go();
    return player;
}

bool Player::wake() {
    silence_sfml();
    if (is_awake()) return true;
    auto hold = std::make_shared<Hold>();
    if (!hold->play({std::vector<std::int16_t>(a_moment), 22'050, 1})) return false;
    hold->sound.stop();
    const std::lock_guard lock(m_mutex);
    m_hold = std::move(hold);
    return true;
}

bool Player::is_awake() const {
    const std::lock_guard lock(m_mutex);
    return m_hold != nullptr;
}

std::shared_ptr<void> Player::let_go() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_hold, nullptr);
}

bool Player::play(const Sound& sound, double volume, double pace) {
    const std::lock_guard lock(m_mutex);
    if (!m_hold) return false;
    m_hold->sound.stop();
    m_hold->sound.setVolume(static_cast<float>(100 * std::clamp(volume, 0.0, 1.0)));
    m_hold->sound.setPitch(static_cast<float>(pace));
    const std::chrono::duration<double, std::milli> length{static_cast<double>(sound.length().count()) / pace};
    m_ends_by = Clock::now() + std::chrono::duration_cast<Clock::duration>(length) + most_delay;
    return m_hold->play(sound);
}

void Player::stop() {
    const std::lock_guard lock(m_mutex);
    if (m_hold) m_hold->sound.stop();
}

void Player::set_volume(double volume) {
    const std::lock_guard lock(m_mutex);
    if (m_hold) m_hold->sound.setVolume(static_cast<float>(100 * std::clamp(volume, 0.0, 1.0)));
}

bool Player::is_playing() const {
    const std::lock_guard lock(m_mutex);
    return m_hold && m_hold->is_playing();
}

bool Player::is_stuck() const {
    const std::lock_guard lock(m_mutex);
    return m_hold && m_hold->is_playing() && Clock::now() > m_ends_by;
}

Duration Player::left() const {
    const std::lock_guard lock(m_mutex);
    if (!m_hold || !m_hold->is_playing()) return Duration{0};
    const auto all = m_hold->buffer.getDuration(), done = m_hold->sound.getPlayingOffset();
    const float pace = m_hold->sound.getPitch();
    const auto left = static_cast<float>((all - done).asMilliseconds()) / (pace > 0 ? pace : 1);
    return Duration{std::max<std::int64_t>(0, static_cast<std::int64_t>(left))};
}

Result<Sound> decode(const std::string& file) {
    silence_sfml();
    sf::InputSoundFile input;
    if (!input.openFromMemory(file.data(), file.size()) || input.getSampleCount() == 0)
        return Failure{"this is no sound file that can be played; write Ogg Vorbis, WAV or FLAC"};
    Sound sound{std::vector<std::int16_t>(input.getSampleCount()), input.getSampleRate(), input.getChannelCount()};
    sound.samples.resize(input.read(sound.samples.data(), sound.samples.size()));
    return sound;
}

}  // namespace kiosk::voice
