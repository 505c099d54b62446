// SPDX-License-Identifier: Apache-2.0
// After someone stopped in the middle of the safety check: where help is, before the next person is welcomed.
#include "views/glass_blocks.hpp"
#include "views/screens.hpp"

#include <utility>

namespace kiosk::views {

using namespace glass;

void unfinished(Sketch& sketch) {
    auto& page = sketch.page();
    const auto& desk = sketch.in(sketch.content.clinic.desk);
    const auto help = sketch.say("key.help");
    page.title = sketch.say("unfinished.title", {{"desk", desk}});
    page.read = titled(page.title, text(sketch.say("unfinished.line"), Role::body));
    page.hint_width = 500;
    page.picture = front_desk(sketch);
    auto start = sketch.key(page::KeyKind::primary, sketch.say("unfinished.start"), "next", visit::action::Finish{});
    start.icon_after = true;
    start.landscape_height = 152;
    page.sheet = {fact("hand", stressed(sketch.say("unfinished.help"), {{"help", help}})),
                  gap(24),
                  fact("lock", sketch.say("unfinished.cleared")),
                  rest(),
                  {std::move(start)},
                  gap(184, 40)};
}

}  // namespace kiosk::views
