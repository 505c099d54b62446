// SPDX-License-Identifier: Apache-2.0
// A visit on a kiosk with a loudspeaker.
#pragma once

#include "play.hpp"

namespace kiosk::visit {

struct ByEar : Play {
    ByEar() : Play{.around = {PrinterKind::real, Desk::listens, true, Sound::loudspeaker}} {}

    const Listening& ear() const { return visit.listening; }
    /// The sentence that is read is over.
    void heard(bool last = false) { happen(event::Said{visit.ticket, ear().reading, ear().sentence, last}); }
};

}  // namespace kiosk::visit
