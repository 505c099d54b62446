// SPDX-License-Identifier: Apache-2.0
#include "views/focus.hpp"

#include <algorithm>

namespace kiosk::views {
namespace {

using page::Stop;

bool is_text(const Stop& stop) {
    return stop.kind == Stop::Kind::text;
}

struct Find {
    const std::vector<Stop>& stops;
    const Screen& screen;

    std::size_t operator()(const visit::focus::Text& text) const {
        auto left = text.number;
        return first([&](const Stop& stop) { return is_text(stop) && left-- == 0; });
    }
    std::size_t operator()(const visit::focus::Key& key) const {
        return first([&](const Stop& stop) {
            return stop.key >= 0 &&
                   visit::is_same_key(screen.actions.at(static_cast<std::size_t>(stop.key)), key.action);
        });
    }
    std::size_t first(auto is_meant) const {
        const auto at = std::find_if(stops.begin(), stops.end(), is_meant);
        return at == stops.end() ? 0 : static_cast<std::size_t>(at - stops.begin());
    }
};

}  // namespace

std::optional<std::size_t> focused(const std::vector<Stop>& stops, const Screen& screen,
                                   const std::optional<visit::Focus>& focus) {
    if (!focus || stops.empty()) return {};
    return std::visit(Find{stops, screen}, *focus);
}

visit::Focus focus_on(const std::vector<Stop>& stops, const Screen& screen, std::size_t at) {
    const Stop& stop = stops.at(at);
    if (stop.key >= 0) return visit::focus::Key{screen.actions.at(static_cast<std::size_t>(stop.key))};
    const auto before = std::count_if(stops.begin(), stops.begin() + static_cast<std::ptrdiff_t>(at), is_text);
    return visit::focus::Text{static_cast<int>(before)};
}

page::Sheet ringed(const page::Sheet& sheet, const Screen& screen, const std::optional<visit::Focus>& focus) {
    if (!focus) return sheet;
    const auto stops = page::stops(sheet);
    const auto at = focused(stops, screen, focus);
    return at ? page::ringed(sheet, stops[*at]) : sheet;
}

}  // namespace kiosk::views
