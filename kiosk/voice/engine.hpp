// SPDX-License-Identifier: Apache-2.0
// What turns words into sound. Behind an interface: espeak-ng today, any other voice tomorrow, a known one in tests.
#pragma once

#include "base/result.hpp"
#include "voice/sound.hpp"

#include <memory>
#include <string>

namespace kiosk::voice {

enum class Speed { slow, normal, fast };

/// What is said in one breath: a sentence, or a text that somebody recorded.
struct Utterance {
    std::string text;
    std::string language;  ///< BCP 47: "en", "zh-Hans"
    Speed speed = Speed::normal;
    std::shared_ptr<const std::string> recording =
        {};  ///< a sound file (Ogg, WAV, FLAC) of exactly this text; nullptr: none
    bool operator==(const Utterance&) const = default;
};

class Engine {
public:
    virtual ~Engine() = default;
    /// Some ten milliseconds for a sentence; called by one thread at a time, never by the one that draws. Fails with a
    /// sentence where the language is not spoken or the voice is not there.
    virtual Result<Sound> speak(const Utterance&) = 0;
};

/// espeak-ng as a program of its own, one process a sentence: its licence (GPL) ends at the pipe. What is said goes
/// through a file in memory, so that no list of processes shows it.
std::unique_ptr<Engine> espeak_ng(std::string program = "espeak-ng");
/// The name of espeak-ng's voice for a language. Chinese: "cmn" reads its letters out in English.
std::string espeak_voice(const std::string& language);

/// A recorded file as it is; what is spoken by nobody, by the engine.
Result<Sound> sound_of(const Utterance&, Engine&);

}  // namespace kiosk::voice
