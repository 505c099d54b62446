// SPDX-License-Identifier: Apache-2.0
#include "views/glass_blocks.hpp"
#include "views/screens.hpp"

#include <utility>

namespace kiosk::views {

using namespace glass;

void why_panel(Sketch& sketch, const visit::place::Asking& at) {
    page::Blocks paragraphs;
    for (const auto& words : sketch.topic()[at.question].why) {
        paragraphs.push_back(text(sketch.in(words), sketch.has_large_text() ? Role::body : Role::explain));
    }
    auto close = sketch.key(page::KeyKind::primary, sketch.say("why.back"), "back", visit::action::Close{});
    close.height = 160;
    close.landscape_height = 112;
    page::OverPanel panel{.top = 720};
    panel.blocks = {page::space(8), panel_title("why", sketch.say("question.why")), gap(36, 28)};
    add(panel.blocks, stacked(std::move(paragraphs), 28, 24));
    add(panel.blocks, {rest(44)});
    panel.blocks.push_back({std::move(close)});
    panel.blocks.push_back(page::space(16));
    sketch.page().panel = std::move(panel);
}

}  // namespace kiosk::views
