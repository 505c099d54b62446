// SPDX-License-Identifier: Apache-2.0
#include "views/gallery_album.hpp"

#include <algorithm>

namespace kiosk::views {
namespace {

using content::Urgency;
using visit::PrintStage, visit::Trouble;
namespace action = visit::action;

Walk three_chosen(const content::Content& content) {
    Walk walk = to_library(content, printer_only);
    for (std::size_t i = 0; i < std::min<std::size_t>(3, walk.topic().handouts.size()); ++i) {
        walk.tap(action::Choose{content::HandoutId{i}});
    }
    return walk.tap(action::PrintChosen{});
}

}  // namespace

void show_printing(Album& album) {
    const Walk job = three_chosen(album.content);
    const auto at = [&](const std::string& name, PrintStage stage, Trouble trouble = Trouble::none, int page = 0,
                        int pages = 0) { album.add("10-" + name, Walk(job).printer(stage, trouble, page, pages)); };
    album.add("10-queued", job);
    at("sent", PrintStage::sent);
    at("printing", PrintStage::printing, Trouble::none, 2, 5);
    at("printing-uncounted", PrintStage::printing);
    at("needs-paper", PrintStage::needs_hand, Trouble::paper, 3, 5);
    at("needs-jam-cleared", PrintStage::needs_hand, Trouble::jam, 3, 5);
    at("needs-door-shut", PrintStage::needs_hand, Trouble::door);
    at("needs-toner", PrintStage::needs_hand, Trouble::toner);
    at("offline", PrintStage::needs_hand, Trouble::offline);
    at("busy", PrintStage::needs_hand, Trouble::busy);
    at("needs-staff", PrintStage::needs_hand, Trouble::attention);
    at("printed", PrintStage::printed, Trouble::none, 5, 5);
    at("printed-one-page", PrintStage::printed, Trouble::none, 1, 1);
    at("printed-uncounted", PrintStage::printed);
    at("not-printed", PrintStage::not_printed, Trouble::jam);
    at("cancelled", PrintStage::cancelled);
    at("unknown", PrintStage::unknown);
    album.add("10-stopping", Walk(job).printer(PrintStage::printing, Trouble::none, 2, 5).tap(action::StopPrinting{}));
    Walk saved = to_library(album.content, demonstration).tap(action::Choose{content::HandoutId{0}});
    album.add("10-saved", saved.tap(action::PrintChosen{}).printer(PrintStage::saved, Trouble::none, 2, 2));
    const Walk note = to_outcome(album.content, printer_only, Urgency::today, 1).tap(action::PrintNote{});
    album.add("10-note-printing", Walk(note).printer(PrintStage::printing, Trouble::none, 1, 1));
    album.add("10-note-printed", Walk(note).printer(PrintStage::printed, Trouble::none, 1, 1));
}

}  // namespace kiosk::views
