// SPDX-License-Identifier: Apache-2.0
#include "views/gallery.hpp"

#include "views/gallery_album.hpp"

#include <utility>

namespace kiosk::views {
namespace {

namespace action = visit::action;
namespace place = visit::place;

int most(Pages pages) {
    switch (pages) {
        case Pages::question:
            return 5;
        case Pages::list:
            return 12;
        case Pages::reading:
            return 24;
        case Pages::one:
            break;
    }
    return 1;
}

void add_pages(const content::Content& content, const Shown& first, std::vector<Shown>& to) {
    to.push_back(first);
    for (int page = 1; page < most(first.pages); ++page) {
        to.push_back(turned(content, first, page));
        to.back().name += "-page-" + std::to_string(page + 1);
    }
}

Shown seen_with(const content::Content& content, const Shown& base, const std::string& name,
                std::vector<visit::Action> taps, Pages pages) {
    Shown shown = base;
    shown.name = name + base.name;
    shown.pages = pages;
    for (auto& tap : taps) {
        shown.visit =
            visit::step(content, std::move(shown.visit), visit::event::Tapped{std::move(tap)}, shown.now).visit;
    }
    return shown;
}

void add_looks(const content::Content& content, const Shown& base, std::vector<Shown>& to) {
    const bool is_asking = std::holds_alternative<place::Asking>(base.visit.place);
    const bool reads = std::holds_alternative<place::Reading>(base.visit.place);
    const bool turns = is_asking || std::holds_alternative<place::SafetyIntro>(base.visit.place) ||
                       std::holds_alternative<place::SeeStaff>(base.visit.place);
    const Pages pages = turns ? Pages::question : reads ? Pages::reading : Pages::one;
    const auto panel = [](visit::Panel which) { return action::OpenPanel{which}; };
    const auto add = [&](const std::string& name, std::vector<visit::Action> taps, Pages most_pages) {
        add_pages(content, seen_with(content, base, name, std::move(taps), most_pages), to);
    };
    add("12e-contrast-", {panel(visit::Panel::contrast), action::SetContrast{visit::Contrast::high}, action::Close{}},
        Pages::one);
    add("12f-largest-",
        {panel(visit::Panel::text_size), action::SetTextSize{visit::TextSize::largest}, action::Close{}}, pages);
    add("12h-lowered-", {action::ToggleLowered{}}, is_asking ? pages : Pages::one);
}

}  // namespace

std::vector<Shown> screens(const content::Content& content) {
    Album album{content, {}};
    for (const auto show : {show_before_questions, show_questions, show_red_page, show_see_staff, show_library,
                            show_held_back, show_reading, show_printing, show_panels, show_listening, show_staff})
        show(album);
    return std::move(album.shown);
}

Shown turned(const content::Content& content, Shown shown, int page) {
    const visit::Event turn = visit::event::Tapped{action::TurnTo{page}};
    shown.visit = visit::step(content, std::move(shown.visit), turn, shown.now).visit;
    return shown;
}

std::vector<Shown> gallery(const content::Content& content) {
    const auto bases = screens(content);
    std::vector<Shown> all;
    for (const auto& base : bases) add_pages(content, base, all);
    for (const auto& base : bases) {
        const bool is_panel = !std::holds_alternative<std::monostate>(base.visit.overlay);
        if (!is_panel && !visit::is_staff_mode(base.visit.place)) add_looks(content, base, all);
    }
    return all;
}

}  // namespace kiosk::views
