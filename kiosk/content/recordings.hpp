// SPDX-License-Identifier: Apache-2.0
// Texts that somebody read aloud for the clinic: screens/voice/LANGUAGE/ID.ogg beside screens/voice/LANGUAGE/ID.txt,
// the words as they were read. ID is the text's own (content/units), with "FILE." before it where several files have
// it: interface.key.help.ogg, upper-back-pain.title.ogg. Used by load.
#pragma once

#include "content/content.hpp"
#include "content/files.hpp"
#include "content/offering.hpp"

namespace kiosk::content {

/// Of every offered language. A recording whose words are no longer those of the text is left out: it would say what
/// stands there no more. Problems are warnings: the words are spoken all the same, by the machine.
Recordings read_recordings(const std::vector<Translatable>&, const std::vector<Language>&, Files&, Problems&);

}  // namespace kiosk::content
