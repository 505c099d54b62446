// SPDX-License-Identifier: Apache-2.0
// The WAV file that espeak-ng writes into a pipe: it cannot know the length when it writes the head, so the head is not
// believed in it.
#pragma once

#include "voice/sound.hpp"

#include <optional>
#include <string>

namespace kiosk::voice {

/// 16 bit samples behind the first "data"; nothing where it is no such file, or holds no sample.
std::optional<Sound> read_wave(const std::string& bytes);

}  // namespace kiosk::voice
