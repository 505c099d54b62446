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

page::Block last_keys(Sketch& sketch) {
    if (!sketch.prints()) {
        const auto& desk = sketch.in(sketch.content.clinic.desk);
        page::Row row{
            {leave_key(sketch), text(sketch.say("print.none", {{"desk", desk}}), Role::body, Colour::ink_soft)},
            {330, -1}};
        row.across = page::Align::centre;
        return {std::move(row)};
    }
    auto print = sketch.key(page::KeyKind::primary, sketch.say("reading.print"), "print", visit::action::PrintThis{});
    print.label_size = 42;
    return row({leave_key(sketch), wide(std::move(print))}, {330, -1});
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
                  gap(32, 36),
                  last_keys(sketch)};
}

}  // namespace kiosk::views
