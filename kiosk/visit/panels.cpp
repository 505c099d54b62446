// SPDX-License-Identifier: Apache-2.0
// What lies over a place: why we ask, text size, contrast, language, "Are you sure?".
#include "visit/turn.hpp"

namespace kiosk::visit {

namespace {

/// Pages are cut anew.
void to_first_page(Place& place) {
    std::visit(
        [](auto& at) {
            if constexpr (requires { at.page; }) at.page = 0;
        },
        place);
}

void to_first_pages(Visit& visit) {
    to_first_page(visit.place);
    for (auto& place : visit.trail) to_first_page(place);
}

bool can_open(const Turn& turn, Panel panel) {
    return panel != Panel::language || turn.content.languages.size() > 1;
}

struct OnLook {
    Turn& turn;

    bool operator()(const action::OpenPanel& open) {
        if (!can_open(turn, open.panel)) return true;
        const auto* settings = std::get_if<overlay::Settings>(&turn.visit.overlay);
        if (settings && settings->panel == open.panel)
            turn.visit.overlay = {};
        else
            turn.visit.overlay = overlay::Settings{open.panel};
        return true;
    }
    bool operator()(const action::ToggleLowered&) {
        turn.visit.look.lowered = !turn.visit.look.lowered;
        to_first_pages(turn.visit);
        return true;
    }
    bool operator()(const auto&) { return false; }
};

struct OnSettings {
    Turn& turn;
    Panel panel;

    void operator()(const action::SetTextSize& set) {
        if (panel != Panel::text_size) return;
        turn.visit.look.size = set.size;
        to_first_pages(turn.visit);
    }
    void operator()(const action::SetContrast& set) {
        if (panel == Panel::contrast) turn.visit.look.contrast = set.contrast;
    }
    void operator()(const action::ToggleStill&) {
        if (panel == Panel::contrast) turn.visit.look.still = !turn.visit.look.still;
    }
    void operator()(const action::ChooseLanguage& chosen) {
        if (panel != Panel::language || chosen.language.index >= turn.content.languages.size()) return;
        turn.visit.look.language = chosen.language;
        to_first_pages(turn.visit);
    }
    void operator()(const action::Close&) { turn.visit.overlay = {}; }
    void operator()(const action::Back&) { turn.visit.overlay = {}; }
    void operator()(const auto&) {}
};

void on(Turn& turn, const overlay::Settings& settings, const Action& action) {
    std::visit(OnSettings{turn, settings.panel}, action);
}

void on(Turn& turn, const overlay::Why&, const Action& action) {
    if (std::holds_alternative<action::Close>(action) || std::holds_alternative<action::Back>(action))
        turn.visit.overlay = {};
}

void on(Turn& turn, const overlay::Sure& sure, const Action& action) {
    if (const auto* answer = std::get_if<action::Confirm>(&action)) confirm(turn, sure, answer->yes);
}

void on(Turn&, const overlay::StillThere&, const Action&) {}
void on(Turn&, const std::monostate&, const Action&) {}

}  // namespace

bool act_on_look(Turn& turn, const Action& action) {
    return std::visit(OnLook{turn}, action);
}

void act_on_overlay(Turn& turn, const Action& action) {
    const auto overlay = turn.visit.overlay;
    std::visit([&](const auto& over) { on(turn, over, action); }, overlay);
}

}  // namespace kiosk::visit
