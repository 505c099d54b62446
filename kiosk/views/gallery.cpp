// SPDX-License-Identifier: Apache-2.0
#include "views/gallery.hpp"

#include "views/gallery_walk.hpp"
#include "visit/triage.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace kiosk::views {
namespace {

using content::Urgency;
using visit::PrintStage, visit::Reply, visit::Trouble, visit::Who;
namespace action = visit::action;
namespace place = visit::place;

constexpr visit::Surroundings printer_only{visit::PrinterKind::real, false}, with_desk{visit::PrinterKind::real, true},
    demonstration{visit::PrinterKind::demonstration, false}, nothing{};
constexpr int most_reading_pages = 24, most_list_pages = 12, most_question_pages = 5;
constexpr std::size_t many = 100;

/// A long screen has pages; how many, only the layout knows.
enum class Pages { one, question, list, reading };

int most(Pages pages) {
    switch (pages) {
        case Pages::question:
            return most_question_pages;
        case Pages::list:
            return most_list_pages;
        case Pages::reading:
            return most_reading_pages;
        case Pages::one:
            break;
    }
    return 1;
}

class Gallery {
public:
    explicit Gallery(const content::Content& content) : m_content(content) {}

    void before_questions();
    void questions();
    void red_page();
    void see_staff();
    void library();
    void held_back();
    void reading();
    void printing();
    void panels();
    void looks();
    std::vector<Shown> take() { return std::move(m_shown); }

private:
    void add(const std::string& name, const Walk& walk, Pages pages = Pages::one) {
        m_shown.push_back({name, walk.visit(), walk.now()});
        for (int page = 1; page < most(pages); ++page) {
            Walk turned = walk;
            turned.tap(action::TurnTo{page});
            m_shown.push_back({name + "-page-" + std::to_string(page + 1), turned.visit(), turned.now()});
        }
    }
    Walk questions_of(Who who) const { return Walk(m_content, printer_only).to_questions(who); }
    Walk help(visit::Surroundings around) const { return Walk(m_content, around).to_intro().tap(action::Help{}); }
    Walk printing_chosen() const;
    void add_held(content::HandoutId, const std::vector<content::Caution>&, const std::string& how);
    void one_question(const Walk& at, const content::Question&);
    void look(const Shown& base, const std::string& name, std::vector<visit::Action>, Pages);

