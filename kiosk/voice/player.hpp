// SPDX-License-Identifier: Apache-2.0
// The loudspeaker, or whatever the machine's sound goes to. Stops at once; one sound at a time. Only wake() and the end
// of what let_go() gave wait for the device: no thread that draws calls them.
#pragma once

#include "base/result.hpp"
#include "voice/sound.hpp"

#include <chrono>
#include <memory>
#include <mutex>

namespace kiosk::voice {

class Player {
public:
    /// Tries once whether anything can be heard at all; fails with a sentence where the machine has no sound. Takes as
    /// long as the device does; then it rests.
    static Result<std::unique_ptr<Player>> open();
    ~Player();
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    /// Takes hold of the device. False where it has gone.
    bool wake();
    bool is_awake() const;
    /// Rests: a held device wakes the machine fifty times a second. It is closed with what this returns.
    std::shared_ptr<void> let_go();

    /// Instead of what sounds now. False where the device is not held, or has gone. volume: 0 to 1, of the loudest;
    /// pace: 1 as recorded.
    bool play(const Sound&, double volume, double pace = 1);
    void stop();
    void set_volume(double);
    bool is_playing() const;
    /// It plays for longer than the sound is: the device stands still.
    bool is_stuck() const;
    /// Until what sounds now has ended; none where nothing does.
    Duration left() const;

private:
    struct Hold;
    Player();

    mutable std::mutex m_mutex;
    std::shared_ptr<Hold> m_hold;
    std::chrono::steady_clock::time_point m_ends_by{};
};

/// What a sound file holds (Ogg, WAV, FLAC).
Result<Sound> decode(const std::string& file);

}  // namespace kiosk::voice
