// SPDX-License-Identifier: Apache-2.0
// The handouts as cards; before staff released them, only those that are always open.
#include "content/day.hpp"
#include "views/glass_blocks.hpp"
#include "views/handout_card.hpp"
#include "views/screens.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace kiosk::views {
namespace {

using namespace glass;

/// Keys that stand under the cards in portrait and in the read zone in landscape. Any of them may be missing.
struct Around {
    std::optional<page::Key> topics, leave, print;  ///< print: or, while nothing is chosen, the note for staff
    std::string instead_of_print;                   ///< words where that key is missing
};

page::Key with_heights(page::Key key, double height, double landscape_height) {
    key.height = height;
    key.landscape_height = landscape_height;
    return key;
}

std::optional<page::Key> print_key(Sketch& sketch) {
    const auto count = sketch.visit.chosen.size();
    if (!sketch.prints() || count == 0) return std::nullopt;
    const auto label =
        count == 1 ? sketch.say("library.print-one") : sketch.say("library.print-many", {{"n", std::to_string(count)}});
    return with_heights(sketch.key(page::KeyKind::primary, label, "print", visit::action::PrintChosen{}), 112, 120);
}

/// Answers that block nothing but that the clinician should hear of.
bool has_something_for_staff(const Sketch& sketch) {
    const auto note = visit::note(sketch.topic(), visit::record(sketch.visit));
    return !note.mentioned.empty() || !note.flagged.empty();
}

std::string instead_of_print(const Sketch& sketch, const std::vector<content::HandoutId>& ids) {
    const auto& desk = sketch.in(sketch.content.clinic.desk);
    if (!sketch.prints() || ids.empty()) return sketch.say("print.none", {{"desk", desk}});
    const bool any = std::any_of(ids.begin(), ids.end(), [&](auto id) { return has_choose_key(sketch, id); });
    return any ? sketch.say("library.choose-first") : std::string{};
}

page::Block print_or_words(const Around& around, double label) {
    if (around.print) {
        auto key = *around.print;
        if (key.kind == page::KeyKind::primary) key.label_size = label;
        return {std::move(key)};
    }
    return around.instead_of_print.empty() ? gap(0) : text(around.instead_of_print, Role::body, Colour::ink_soft);
}

page::Blocks beside_cards(const Around& around, bool side_by_side) {
    page::Blocks keys{rest()};
    page::Blocks others;
    if (around.topics) others.push_back({with_heights(*around.topics, 96, 96)});
    if (around.leave) others.push_back({with_heights(*around.leave, 96, 96)});
    for (auto& others_row : side_by_side ? page::Blocks{row(others, {-1, -1})} : others) {
        add(keys, {others_row, gap(28)});
    }
    add(keys, {print_or_words(around, 36)});
    return keys;
}

/// Topics, Previous, "1 of 4", Next. Topics stays where there is one page.
page::Block pages_row(Sketch& sketch, const Around& around, int page) {
    page::PageCount count{.words = sketch.content.words("library.page")(sketch.language())};
    page::Row turn{
        {previous_key(sketch, page, 96, 80), {std::move(count)}, next_key(sketch, page, 96, 80)}, {248, -1, 240}, 0};
    turn.across = page::Align::centre;
    const page::Block turns{page::IfPaged{{{std::move(turn)}}}};
    if (!around.topics) return turns;
    return row({{*around.topics}, turns}, {220, -1}, 28);
}

page::Blocks sheet_blocks(Sketch& sketch, const Around& around, const std::vector<content::HandoutId>& ids, int page) {
    const page::Block cards{page::Paged{handout_cards(sketch, ids), 16, page}};
    Around without_topics = around;
    without_topics.topics.reset();
    page::Row last{{around.leave ? page::Block{*around.leave} : gap(0), print_or_words(around, 46)}, {330, -1}};
    last.across = page::Align::centre;
    return {cards,
            only(page::Shape::portrait,
                 {rest(18), pages_row(sketch, around, page), gap(24), {std::move(last)}, page::space(2)}),
            only(page::Shape::landscape, {rest(16), pages_row(sketch, without_topics, page)})};
}

void draw(Sketch& sketch, const Around& around, const std::vector<content::HandoutId>& ids, int at, std::string line) {
    auto& page = sketch.page();
    if (!sketch.has_large_text()) {
        page.landscape_read = 560;
        page.landscape_pad = 44;
    }
    page.sheet_top = 376;
    pad_sheet(sketch, 36, 28);
    page.read = {heading(page.title, Role::title), gap(16, 24), bold(std::move(line), Role::source),
                 only(page::Shape::landscape, beside_cards(around, sketch.has_large_text()))};
    page.sheet = sheet_blocks(sketch, around, ids, at);
}

page::Key secondary(Sketch& sketch, const std::string& name, const std::string& icon, visit::Action action,
                    double height) {
    return with_heights(sketch.key(page::KeyKind::secondary, sketch.say(name), icon, std::move(action)), height,
                        height);
}

}  // namespace

void library(Sketch& sketch, const visit::place::Library& at) {
    const auto& topic = sketch.topic();
    std::vector<content::HandoutId> ids;
    for (const auto id : content::offered(topic)) {
        if (!at.group || topic[id].group == *at.group) ids.push_back(id);
    }
    sketch.page().title = at.group ? sketch.in(topic.groups[at.group->index].title) : sketch.say("library.title");
    Around around;
    if (topic.groups.size() > 1) {
        around.topics = secondary(sketch, "library.topics", "list", visit::action::ChooseGroups{}, 96);
        around.topics->label_size = 34;
    }
    around.leave = secondary(sketch, "key.finish", "tick", visit::action::Finish{}, 112);
    around.print = print_key(sketch);
    if (!around.print && has_something_for_staff(sketch))
        around.print = secondary(sketch, "staff.read-note", "paper", visit::action::ReadNote{}, 112);
    around.instead_of_print = instead_of_print(sketch, ids);
    draw(sketch, around, ids, at.page, sketch.in(topic.tell_clinician));
}

void staff_first(Sketch& sketch, const visit::place::StaffFirst& at) {
    const auto& topic = sketch.topic();
    std::vector<content::HandoutId> ids;
    for (const auto id : content::offered(topic)) {
        if (topic[id].always_open) ids.push_back(id);
    }
    sketch.page().title = sketch.say("staff-first.title");
    Around around;
    around.leave = secondary(sketch, "key.back", "back", visit::action::Back{}, 112);
    around.print = print_key(sketch);
    around.instead_of_print = instead_of_print(sketch, ids);
    draw(sketch, around, ids, at.page, sketch.say("staff-first.line"));
}

}  // namespace kiosk::views
