// SPDX-License-Identifier: Apache-2.0
// How a key looks, by kind and state: the table of the design guide, section 5.
#pragma once

#include "page/setting.hpp"

namespace kiosk::page {

/// Sizes in px; the same in every state.
struct KeySize {
    double height, least_height;  ///< of the face
    double radius, border, lip;
    double pad, gap;  ///< from the edge to icon or label; between them
    double icon;      ///< or tick box
    TypeSize type;    ///< not yet scaled
};

KeySize key_size(const Key&, const Setting&);

struct KeyColours {
    Ink fill, edge, lip, text, icon, second;  ///< second: the hint
    Ink box_fill, box_edge, tick;             ///< the tick box
};

/// What the state asks for.
struct KeyLook {
    KeyColours colours;
    double border = 4, lip = 10;  ///< as drawn now
    double down = 0;              ///< the face has moved by
    bool dashed = false;
};

KeyState shown_state(const Key&);
/// Chosen or in use: filled and with the thick edge, whatever its state.
bool is_selected(const Key&);
KeyLook key_look(const Key&, const KeySize&, const Setting&);

}  // namespace kiosk::page
