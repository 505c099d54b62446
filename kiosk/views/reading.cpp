// SPDX-License-Identifier: Apache-2.0
// A handout, read page by page: each part starts a page; then Do, Do not and Stop; then how sure we are.
#include "views/glass_blocks.hpp"
#include "views/reading_pages.hpp"
#include "views/screens.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::views {
namespace {

using namespace glass;

constexpr double plain_top = 252;  ///< of the sheet on pages without a drawing

page::Block wide(page::Key key) {
    key.height = 112;
    key.landscape_height = 104;
    return {std::move(key)};
}

/// Back to where this handout was opened from; on the amber page that is no library.
page::Block leave_key(Sketch& sketch) {
    const bool open = visit::clear(sketch.topic(), sketch.visit.answers, sketch.visit.release).has_value();
    auto key =
        open ? sketch.key(page::KeyKind::secondary, sketch.say("reading.all"), "list", visit::action::ShowHandouts{})
             : sketch.key(page::KeyKind::secondary, sketch.say("key.back"), "back", visit::action::Back{});
    if (open) key.label_size = 34;
    return wide(std::move(key));
}

struct Foot {
    page::Block leave, other;
    page::Blocks words;  ///< over the keys
};

/// What is not printed here goes into a telephone, or is had at the desk.
Foot foot(Sketch& sketch) {
    auto leave = leave_key(sketch);
    const auto take_home = [&](const char* words, const char* icon, visit::Action action) {
        auto key = sketch.key(page::KeyKind::primary, sketch.say(words), icon, std::move(action));
        key.label_size = 42;
        return wide(std::move(key));
    };
    if (sketch.prints()) return {std::move(leave), take_home("reading.print", "print", visit::action::PrintThis{}), {}};
    const auto& desk = sketch.in(sketch.content.clinic.desk);
    return {std::move(leave),
            take_home("phone.title", "phone", visit::action::ShowOnPhone{}),
            {text(sketch.say("print.none", {{"desk", desk}}), Role::body, Colour::ink_soft), gap(16)}};
}

page::Block side_by_side(const Foot& foot, double width) {
    page::Row keys{{foot.leave, foot.other}, {width, -1}};
    keys.across = page::Align::centre;
    return {std::move(keys)};
}

/// The two keys, as wide as in the design in each shape. The largest letters leave the read zone empty in landscape,
/// and need the sheet for the text: there the keys stand under the title.
void add_foot(Sketch& sketch) {
    const auto keys = foot(sketch);
    auto& page = sketch.page();
    const bool largest = sketch.visit.look.size == visit::TextSize::largest;
    page::Blocks upright{gap(32)}, across{largest ? rest() : gap(36)};
    add(upright, keys.words);
    add(across, keys.words);
    add(upright, {side_by_side(keys, 330), page::space(4)});
    add(across, largest ? page::Blocks{keys.other, gap(28), keys.leave} : page::Blocks{side_by_side(keys, 316)});
    page.sheet.push_back(only(page::Shape::portrait, std::move(upright)));
    (largest ? page.read : page.sheet).push_back(only(page::Shape::landscape, std::move(across)));
}

}  // namespace

void reading(Sketch& sketch, const visit::place::Reading& at) {
    const auto& topic = sketch.topic();
    const auto& handout = topic[at.handout.id()];
    auto& page = sketch.page();
    page.title = sketch.in(handout.title);
    page.section = sketch.say("section.handout");
    if (at.tell_clinician_first) {
        page.read = {bold(sketch.say("reading.tell-first"), Role::progress, Colour::petrol), gap(8)};
    }
    page.read.push_back(heading(page.title, Role::handout_title));
    if (!handout.picture.name.empty()) page.picture = reading_picture(sketch, handout.picture);
    page.sheet_top = plain_top;
    pad_sheet(sketch, 26, 40);
    page.sheet = {{page::Paged{reading_pages(sketch, at.handout.id()), 14, at.page}},
                  gap(20, 16),
                  page_row(sketch, at.page, "reading.page", true)};
    add_foot(sketch);
}

}  // namespace kiosk::views
