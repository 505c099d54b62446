// SPDX-License-Identifier: Apache-2.0
// One event being worked on: the visit as it changes and what is asked of the world. The room's own; step.cpp makes it,
// the files of the places change it. Each function names the file it lives in by the heading above it.
#pragma once

#include "visit/step.hpp"

namespace kiosk::visit {

struct Turn {
    const content::Content& content;
    Visit visit;
    Instant now;
    Effects effects{};

    const content::Topic& topic() const { return content[visit.topic.value_or(content::TopicId{})]; }
    content::Urgency urgency() const { return visit::urgency(topic(), visit.answers); }
    std::optional<Cleared> cleared() const { return clear(topic(), visit.answers, visit.release); }
    std::optional<OpenHandout> open(content::HandoutId id) const {
        return visit::open(topic(), visit.answers, visit.release, id);
    }
    void ask(Effect effect) { effects.push_back(std::move(effect)); }
    /// On to another place; Back comes here again.
    void go(Place to);
    /// Another page of where they are.
    void turn_to(auto here, int page) {
        if (page < 0) return;
        here.page = page;
        visit.place = std::move(here);
    }
};

// What a key does where it is pressed; one that fits nothing changes nothing.
void act(Turn&, const place::Welcome&, const Action&);
void act(Turn&, const place::Topics&, const Action&);
void act(Turn&, const place::SafetyIntro&, const Action&);
void act(Turn&, const place::AskWho&, const Action&);
void act(Turn&, const place::Asking&, const Action&);
void act(Turn&, const place::Emergency&, const Action&);
void act(Turn&, const place::SeeStaff&, const Action&);
void act(Turn&, const place::StaffFirst&, const Action&);
void act(Turn&, const place::Note&, const Action&);
void act(Turn&, const place::Groups&, const Action&);
void act(Turn&, const place::Library&, const Action&);
void act(Turn&, const place::HeldBack&, const Action&);
void act(Turn&, const place::Reading&, const Action&);
void act(Turn&, const place::OnPhone&, const Action&);
void act(Turn&, const place::Printing&, const Action&);
inline void act(Turn&, const place::Unfinished&, const Action&) {}
void act(Turn&, const place::StaffPin&, const Action&);
void act(Turn&, const place::StaffStatus&, const Action&);
inline void act(Turn&, const place::Cleaning&, const Action&) {}
void act(Turn&, const place::Drill&, const Action&);
void act(Turn&, const place::DrillEnd&, const Action&);

// step.cpp
void back(Turn&);
/// Whoever wipes the glass touches everything: nothing is heard.
bool is_dead(const Visit&);

// focus.cpp
void hear(Turn&, const event::Focused&);
void hear(Turn&, const event::RepeatAsked&);
void hide_focus(Visit&);
/// After whatever happened, from where the glass was before.
void follow_focus(const Place& before, const Overlay& before_it, Visit&);

// asking.cpp
/// The question with its answer, or the ticks it was left with, and the way back through those before it.
void show_question(Turn&, content::QuestionId);
/// To what has still to be asked, else to the outcome.
void go_on(Turn&);
/// Takes the answer down; what was open because of other answers closes.
void take_down(Turn&, content::QuestionId, const Answer&);
/// What Continue would make of it; nothing while nothing is ticked.
std::optional<Answer> as_answer(const Draft&);
/// Where Back leads from a question, or from the outcome (`before` beyond the last): intro, who, the questions
/// answered.
std::vector<Place> way_to(const Turn&, content::QuestionId before);
std::vector<Place> way_to_outcome(const Turn&);
/// A question again as Back finds it.
place::Asking asking(Turn&, content::QuestionId);
/// Ticks that no Continue has taken down stay for when the question comes again.
void keep_draft(Turn&);

// outcome.cpp
/// Amber or the library, by the answers. Emergencies never come here.
void show_outcome(Turn&);
void tell_desk(Turn&);
/// The note was printed or read through: opens the handouts where the clinic chose so.
void note_known(Turn&);
void release_by_staff(Turn&);  // after "I have seen this patient"

// red_page.cpp
/// raised_by: the answer; nothing: the help key.
void show_red_page(Turn&, std::optional<content::QuestionId> raised_by);
void confirm(Turn&, overlay::Sure, bool yes);
void hear(Turn&, const event::DeskReported&);
void hear(Turn&, const event::DeskIs&);
std::optional<Instant> call_deadline(const content::Content&, const Visit&);
void call_deadline_passed(Turn&);

// panels.cpp
/// Text size, contrast, language, lower screen: the same on every page. False: the key was none of them.
bool act_on_look(Turn&, const Action&);
/// A key of the panel that lies over the place.
void act_on_overlay(Turn&, const Action&);

// listening.cpp
/// Listen, Stop, Repeat, slower, louder: the same on every page. False: the key was none of them.
bool act_on_listening(Turn&, const Action&);
/// A touch: silent at once, but for keys of Listen themselves.
void interrupt(Turn&, const std::optional<Action>&);
/// Reads what is on the glass from its beginning, for whoever listens.
void read_again(Turn&);
void hear(Turn&, const event::SoundIs&);
void hear(Turn&, const event::Said&);
/// What makes a screen another one to whoever hears it; nothing where nobody listens.
struct Heard {
    Place place;
    Overlay overlay;
    content::LanguageId language;
    std::optional<CallState> call;
    std::optional<PrintStage> stage;
    std::optional<Trouble> trouble;
    bool operator==(const Heard&) const = default;
};
std::optional<Heard> heard(const Visit&);
/// The stop that the keypad came to, with its state; for whoever has not stopped it.
void read_stop(Turn&);
/// What nobody who uses the keypad may miss, though they had silenced it.
void speak_up(Turn&);
/// What nobody may miss, whether they listen or not: once, then it is as silent as it was.
void warn(Turn&);
/// The keypad's Repeat: the stop, or the screen, once more.
void repeat(Turn&);
/// After an event: another screen is read from its beginning; of the same one, after OK, the key with its new state.
void follow_by_ear(Turn&, const std::optional<Heard>& before, bool was_tapped);

// staff.cpp
void show_staff_pin(Turn&, StaffWant);
void hear(Turn&, const event::StaffGesture&);
void hear(Turn&, const event::StaffPinIs&);
void hear(Turn&, const event::PinJudged&);
void hear(Turn&, const event::StatusIs&);
/// When staff mode closes, or the glass counts on while it is cleaned.
std::optional<Instant> staff_deadline(const content::Content&, const Visit&);
void staff_deadline_passed(Turn&);

// calling.cpp
/// Where a call begins.
CallState raised(Desk);
void hear(Call&, DeskStage, Instant now);
void hear(Call&, Desk);
/// When it has not been shown, or not been answered, in time.
std::optional<Instant> deadline(const content::Timing&, const Call&);
void deadline_passed(Call&);

// drill.cpp
void raise_test_call(Turn&);
void end_test_call(Turn&);
std::optional<Instant> test_call_deadline(const content::Content&, const Visit&);
void start_drill(Turn&);
void hear(Turn&, const event::TestCallReported&);

// library.cpp
/// The library, or before a release the always-open handouts. Nothing where neither is open.
void show_handouts(Turn&);
void read(Turn&, content::HandoutId);
void choose(Turn&, content::HandoutId);
/// Open to this person, and where staff should be asked first, read with care.
bool may_print(const Turn&, content::HandoutId);
/// After other answers: takes out of the choice, and from the printer, what may no longer open.
void keep_what_opens(Turn&);

// on_phone.cpp
/// Of these, what could be printed; nothing where none could.
void show_on_phone(Turn&, const std::vector<content::HandoutId>&);

// printing.cpp
void print_note(Turn&);
/// Where the page is shown stays.
void print_test_page(Turn&);
void print_handouts(Turn&, const std::vector<content::HandoutId>&);
void hear(Turn&, const event::PrintReported&);
/// Handouts do not come out any more: the red page is up.
void cancel_handouts(Turn&);
void cancel_what_may_not_print(Turn&);
/// Whatever has not come out: the visit is over.
void cancel_paper(Turn&);
/// Staff are there to take it: a note whose pages move already may come out, for as long as a countdown lasts.
void leave_note_to_staff(Turn&);
std::optional<Instant> note_left_deadline(const Visit&);
void note_left_deadline_passed(Turn&);
std::optional<Instant> printing_deadline(const content::Content&, const Visit&);
void printing_deadline_passed(Turn&);

// idle.cpp
/// When the warning is due; nothing where nobody is waited for.
std::optional<Instant> idle_at(const content::Content&, const Visit&);
void wake(Turn&);
/// "Are you still there?", with the whole countdown before it.
void ask_still_there(Turn&);
/// A touch while "Are you still there?" is up.
void answer_still_there(Turn&, const Action&);
void press_at_still_there(Turn&, const std::optional<Action>&);

// leaving.cpp
/// The person has left: a fresh visit at welcome.
void forget(Turn&);
/// Back at welcome where nothing was entered yet; else as forget.
void back_to_welcome(Turn&);
/// From "Need help?" to welcome, as the next person likes the glass.
void welcome_next(Turn&);
/// Nothing that has to be forgotten.
bool is_blank(const Visit&);
/// The countdown ran out.
void run_out(Turn&);

}  // namespace kiosk::visit
