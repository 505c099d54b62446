// SPDX-License-Identifier: Apache-2.0
// Makes sound of words beside, and opens and closes the device, so that whoever draws and hears fingers never waits for
// either.
#pragma once

#include "voice/engine.hpp"
#include "voice/player.hpp"

#include <memory>
#include <optional>

namespace kiosk::voice {

class Workshop {
public:
    Workshop(std::shared_ptr<Player>, std::unique_ptr<Engine>);
    ~Workshop();  ///< waits for nothing: what is in work ends by itself
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

    /// Before all that is not made yet, and the player awake. What was made stays until some others have been asked
    /// for.
    void want(const Utterance&);
    /// After what was wanted last.
    void want_next(const Utterance&);
    /// Nothing: it is not made yet, or was never wanted.
    std::optional<Result<Sound>> made(const Utterance&);
    /// The player could not be woken.
    bool is_mute() const;
    /// Nothing of it stays, and the player rests.
    void clear();
    /// Readable after something was made; quiet() makes it wait again.
    int descriptor() const;
    void quiet();

private:
    struct Bench;
    void put(const Utterance&, std::size_t behind);

    std::shared_ptr<Bench> m_bench;  ///< with the one who works at it, who may be the last to leave
};

}  // namespace kiosk::voice
