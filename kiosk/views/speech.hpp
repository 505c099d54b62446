// SPDX-License-Identifier: Apache-2.0
// What a screen says, sentence by sentence, in the order of the keypad's stops: the words that are drawn and no others,
// but for what the eye sees without words ("Chosen", "Picture", "3 of 9"). Used by whoever reads aloud, by the mark on
// the glass, by `kiosk render --speech` and by the tests.
#pragma once

#include "content/content.hpp"
#include "page/sentences.hpp"
#include "page/sheet.hpp"
#include "page/stops.hpp"
#include "views/views.hpp"
#include "visit/visit.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::views {

/// Where a sentence stands on the glass: a stretch of one of a stop's words.
struct OnGlass {
    std::size_t stop = 0, said = 0;
    page::Stretch stretch;
    bool operator==(const OnGlass&) const = default;
};

struct Sentence {
    std::string text;
    std::string language;                               ///< BCP 47
    std::optional<OnGlass> at;                          ///< nothing: it stands nowhere, or in the header
    std::shared_ptr<const std::string> recording = {};  ///< a sound file of it; nullptr: a machine speaks
    bool operator==(const Sentence&) const = default;
};
using Script = std::vector<Sentence>;

/// The whole screen: title, texts, keys, help, access keys; at last the header. Of a private question on a loudspeaker:
/// that it is not read, then the dock.
Script speech(const content::Content&, const visit::Visit&, const page::Sheet&);
/// One stop alone, as the keypad comes to it: its words, its state, its position. Of a private question on a
/// loudspeaker only the ways out of it are read: to staff, back, and the dock.
Script speech_of_stop(const content::Content&, const visit::Visit&, const Screen&, const page::Sheet&,
                      std::size_t stop);

/// What of them this visit hears: the screen or one stop; empty while it does not listen.
Script heard_now(const content::Content&, const visit::Visit&, const Screen&, const page::Sheet&);
/// Where the sentence stands that this visit hears now.
std::optional<OnGlass> read_now(const Script&, const visit::Visit&);
/// The sheet with what is read of it marked; as it is while nothing is.
page::Sheet with_mark(const page::Sheet&, const std::optional<OnGlass>&);

}  // namespace kiosk::views
