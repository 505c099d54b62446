// SPDX-License-Identifier: Apache-2.0
// Every kind of screen, one function and one file each. They draw into a Sketch; compose() chooses among them by the
// visit's place and puts the panel of its overlay on top.
#pragma once

#include "views/sketch.hpp"

namespace kiosk::views {

void welcome(Sketch&);
void topics(Sketch&, const visit::place::Topics&);
void safety_intro(Sketch&, const visit::place::SafetyIntro&);
void who(Sketch&);
void question(Sketch&, const visit::place::Asking&);
void red_page(Sketch&);
void see_staff(Sketch&, const visit::place::SeeStaff&);
void note_on_glass(Sketch&, const visit::place::Note&);
void groups(Sketch&);
void library(Sketch&, const visit::place::Library&);
void staff_first(Sketch&, const visit::place::StaffFirst&);
void held_back(Sketch&, const visit::place::HeldBack&);
void reading(Sketch&, const visit::place::Reading&);
void on_phone(Sketch&, const visit::place::OnPhone&);
void printing(Sketch&);
void unfinished(Sketch&);
void staff_pin(Sketch&, const visit::place::StaffPin&);
void staff_status(Sketch&);
void cleaning(Sketch&, const visit::place::Cleaning&);
void drill(Sketch&, const visit::place::Drill&);
void drill_end(Sketch&);

void why_panel(Sketch&, const visit::place::Asking&);
void settings_panel(Sketch&, visit::Panel);
void still_there(Sketch&, const visit::overlay::StillThere&);
void confirm(Sketch&, visit::overlay::Sure::Of);

/// What all screens share: the header, the help key, the access keys, how this person wants the glass.
void frame(Sketch&);

}  // namespace kiosk::views
