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
};

/// What is not printed here is had at the desk.
Foot foot(Sketch& sketch) {
    auto leave = leave_key(sketch);
    if (!sketch.prints()) {
        const auto& desk = sketch.in(sketch.content.clinic.desk);
        return {std::move(leave), text(sketch.say("print.none", {{"desk", desk}}), Role::body, Colour::ink_soft)};
    }
    auto print = sketch.key(page::KeyKind::primary, sketch.say("reading.print"), "print", visit::action::PrintThis{});
    print.label_size = 42;
    return {std::move(leave), wide(std::move(print))};
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
    page.sheet.push_back(only(page::Shape::portrait, {gap(32), side_by_side(keys, 330), page::space(4)}));
    if (largest) {
        page.read.push_back(only(page::Shape::landscape, {rest(), keys.other, gap(28), keys.leave}));
    } else {
        page.sheet.push_back(only(page::Shape::landscape, {gap(36), side_by_side(keys, 316)}));
    }
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
