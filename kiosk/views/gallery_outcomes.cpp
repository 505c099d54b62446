// SPDX-License-Identifier: Apache-2.0
#include "views/gallery_album.hpp"

namespace kiosk::views {
namespace {

using content::Urgency;
using visit::PrintStage, visit::Reply, visit::Trouble, visit::Who;
namespace action = visit::action;
namespace place = visit::place;

Walk to_help(const content::Content& content, const visit::Surroundings& around) {
    return Walk(content, around).to_intro().tap(action::Help{});
}

}  // namespace

void show_red_page(Album& album) {
    using visit::DeskStage;
    const auto& timing = album.content.clinic.timing;
    album.add("05-no-desk", to_help(album.content, printer_only));
    album.add("05-no-desk-no-printer", to_help(album.content, nothing));
    const Walk calling = to_help(album.content, with_desk);
    album.add("05a-calling", calling);
    const Walk shown = Walk(calling).desk(DeskStage::shown);
    album.add("05b-told", shown);
    album.add("05c-coming", Walk(shown).desk(DeskStage::acknowledged));
    album.add("05d-not-sent", Walk(calling).wait(timing.call_shown_within));
    album.add("05e-not-answered", Walk(shown).wait(timing.call_answered_within));
    album.add("05f-closed-by-staff", Walk(shown).desk(DeskStage::closed));
    album.add("05g-confirm-staff", Walk(shown).tap(action::StaffAreWithMe{}));
    album.add("05h-confirm-mistake", Walk(calling).tap(action::TouchedByMistake{}));
    album.add("05h-confirm-mistake-no-desk", to_help(album.content, printer_only).tap(action::TouchedByMistake{}));
    const Walk note = to_help(album.content, printer_only).tap(action::PrintNote{});
    album.add("05i-note-sent", Walk(note).printer(PrintStage::sent));
    album.add("05i-note-printing", Walk(note).printer(PrintStage::printing, Trouble::none, 1, 1));
    album.add("05i-note-waits", Walk(note).printer(PrintStage::needs_hand, Trouble::paper));
    album.add("05i-note-printed", Walk(note).printer(PrintStage::printed, Trouble::none, 1, 1));
    album.add("05i-note-not-printed", Walk(note).printer(PrintStage::not_printed, Trouble::jam));
    album.add("05i-note-saved",
              to_help(album.content, demonstration).tap(action::PrintNote{}).printer(PrintStage::saved));
}

void show_see_staff(Album& album) {
    album.add("06-see-staff-one", to_outcome(album.content, printer_only, Urgency::today, 1), Pages::list);
    const Walk flagged = to_outcome(album.content, printer_only, Urgency::today, many);
    album.add("06-see-staff-many", flagged, Pages::list);
    album.add("06-see-staff-no-printer", to_outcome(album.content, nothing, Urgency::today, 2), Pages::list);
    album.add("06-see-staff-with-desk", to_outcome(album.content, with_desk, Urgency::today, 2), Pages::list);
    Walk child = to_questions(album.content, Who::someone_with_me);
    while (child.is_at<place::Asking>() && !child.topic()[child.asked()].ends_check) child.answer(Reply::no);
    if (child.is_at<place::Asking>()) album.add("06-see-staff-with-adult", child.answer(Reply::not_sure), Pages::list);
    album.add("06b-note", Walk(flagged).tap(action::ReadNote{}), Pages::reading);
    album.add("06b-note-no-printer", to_outcome(album.content, nothing, Urgency::today, 2).tap(action::ReadNote{}),
              Pages::reading);
    Walk first = to_outcome(album.content, printer_only, Urgency::today, 2).tap(action::ShowHandouts{});
    album.add("06c-staff-first", first, Pages::list);
}

}  // namespace kiosk::views
