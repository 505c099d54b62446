// SPDX-License-Identifier: Apache-2.0
#include "views/leaves.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::views {
namespace {

using content::Content;

Shown as_seen(Shown shown, const Sight& sight) {
    auto& look = shown.visit.look;
    look.language = sight.language;
    look.size = sight.size;
    look.lowered = sight.hung == Sight::Hung::lowered;
    return shown;
}

std::vector<Leaf> screen_leaves(const Content& content, const Sight& sight) {
    std::vector<Leaf> all;
    for (auto& shown : screens(content)) {
        auto name = shown.name;
        all.push_back({std::move(name), as_seen(std::move(shown), sight)});
    }
    return all;
}

/// The note as a visit with many flags has it, and that of the red page.
void add_notes(const Content& content, const Sight& sight, std::vector<Leaf>& all) {
    const Stamp stamp{"2026-11-22", "10:44", {}, "Waiting room 1"};
    bool emergency = false;
    for (const auto& shown : screens(content)) {
        const bool is_note = std::holds_alternative<visit::place::Note>(shown.visit.place);
        const bool is_first_red =
            shown.visit.emergency_at && !std::exchange(emergency, emergency || shown.visit.emergency_at);
        if (!is_note && !is_first_red) continue;
        const auto seen = as_seen(shown, sight);
        all.push_back({"note-" + shown.name, note(content, visit::record(seen.visit), stamp)});
    }
}

std::vector<Leaf> paper_leaves(const Content& content, const Sight& sight) {
    std::vector<Leaf> all;
    const bool large = sight.size != visit::TextSize::normal;
    const auto& handouts = content.topics.front().handouts;
    for (std::size_t i = 0; i < handouts.size(); ++i)
        all.push_back({"handout-" + handouts[i].id, handout(content, {0}, {i}, nullptr, sight.language, large, false)});
    add_notes(content, sight, all);
    return all;
}

}  // namespace

Content seen(const Content& content, const Sight& sight) {
    Content seen = content;
    const auto first = seen.topics.begin();
    std::rotate(first, first + static_cast<std::ptrdiff_t>(sight.topic.index),
                first + static_cast<std::ptrdiff_t>(sight.topic.index) + 1);
    seen.clinic.paper = sight.paper;
    return seen;
}

std::vector<Leaf> leaves(const Content& seen, const Sight& sight) {
    return sight.medium == Medium::glass ? screen_leaves(seen, sight) : paper_leaves(seen, sight);
}

Size panel_of(page::Shape shape) {
    return shape == page::Shape::portrait ? Size{1080, 1920} : Size{1920, 1080};
}

std::vector<page::Sheet> sheets(const Content& seen, const Sight& sight, const Leaf& leaf, const page::Style& style) {
    if (const auto* document = std::get_if<page::Document>(&leaf.is)) return page::lay_out(*document, style);
    const auto& shown = std::get<Shown>(leaf.is);
    const auto sheet_of = [&](const Shown& at) {
        return page::lay_out(compose(seen, at.visit, at.now).page, panel_of(sight.shape), style);
    };
    std::vector<page::Sheet> all{sheet_of(shown)};
    if (!std::holds_alternative<std::monostate>(shown.visit.overlay)) return all;  // under a panel no page turns
    for (int page = 1; page < all.front().pages; ++page) all.push_back(sheet_of(turned(seen, shown, page)));
    return all;
}

}  // namespace kiosk::views
