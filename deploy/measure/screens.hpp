// SPDX-License-Identifier: Apache-2.0
// The kiosk's screens as what any toolkit can show: grounds, drawings, words and keys, each with its place and look, in
// paint order. What the programs beside the kiosk are given is written from these.
#pragma once

#include "page/marks.hpp"
#include "page/sheet.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kiosk::measure {

/// What a key does.
struct Does {
    Box touch;
    int shows = -1;  ///< the screen it leads to; -1: stays
    bool ticks = false;
};

struct Part {
    enum class Kind { ground, drawing, words, key } kind = Kind::ground;
    Box box;
    std::string text;                      ///< of words and keys; of a drawing: its name
    std::optional<page::Patch> patch;      ///< of a ground, and behind a key
    std::optional<page::Letters> letters;  ///< of words and keys: the first line, for its type and ink
    Does does{};
};

struct Screen {
    page::Ink ground;
    std::vector<Part> parts;
};

/// The parts of one screen, read off its sheet.
Screen screen_of(const page::Sheet&, const std::vector<Does>& keys);

}  // namespace kiosk::measure
