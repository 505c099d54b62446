// SPDX-License-Identifier: Apache-2.0
// The screens of the gallery as they are walked to, a part of the visit a file (gallery_*.cpp).
#pragma once

#include "views/gallery.hpp"
#include "views/gallery_walk.hpp"

#include <string>
#include <vector>

namespace kiosk::views {

inline const visit::Surroundings printer_only{visit::PrinterKind::real, visit::Desk::none},
    with_desk{visit::PrinterKind::real, visit::Desk::listens},
    with_pin{visit::PrinterKind::real, visit::Desk::listens, true},
    demonstration{visit::PrinterKind::demonstration, visit::Desk::none}, nothing{};
inline constexpr std::size_t many = 100;

struct Album {
    const content::Content& content;
    std::vector<Shown> shown;

    void add(const std::string& name, const Walk& walk, Pages pages = Pages::one) {
        shown.push_back({name, walk.visit(), walk.now(), pages});
    }
};

void show_before_questions(Album&);
void show_questions(Album&);
void show_red_page(Album&);
void show_see_staff(Album&);
void show_library(Album&);
void show_held_back(Album&);
void show_reading(Album&);
void show_printing(Album&);
void show_panels(Album&);
void show_listening(Album&);
void show_staff(Album&);

}  // namespace kiosk::views
