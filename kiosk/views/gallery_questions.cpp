// SPDX-License-Identifier: Apache-2.0
#include "views/gallery_album.hpp"

namespace kiosk::views {
namespace {

using visit::Reply, visit::Who;
namespace action = visit::action;
namespace place = visit::place;

void show_question(Album& album, const Walk& at, const content::Question& question) {
    const bool any_of = question.kind == content::Kind::any_of;
    album.add("04-question-" + question.id, at, any_of ? Pages::question : Pages::one);
    if (any_of) {
        Walk ticked = at;
        ticked.tap(action::Tick{question.signs.front()});
        album.add("04-question-" + question.id + "-ticked", ticked, Pages::question);
    }
    Walk why = at;
    album.add("04b-why-" + question.id, why.tap(action::ShowWhy{}));
}

}  // namespace

void show_before_questions(Album& album) {
    const Walk welcome(album.content, printer_only);
    album.add("01-welcome", welcome);
    album.add("01-welcome-no-printer", Walk(album.content, nothing));
    if (album.content.topics.size() > 1) {
        Walk topics = welcome;
        topics.tap(album.content.languages.size() > 1 ? visit::Action{action::ChooseLanguage{}} : action::Start{});
        album.add("02-topics", topics, Pages::list);
    }
    album.add("03-safety-intro", Walk(album.content, printer_only).to_intro());
    album.add("03-safety-intro-desk-deaf",
              Walk(album.content, {visit::PrinterKind::real, visit::Desk::deaf}).to_intro());
    album.add("03b-who", Walk(album.content, printer_only).to_who());
}

void show_questions(Album& album) {
    Walk walk = to_questions(album.content, Who::me);
    while (walk.is_at<place::Asking>()) {
        show_question(album, walk, walk.topic()[walk.asked()]);
        walk.answer(Reply::no);
    }
    Walk back = to_questions(album.content, Who::someone_with_me);
    album.add("04-for-someone-else", back);
    album.add("04-pressed", back.press(action::Back{}));
    back.answer(Reply::no).tap(action::Back{});
    album.add("04-answered-before", back);
}

void show_panels(Album& album) {
    using visit::Panel;
    const auto& timing = album.content.clinic.timing;
    Walk idle = to_library(album.content, printer_only);
    album.add("11-still-there", idle.wait(timing.idle + timing.idle_countdown / 3));
    album.add("11b-unfinished", to_questions(album.content, Who::me).wait(timing.idle + timing.idle_countdown));
    const Walk asked = to_questions(album.content, Who::me);
    album.add("12a-text-size", Walk(asked).tap(action::OpenPanel{Panel::text_size}));
    album.add("12b-contrast", Walk(asked).tap(action::OpenPanel{Panel::contrast}));
    if (album.content.languages.size() > 1)
        album.add("12c-language", Walk(asked).tap(action::OpenPanel{Panel::language}));
}

void show_listening(Album& album) {
    const visit::Surroundings aloud{visit::PrinterKind::real, visit::Desk::none, false, visit::Sound::loudspeaker};
    const auto& content = album.content;
    const auto heard = [](Walk& walk, int sentences) {
        walk.tap(action::Listen{});
        for (int i = 0; i < sentences; ++i)
            walk.tell(visit::event::Said{walk.visit().ticket, walk.visit().listening.reading, i, false});
        return walk;
    };
    Walk question = Walk(content, aloud).to_questions(Who::me);
    album.add("12d-listen", question);
    album.add("12d-listening", heard(question, 1));
    album.add("12d-listening-slower", question.tap(action::SetSpeed{visit::Speed::slow}).tap(action::SetVolume{0}));
    const auto& questions = question.topic().questions;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        Walk at = Walk(content, aloud).to_questions(Who::me);
        if (!questions[i].is_private || !at.reach({i})) continue;
        album.add("12d-listening-private", heard(at, 0));
        break;
    }
    Walk idle = to_library(content, aloud);
    idle.tap(action::Listen{}).wait(content.clinic.timing.idle_largest + content.clinic.timing.idle_countdown / 3);
    album.add("12d-listening-still-there", idle);
}

}  // namespace kiosk::views
