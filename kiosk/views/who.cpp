// SPDX-License-Identifier: Apache-2.0
#include "views/glass_blocks.hpp"
#include "views/screens.hpp"

#include <utility>

namespace kiosk::views {
namespace {

using namespace glass;

page::Block who_key(Sketch& sketch, const std::string& name, const std::string& icon, visit::Who who) {
    auto key = sketch.key(page::KeyKind::answer, sketch.say(name), icon, visit::action::ChooseWho{who});
    return {sketch.visit.who == who ? sketch.selected(std::move(key)) : std::move(key)};
}

}  // namespace

void who(Sketch& sketch) {
    auto& page = sketch.page();
    page.title = sketch.say("who.title");
    page.section = sketch.say("section.check");
    page.read = titled(page.title, text(sketch.say("who.line"), Role::body));
    page.hint_width = 520;
    const auto& picture = sketch.topic().picture;
    page.picture = page::ReadPicture{.name = picture.name, .alt = sketch.in(picture.alt)};
    page.sheet = stacked({who_key(sketch, "who.me", "person", visit::Who::me),
                          who_key(sketch, "who.someone", "people", visit::Who::someone_with_me)},
                         28, 28);
    add(page.sheet, {rest(), row({back_key(sketch)}, {back_width}), gap(46, 40)});
}

}  // namespace kiosk::views