    const content::Content& m_content;
    std::vector<Shown> m_shown;
};

void Gallery::before_questions() {
    const Walk welcome(m_content, printer_only);
    add("01-welcome", welcome);
    add("01-welcome-no-printer", Walk(m_content, nothing));
    if (m_content.topics.size() > 1) {
        Walk topics = welcome;
        topics.tap(m_content.languages.size() > 1 ? visit::Action{action::ChooseLanguage{}} : action::Start{});
        add("02-topics", topics, Pages::list);
    }
    add("03-safety-intro", Walk(m_content, printer_only).to_intro());
    add("03b-who", Walk(m_content, printer_only).to_who());
}

void Gallery::one_question(const Walk& at, const content::Question& question) {
    const bool any_of = question.kind == content::Kind::any_of;
    add("04-question-" + question.id, at, any_of ? Pages::question : Pages::one);
    if (any_of) {
        Walk ticked = at;
        ticked.tap(action::Tick{question.signs.front()});
        add("04-question-" + question.id + "-ticked", ticked, Pages::question);
    }
    Walk why = at;
    add("04b-why-" + question.id, why.tap(action::ShowWhy{}));
}

void Gallery::questions() {
    Walk walk = questions_of(Who::me);
    while (walk.is_at<place::Asking>()) {
        one_question(walk, walk.topic()[walk.asked()]);
        walk.answer(Reply::no);
    }
    Walk back = questions_of(Who::someone_with_me);
    add("04-for-someone-else", back);
    add("04-pressed", back.press(action::Back{}));
    back.answer(Reply::no).tap(action::Back{});
    add("04-answered-before", back);
}

void Gallery::red_page() {
    using visit::DeskStage;
    const auto& timing = m_content.clinic.timing;
    add("05-no-desk", help(printer_only));
    add("05-no-desk-no-printer", help(nothing));
    const Walk calling = help(with_desk);
    add("05a-calling", calling);
    const Walk shown = Walk(calling).desk(DeskStage::shown);
    add("05b-told", shown);
    add("05c-coming", Walk(shown).desk(DeskStage::acknowledged));
    add("05d-not-sent", Walk(calling).wait(timing.call_shown_within));
    add("05e-not-answered", Walk(shown).wait(timing.call_answered_within));
    add("05f-closed-by-staff", Walk(shown).desk(DeskStage::closed));
    add("05g-confirm-staff", Walk(shown).tap(action::StaffAreWithMe{}));
    add("05h-confirm-mistake", Walk(calling).tap(action::TouchedByMistake{}));
    add("05h-confirm-mistake-no-desk", help(printer_only).tap(action::TouchedByMistake{}));
    const Walk note = help(printer_only).tap(action::PrintNote{});
    add("05i-note-sent", Walk(note).printer(PrintStage::sent));
    add("05i-note-printing", Walk(note).printer(PrintStage::printing, Trouble::none, 1, 1));
    add("05i-note-waits", Walk(note).printer(PrintStage::needs_hand, Trouble::paper));
    add("05i-note-printed", Walk(note).printer(PrintStage::printed, Trouble::none, 1, 1));
    add("05i-note-not-printed", Walk(note).printer(PrintStage::not_printed, Trouble::jam));
    add("05i-note-saved", help(demonstration).tap(action::PrintNote{}).printer(PrintStage::saved));
}

void Gallery::see_staff() {
    add("06-see-staff-one", to_outcome(m_content, printer_only, Urgency::today, 1), Pages::list);
    const Walk flagged = to_outcome(m_content, printer_only, Urgency::today, many);
    add("06-see-staff-many", flagged, Pages::list);
    add("06-see-staff-no-printer", to_outcome(m_content, nothing, Urgency::today, 2), Pages::list);
    add("06-see-staff-with-desk", to_outcome(m_content, with_desk, Urgency::today, 2), Pages::list);
    Walk child = questions_of(Who::someone_with_me);
    while (child.is_at<place::Asking>() && !child.topic()[child.asked()].ends_check) child.answer(Reply::no);
    if (child.is_at<place::Asking>()) add("06-see-staff-with-adult", child.answer(Reply::not_sure), Pages::list);
    add("06b-note", Walk(flagged).tap(action::ReadNote{}), Pages::reading);
    add("06b-note-no-printer", to_outcome(m_content, nothing, Urgency::today, 2).tap(action::ReadNote{}),
        Pages::reading);
    Walk first = to_outcome(m_content, printer_only, Urgency::today, 2).tap(action::ShowHandouts{});
    add("06c-staff-first", first, Pages::list);
}

void Gallery::library() {
    Walk walk = to_library(m_content, printer_only);
    add("07-library", walk, Pages::list);
    add("07-library-no-printer", to_library(m_content, nothing), Pages::list);
    add("07-groups", Walk(walk).tap(action::ChooseGroups{}));
    for (std::size_t i = 0; i < walk.topic().groups.size(); ++i) {
        add("07-library-" + walk.topic().groups[i].id,
            Walk(walk).tap(action::ChooseGroups{}).tap(action::ShowGroup{content::GroupId{i}}), Pages::list);
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(3, walk.topic().handouts.size()); ++i) {
        walk.tap(action::Choose{content::HandoutId{i}});
    }
    add("07-library-chosen", walk, Pages::list);
}

/// One reason alone. A flag for staff is released first, so that the library opens.
void Gallery::add_held(content::HandoutId id, const std::vector<content::Caution>& cautions, const std::string& how) {
    if (cautions.empty()) return;
    Walk told = questions_of(Who::me);
    const auto& topic = told.topic();
    const auto sign = cautions.front().signs.front();
    if (told.reach(topic[sign].question)) told.tick({sign}).no_to_the_rest();
    told.tell(visit::event::StaffReleased{told.visit().ticket}).tap(action::ShowHandouts{}).tap(action::Read{id});
    if (told.is_at<place::HeldBack>()) add("08b-" + topic[id].id + how, told);
}

/// Everything that bars no handout as a whole but holds one of them back: weak answers, each alone.
void Gallery::held_back() {
    Walk walk = to_outcome(m_content, printer_only, Urgency::none, many);
    add("07-library-held-back", walk, Pages::list);
    const auto& topic = walk.topic();
    for (std::size_t i = 0; i < topic.handouts.size(); ++i) {
        const content::HandoutId id{i};
        add_held(id, topic[id].withhold, "-withheld");
        add_held(id, topic[id].ask_first, "-ask-first");
        Walk all = Walk(walk).tap(action::Read{id});
        if (all.is_at<place::HeldBack>()) add("08b-" + topic[id].id + "-many-reasons", all, Pages::question);
    }
}

void Gallery::reading() {
    const Walk walk = to_library(m_content, printer_only);
    for (std::size_t i = 0; i < walk.topic().handouts.size(); ++i) {
        const content::HandoutId id{i};
        add("09-reading-" + walk.topic()[id].id, Walk(walk).tap(action::Read{id}), Pages::reading);
    }
    const Walk no_printer = to_library(m_content, nothing);
    add("09-reading-no-printer", Walk(no_printer).tap(action::Read{content::HandoutId{0}}));
    Walk released = to_outcome(m_content, printer_only, Urgency::today, 1);
    released.tell(visit::event::StaffReleased{released.visit().ticket}).tap(action::ShowHandouts{});
    for (std::size_t i = 0; i < released.topic().handouts.size(); ++i) {
        Walk read = Walk(released).tap(action::Read{content::HandoutId{i}});
        if (!read.is_at<place::Reading>()) continue;
        add("09-tell-clinician-first", read, Pages::reading);
        break;
    }
}

Walk Gallery::printing_chosen() const {
    Walk walk = to_library(m_content, printer_only);
    for (std::size_t i = 0; i < std::min<std::size_t>(3, walk.topic().handouts.size()); ++i) {
        walk.tap(action::Choose{content::HandoutId{i}});
    }
    return walk.tap(action::PrintChosen{});
}

void Gallery::printing() {
    const Walk job = printing_chosen();
    const auto at = [&](const std::string& name, PrintStage stage, Trouble trouble = Trouble::none, int page = 0,
                        int pages = 0) { add("10-" + name, Walk(job).printer(stage, trouble, page, pages)); };
    add("10-queued", job);
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
    add("10-stopping", Walk(job).printer(PrintStage::printing, Trouble::none, 2, 5).tap(action::StopPrinting{}));
    Walk saved = to_library(m_content, demonstration).tap(action::Choose{content::HandoutId{0}});
    add("10-saved", saved.tap(action::PrintChosen{}).printer(PrintStage::saved, Trouble::none, 2, 2));
    const Walk note = to_outcome(m_content, printer_only, Urgency::today, 1).tap(action::PrintNote{});
    add("10-note-printing", Walk(note).printer(PrintStage::printing, Trouble::none, 1, 1));
    add("10-note-printed", Walk(note).printer(PrintStage::printed, Trouble::none, 1, 1));
}

void Gallery::panels() {
    using visit::Panel;
    const auto& timing = m_content.clinic.timing;
    Walk idle = to_library(m_content, printer_only);
    add("11-still-there", idle.wait(timing.idle + timing.idle_countdown / 3));
    add("11b-unfinished", questions_of(Who::me).wait(timing.idle + timing.idle_countdown));
    const Walk asked = questions_of(Who::me);
    add("12a-text-size", Walk(asked).tap(action::OpenPanel{Panel::text_size}));
    add("12b-contrast", Walk(asked).tap(action::OpenPanel{Panel::contrast}));
    if (m_content.languages.size() > 1) add("12c-language", Walk(asked).tap(action::OpenPanel{Panel::language}));
}

void Gallery::look(const Shown& base, const std::string& name, std::vector<visit::Action> taps, Pages pages) {
    Shown shown = base;
    shown.name = name + base.name;
    for (auto& tap : taps) {
        shown.visit = visit::step(m_content, std::move(shown.visit), visit::event::Tapped{tap}, shown.now).visit;
    }
    for (int page = 0; page < most(pages); ++page) {
        auto turned = shown;
        if (page > 0) {
            turned.name += "-page-" + std::to_string(page + 1);
            turned.visit =
                visit::step(m_content, std::move(turned.visit), visit::event::Tapped{action::TurnTo{page}}, shown.now)
                    .visit;
        }
        m_shown.push_back(std::move(turned));
    }
}

/// Every question, and one of each other kind, as those see it who need it larger, in contrast or lower.
void Gallery::looks() {
    const auto bases = m_shown;
    for (const auto& base : bases) {
        const bool is_page = base.name.find("-page-") != std::string::npos;
        const bool is_panel = !std::holds_alternative<std::monostate>(base.visit.overlay);
        if (is_page || is_panel) continue;
        const bool is_asking = std::holds_alternative<place::Asking>(base.visit.place);
        const bool reads = std::holds_alternative<place::Reading>(base.visit.place);
        const Pages pages = is_asking ? Pages::question : reads ? Pages::reading : Pages::one;
        const auto panel = [](visit::Panel which) { return action::OpenPanel{which}; };
        look(base, "12e-contrast-",
             {panel(visit::Panel::contrast), action::SetContrast{visit::Contrast::high}, action::Close{}}, Pages::one);
        look(base, "12f-largest-",
             {panel(visit::Panel::text_size), action::SetTextSize{visit::TextSize::largest}, action::Close{}}, pages);
        look(base, "12h-lowered-", {action::ToggleLowered{}}, is_asking ? pages : Pages::one);
    }
}

}  // namespace

std::vector<Shown> gallery(const content::Content& content) {
    Gallery gallery(content);
    gallery.before_questions();
    gallery.questions();
    gallery.red_page();
    gallery.see_staff();
    gallery.library();
    gallery.held_back();
    gallery.reading();
    gallery.printing();
    gallery.panels();
    gallery.looks();
    return gallery.take();
}

}  // namespace kiosk::views
