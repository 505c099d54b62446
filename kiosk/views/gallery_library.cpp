// SPDX-License-Identifier: Apache-2.0
#include "views/gallery_album.hpp"

#include <algorithm>

namespace kiosk::views {
namespace {

using content::Urgency;
using visit::Who;
namespace action = visit::action;
namespace place = visit::place;

/// One reason alone. A flag for staff is released first, so that the library opens.
void show_held(Album& album, content::HandoutId id, const std::vector<content::Caution>& cautions,
               const std::string& how) {
    if (cautions.empty()) return;
    Walk told = Walk(album.content, with_pin).to_questions(Who::me);
    const auto& topic = told.topic();
    const auto sign = cautions.front().signs.front();
    if (told.reach(topic[sign].question)) told.tick({sign}).no_to_the_rest();
    told.release().tap(action::ShowHandouts{}).tap(action::Read{id});
    if (told.is_at<place::HeldBack>()) album.add("08b-" + topic[id].id + how, told);
}

}  // namespace

void show_library(Album& album) {
    Walk walk = to_library(album.content, printer_only);
    album.add("07-library", walk, Pages::list);
    album.add("07-library-no-printer", to_library(album.content, nothing), Pages::list);
    album.add("07-groups", Walk(walk).tap(action::ChooseGroups{}));
    for (std::size_t i = 0; i < walk.topic().groups.size(); ++i) {
        album.add("07-library-" + walk.topic().groups[i].id,
                  Walk(walk).tap(action::ChooseGroups{}).tap(action::ShowGroup{content::GroupId{i}}), Pages::list);
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(3, walk.topic().handouts.size()); ++i) {
        walk.tap(action::Choose{content::HandoutId{i}});
    }
    album.add("07-library-chosen", walk, Pages::list);
}

/// Everything that bars no handout as a whole but holds one of them back: weak answers, each alone.
void show_held_back(Album& album) {
    Walk walk = to_outcome(album.content, printer_only, Urgency::none, many);
    album.add("07-library-held-back", walk, Pages::list);
    const auto& topic = walk.topic();
    for (std::size_t i = 0; i < topic.handouts.size(); ++i) {
        const content::HandoutId id{i};
        show_held(album, id, topic[id].withhold, "-withheld");
        show_held(album, id, topic[id].ask_first, "-ask-first");
        Walk all = Walk(walk).tap(action::Read{id});
        if (all.is_at<place::HeldBack>()) album.add("08b-" + topic[id].id + "-many-reasons", all, Pages::question);
    }
}

void show_reading(Album& album) {
    const Walk walk = to_library(album.content, printer_only);
    for (std::size_t i = 0; i < walk.topic().handouts.size(); ++i) {
        const content::HandoutId id{i};
        album.add("09-reading-" + walk.topic()[id].id, Walk(walk).tap(action::Read{id}), Pages::reading);
    }
    const Walk no_printer = to_library(album.content, nothing);
    album.add("09-reading-no-printer", Walk(no_printer).tap(action::Read{content::HandoutId{0}}), Pages::reading);
    for (std::size_t i = 0; i < no_printer.topic().handouts.size(); ++i) {
        const content::HandoutId id{i};
        album.add("10d-phone-" + no_printer.topic()[id].id,
                  Walk(no_printer).tap(action::Read{id}).tap(action::ShowOnPhone{}), Pages::reading);
    }
    Walk released = to_outcome(album.content, with_pin, Urgency::today, 1);
    released.release().tap(action::ShowHandouts{});
    for (std::size_t i = 0; i < released.topic().handouts.size(); ++i) {
        Walk read = Walk(released).tap(action::Read{content::HandoutId{i}});
        if (!read.is_at<place::Reading>()) continue;
        album.add("09-tell-clinician-first", read, Pages::reading);
        break;
    }
}

}  // namespace kiosk::views
