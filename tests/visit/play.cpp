// SPDX-License-Identifier: Apache-2.0
#include "play.hpp"

namespace kiosk::visit {

std::vector<std::string> Play::said() {
    std::vector<std::string> words;
    for (const auto& effect : effects)
        if (!std::holds_alternative<effect::Tally>(effect)) words.push_back(name_of(effect));
    effects.clear();
    return words;
}

void Play::happen(const Event& event) {
    auto next = step(content, visit, event, now);
    visit = std::move(next.visit);
    effects.insert(effects.end(), next.effects.begin(), next.effects.end());
}

void Play::tap(const Action& action) {
    happen(event::Tapped{action});
}

void Play::taps(const std::vector<Action>& actions) {
    for (const auto& action : actions) tap(action);
}

void Play::wait(Duration time) {
    const auto until = now + time;
    int same_instant = 0;
    for (auto at = wake_at(content, visit); at && *at <= until; at = wake_at(content, visit)) {
        same_instant = *at <= now ? same_instant + 1 : 0;
        REQUIRE_MESSAGE(same_instant < 5, "woken again and again for the same instant");
        now = std::max(now, *at);
        happen(event::Woken{});
    }
    now = until;
}

std::string Play::place() const {
    return name_of(visit.place);
}

std::string Play::question() const {
    const auto* asking = std::get_if<place::Asking>(&visit.place);
    return asking ? content.topics.front()[asking->question].id : place();
}

Draft Play::draft() const {
    return at<place::Asking>().draft;
}

content::Urgency Play::urgency() const {
    return visit::urgency(content.topics.front(), visit.answers);
}

void Play::begin() {
    taps({action::Start{}, action::StartQuestions{}, action::ChooseWho{Who::me}});
    REQUIRE(question() == "chest");
}

void Play::no() {
    const auto id = at<place::Asking>().question;
    if (content.topics.front()[id].kind == content::Kind::yes_no)
        tap(action::Say{Reply::no});
    else
        taps({action::TickReply{Reply::no}, action::Continue{}});
}

void Play::tick(std::vector<content::SignId> signs) {
    for (const auto sign : signs) tap(action::Tick{sign});
    tap(action::Continue{});
}

void Play::up_to(content::QuestionId id) {
    begin();
    while (at<place::Asking>().question != id) no();
}

void Play::no_to_the_rest() {
    while (std::holds_alternative<place::Asking>(visit.place)) no();
}

void Play::to_library() {
    begin();
    no_to_the_rest();
    REQUIRE(place() == "library");
}

void Play::to_amber() {
    up_to(small_clinic::fever);
    tap(action::Say{Reply::yes});
    no_to_the_rest();
    REQUIRE(place() == "see staff");
}

void Play::print_report(PrintStage stage, Trouble trouble, int page, int pages) {
    happen(event::PrintReported{visit.ticket, visit.job->number, stage, trouble, page, pages});
}

void Play::type_pin() {
    for (int i = 0; i < 6; ++i) tap(action::Digit{i, i});
    tap(action::EnterPin{});
}

void Play::judge_pin(PinVerdict verdict, Duration wait) {
    happen(event::PinJudged{visit.ticket, visit.pin_tries, verdict, wait});
}

void Play::released_by_staff() {
    tap(action::StaffKey{});
    type_pin();
    judge_pin(PinVerdict::right);
    tap(action::Confirm{true});
}

void Play::desk_report(DeskStage stage) {
    happen(event::DeskReported{visit.ticket, visit.call->number, stage});
}

Play emergency() {
    Play play;
    play.up_to(small_clinic::fall);
    play.tap(action::Say{Reply::yes});
    REQUIRE(play.place() == "red page");
    return play;
}

}  // namespace kiosk::visit
