// SPDX-License-Identifier: Apache-2.0
#include "views/glass_blocks.hpp"
#include "views/screens.hpp"

#include <utility>

namespace kiosk::views {

using namespace glass;

namespace {

/// What becomes of a note that is not out yet.
const char* staff_line_name(const visit::Visit& visit) {
    if (visit::is_note_coming_out(visit)) return "confirm.staff-line-note-prints";
    const auto& job = visit.job;
    const bool is_note = job && std::holds_alternative<visit::NoteOrder>(job->order.what) && !job->cancel_asked;
    const bool waits = is_note && (visit::is_moving(*job) || visit::is_held_up(*job));
    return waits ? "confirm.staff-line-note-stops" : "confirm.staff-line";
}

/// Without a desk nobody was called, so nobody is promised.
const char* line_name(const Sketch& sketch, visit::overlay::Sure::Of of) {
    using Of = visit::overlay::Sure::Of;
    if (of == Of::finished) return "confirm.finish-line";
    if (of == Of::seen_patient) return "confirm.seen-line";
    if (of == Of::restart) return "desk.glass.restart-line";
    if (of == Of::staff_are_with_me) return staff_line_name(sketch.visit);
    const bool called = sketch.visit.call && sketch.visit.call->state != visit::CallState::no_desk;
    return called ? "confirm.mistake-line-told" : "confirm.mistake-line";
}

struct Question {
    const char *icon, *name;  ///< of the interface
};

Question question(visit::overlay::Sure::Of of) {
    using Of = visit::overlay::Sure::Of;
    switch (of) {
        case Of::staff_are_with_me:
            return {"person", "confirm.staff"};
        case Of::touched_by_mistake:
            return {"hand", "confirm.mistake"};
        case Of::seen_patient:
            return {"person", "confirm.seen"};
        case Of::restart:
            return {"repeat", "desk.glass.restart-ask"};
        case Of::finished:
            break;
    }
    return {"tick", "confirm.finish"};
}

}  // namespace

/// One question over the page. Yes and No look alike: there is no right answer.
void confirm(Sketch& sketch, visit::overlay::Sure::Of of) {
    const auto asked = question(of);
    const page::Block yes{
        sketch.key(page::KeyKind::answer, sketch.say("answer.yes"), "tick", visit::action::Confirm{true})};
    const page::Block no{
        sketch.key(page::KeyKind::answer, sketch.say("answer.no"), "cross", visit::action::Confirm{false})};
    page::OverPanel panel;
    panel.blocks = {panel_title(asked.icon, sketch.say(asked.name)),
                    gap(28),
                    text(sketch.say(line_name(sketch, of)), Role::explain),
                    gap(44),
                    yes,
                    gap(28),
                    no,
                    page::space(16)};
    sketch.page().panel = std::move(panel);
}

}  // namespace kiosk::views
