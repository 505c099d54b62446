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

/// The two keys at the foot, as wide as in the design in each shape.
page::Blocks foot(const page::Block& leave, const page::Block& other) {
    const auto both = [&](double width) {
        page::Row keys{{leave, other}, {width, -1}};
        keys.across = page::Align::centre;
        return page::Block{std::move(keys)};
    };
    return {only(page::Shape::portrait, {both(330), page::space(4)}), only(page::Shape::landscape, {both(316)})};
}

page::Blocks last_keys(Sketch& sketch) {
    const auto leave = leave_key(sketch);
    if (!sketch.prints()) {
        const auto& desk = sketch.in(sketch.content.clinic.desk);
        return foot(leave, text(sketch.say("print.none", {{"desk", desk}}), Role::body, Colour::ink_soft));
    }
    auto print = sketch.key(page::KeyKind::primary, sketch.say("reading.print"), "print", visit::action::PrintThis{});
    print.label_size = 42;
    return foot(leave, wide(std::move(print)));
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
                  page_row(sketch, at.page, "reading.page", true),
                  gap(32, 36)};
    add(page.sheet, last_keys(sketch));
}

}  // namespace kiosk::views
