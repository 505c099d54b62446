// SPDX-License-Identifier: Apache-2.0
#include "views/glass_blocks.hpp"
#include "views/screens.hpp"
#include "views/wording.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace kiosk::views {
namespace {

using namespace glass;

page::Words middle(std::string words, Role role, page::Tag tag = page::Tag::paragraph) {
    return {.runs = {{std::move(words)}}, .role = role, .align = page::Align::centre, .tag = tag};
}

}  // namespace

void still_there(Sketch& sketch, const visit::overlay::StillThere& open) {
    const int left = whole_seconds(open.until - sketch.now);
    const page::Block ring{page::Ring{left, whole_seconds(sketch.content.clinic.timing.idle_countdown)}};
    const page::Block title{middle(sketch.say("still-there.title"), Role::title, page::Tag::heading1)};
    const page::Block line{middle(sketch.say("still-there.line", {{"seconds", std::to_string(left)}}), Role::reading)};
    auto yes = sketch.key(page::KeyKind::primary, sketch.say("still-there.yes"), "tick", visit::action::StillHere{});
    auto no = sketch.key(page::KeyKind::secondary, sketch.say("still-there.no"), "cross", visit::action::Finish{});
    yes.height = 172;
    yes.landscape_height = 132;
    yes.label_size = 52;
    no.height = 124;
    no.landscape_height = 132;
    no.label_size = 44;
    page::OverPanel panel{.top = 608};
    panel.blocks = {only(page::Shape::portrait, {page::space(18), ring, gap(46), title, gap(24), line}),
                    only(page::Shape::landscape, {row({ring, column({title, page::space(12), line})}, {270, -1}, 40)}),
                    gap(44),
                    {yes},
                    gap(44),
                    {no}};
    sketch.page().panel = std::move(panel);
}

}  // namespace kiosk::views
