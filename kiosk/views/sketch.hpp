// SPDX-License-Identifier: Apache-2.0
// One screen of the glass in the making: whom it is for, the page so far, and a meaning for every key put on it.
// Each kind of screen (screens.hpp) draws into one; compose() hands it out.
#pragma once

#include "views/views.hpp"
#include "views/wording.hpp"

#include <initializer_list>
#include <string>

namespace kiosk::views {

struct Sketch {
    const content::Content& content;
    const visit::Visit& visit;
    Instant now;
    Screen screen = {};

    page::Page& page() { return screen.page; }
    content::LanguageId language() const { return visit.look.language; }
    /// The topic of this visit; before one is chosen, the first.
    const content::Topic& topic() const;
    /// A text of the interface in this person's language.
    std::string say(const std::string& name, std::initializer_list<Filling> = {}) const;
    const std::string& in(const content::Text& text) const { return text(language()); }
    /// Paper can come out, or is at least saved as if it did.
    bool prints() const { return visit.around.printer != visit::PrinterKind::none; }
    bool has_large_text() const { return visit.look.size != visit::TextSize::normal; }
    /// How much larger than normal.
    double text_scale() const;
    bool is_lowered() const { return visit.look.lowered; }

    /// A key that means this; drawn pressed while the finger is on it.
    page::Key key(page::KeyKind, std::string label, std::string icon, visit::Action);
    /// The same, chosen already.
    page::Key selected(page::Key) const;
};

}  // namespace kiosk::views
