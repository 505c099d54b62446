// SPDX-License-Identifier: Apache-2.0
// Where a keypad stops on a screen, one after the other: the title, the texts, the keys from top to bottom, then help
// and the access keys. Under an open panel the panel's own, then the dock, which stays live. The header and the small
// figures (progress, bars, rings) are no stops of their own. The ring, the keypad and speech all read these.
#pragma once

#include "page/sheet.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::page {

/// One paragraph of a text, or what a picture shows.
struct Said {
    std::string text;
    bool is_picture = false;
    std::string language;  ///< BCP 47, where it is not the page's
    bool operator==(const Said&) const = default;
};

/// Its position, "3 of 9", is its place in the list.
struct Stop {
    enum class Kind { text, key } kind = Kind::text;
    bool is_title = false;           ///< the heading of the screen, with the line above it ("Question 3 of 9")
    std::vector<Said> words;         ///< of a text; of a key what it is called, then its hint
    KeyId key = -1;                  ///< of a key; -1: it means nothing
    std::optional<bool> ticked;      ///< of a key with a tick box
    bool selected = false;           ///< the one of several that is chosen; an access key in use
    bool in_dock = false;            ///< help and access keys: on every screen
    bool disabled = false;           ///< it stands there and does nothing: Previous on the first page
    Box box;                         ///< px of the surface: a key's face and lip, a text's letters and pictures
    std::vector<std::size_t> items;  ///< what it is made of, in the sheet's list of what a reader meets
    bool operator==(const Stop&) const = default;
};

/// In the order of the keypad. Empty only where nothing is on the glass.
std::vector<Stop> stops(const Sheet&);

/// What stands in the header, beside all stops: clinic, section, that the words are a draft.
std::vector<std::string> header_words(const Sheet&);

/// The same sheet with the ring around this stop of it; describe() marks it with "> ".
Sheet ringed(const Sheet&, const Stop&);

}  // namespace kiosk::page
