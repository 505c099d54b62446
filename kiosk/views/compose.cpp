// SPDX-License-Identifier: Apache-2.0
#include "views/screens.hpp"

#include <utility>
#include <variant>

namespace kiosk::views {
namespace {

template <class... Fs>
struct Match : Fs... {
    using Fs::operator()...;
};
template <class... Fs>
Match(Fs...) -> Match<Fs...>;

void draw_place(Sketch& sketch) {
    std::visit(Match{[&](const visit::place::Welcome&) { welcome(sketch); },
                     [&](const visit::place::Topics& at) { topics(sketch, at); },
                     [&](const visit::place::SafetyIntro& at) { safety_intro(sketch, at); },
                     [&](const visit::place::AskWho&) { who(sketch); },
                     [&](const visit::place::Asking& at) { question(sketch, at); },
                     [&](const visit::place::Emergency&) { red_page(sketch); },
                     [&](const visit::place::SeeStaff& at) { see_staff(sketch, at); },
                     [&](const visit::place::StaffFirst& at) { staff_first(sketch, at); },
                     [&](const visit::place::Note& at) { note_on_glass(sketch, at); },
                     [&](const visit::place::Groups&) { groups(sketch); },
                     [&](const visit::place::Library& at) { library(sketch, at); },
                     [&](const visit::place::HeldBack& at) { held_back(sketch, at); },
                     [&](const visit::place::Reading& at) { reading(sketch, at); },
                     [&](const visit::place::OnPhone& at) { on_phone(sketch, at); },
                     [&](const visit::place::Printing&) { printing(sketch); },
                     [&](const visit::place::Unfinished&) { unfinished(sketch); },
                     [&](const visit::place::StaffPin& at) { staff_pin(sketch, at); },
                     [&](const visit::place::StaffStatus&) { staff_status(sketch); },
                     [&](const visit::place::Cleaning& at) { cleaning(sketch, at); },
                     [&](const visit::place::Drill& at) { drill(sketch, at); },
                     [&](const visit::place::DrillEnd&) { drill_end(sketch); }},
               sketch.visit.place);
}

void draw_overlay(Sketch& sketch) {
    const auto* asking = std::get_if<visit::place::Asking>(&sketch.visit.place);
    std::visit(Match{[](std::monostate) {},
                     [&](const visit::overlay::Why&) {
                         if (asking != nullptr) why_panel(sketch, *asking);
                     },
                     [&](const visit::overlay::Settings& open) { settings_panel(sketch, open.panel); },
                     [&](const visit::overlay::StillThere& open) { still_there(sketch, open); },
                     [&](const visit::overlay::Sure& open) { confirm(sketch, open.of); }},
               sketch.visit.overlay);
}

}  // namespace

Screen compose(const content::Content& content, const visit::Visit& visit, Instant now) {
    Sketch sketch{.content = content, .visit = visit, .now = now};
    draw_place(sketch);
    if (!std::holds_alternative<visit::place::Drill>(visit.place)) frame(sketch);  // it shows a framed page
    draw_overlay(sketch);
    return std::move(sketch.screen);
}

}  // namespace kiosk::views
