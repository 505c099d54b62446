// SPDX-License-Identifier: Apache-2.0
// What this program on this machine has of the things that are not on the glass: speech and keys. The one place where
// the accessibility report asks for them.
#pragma once

#include "app/options.hpp"
#include "content/content.hpp"

#include <optional>
#include <string>

namespace kiosk::app {

/// What there is of it, in words; nothing: not built, or not everywhere.
using Built = std::optional<std::string>;

struct BuiltFacts {
    std::string no_voice;  ///< why this machine cannot speak; empty: it can
    std::string unspoken;  ///< which languages of the content it cannot speak, and why; empty: none
    Built speech;          ///< all screens are spoken
    Built speech_control;  ///< interrupted, repeated, paused; louder, softer, slower; reset with the visit
    Built headphones;      ///< private listening
    Built keys;            ///< everything by six keys
    Built focus;           ///< a visible focus, in the order of reading
    bool warns_listeners = false, warns_everybody = false;  ///< who hears that time runs out
};
/// Found by laying out every screen in every language, by letting visits listen, and by opening the machine's voice.
BuiltFacts built_facts(const content::Content&, const Machine&);

}  // namespace kiosk::app
