// SPDX-License-Identifier: Apache-2.0
#include "proof/moves.hpp"

#include <algorithm>

namespace kiosk::proof {

using namespace visit;

namespace {

using content::HandoutId, content::Kind, content::Topic;

struct Moves {
    const content::Content& content;
    const Visit& visit;
    std::vector<Move> list{};

    const Topic& topic() const { return content[visit.topic.value_or(content::TopicId{})]; }
    void hear(const Event& event) { list.push_back({Due::nothing, {event}}); }
    void tap(const Action& action) { hear(event::Tapped{action}); }
    void taps(std::initializer_list<Action> actions) {
        for (const auto& action : actions) tap(action);
    }
    void wake(Due due) { list.push_back({due, {event::Woken{}}}); }

    void handouts() {
        for (std::size_t i = 0; i < topic().handouts.size(); ++i) taps({action::Read{{i}}, action::Choose{{i}}});
        taps({action::PrintChosen{}, action::ShowHandouts{}, action::Back{}});
    }

    void operator()(const place::Welcome&) {
        if (content.languages.size() == 1) return tap(action::Start{});
        for (std::size_t i = 0; i < content.languages.size(); ++i) tap(action::ChooseLanguage{{i}});
    }
    void operator()(const place::Topics&) {
        for (std::size_t i = 0; i < content.topics.size(); ++i) tap(action::ChooseTopic{{i}});
        tap(action::Back{});
    }
    void operator()(const place::SafetyIntro&) { taps({action::StartQuestions{}, action::Back{}}); }
    void operator()(const place::AskWho&) { taps({action::ChooseWho{Who::me}, action::Back{}}); }
    void operator()(const place::Asking& here) {
        const auto& question = topic()[here.question];
        const bool yes_no = question.kind == Kind::yes_no;
        for (const auto reply : {Reply::yes, Reply::no, Reply::not_sure, Reply::tell_staff})
            tap(yes_no ? Action{action::Say{reply}} : Action{action::TickReply{reply}});
        if (!yes_no)
            for (const auto sign : question.signs) tap(action::Tick{sign});
        taps({action::Continue{}, action::Back{}, action::ShowWhy{}});
    }
    void operator()(const place::Emergency&) {
        taps({action::StaffAreWithMe{}, action::TouchedByMistake{}, action::CallAgain{}, action::PrintNote{},
              action::Back{}, action::Finish{}});
    }
    void operator()(const place::SeeStaff&) {
        taps({action::PrintNote{}, action::ReadNote{}, action::ChangeAnswers{}});
        handouts();
    }
    void operator()(const place::StaffFirst&) { handouts(); }
    void operator()(const place::Note&) {
        taps({action::Continue{}, action::ShowHandouts{}, action::PrintNote{}, action::Back{}});
    }
    void operator()(const place::Groups&) { taps({action::ShowHandouts{}, action::PrintChosen{}, action::Back{}}); }
    void operator()(const place::Library&) {
        handouts();
        taps({action::ReadNote{}, action::ChooseGroups{}});
    }
    void operator()(const place::HeldBack& here) {
        tap(action::ReadWithCare{here.handout});
        handouts();
    }
    void operator()(const place::Reading&) {
        tap(action::PrintThis{});
        handouts();
    }
    void operator()(const place::Printing&) {
        taps({action::StopPrinting{}, action::TryAgain{}, action::ShowHandouts{}, action::Back{}});
    }
    void operator()(const place::Unfinished&) { hear(event::Touched{}); }

    void operator()(const overlay::StillThere&) {
        taps({action::StillHere{}, action::Finish{}});
        hear(event::Pressed{});
        hear(event::Touched{});
        wake(Due::countdown);
    }
    void operator()(const overlay::Why&) { taps({action::Close{}, action::Continue{}}); }
    void operator()(const overlay::Settings&) { taps({action::Close{}, action::Finish{}}); }
    void operator()(const overlay::Sure&) { taps({action::Confirm{true}, action::Confirm{false}}); }
    void operator()(std::monostate) {
        std::visit(*this, visit.place);
        tap(action::Finish{});
        const auto looks = moves_of_look(content);
        list.insert(list.end(), looks.begin(), looks.end());
    }

    void reports_of_printer() {
        if (!visit.job || is_over(*visit.job)) return;
        const auto report = [&](Ticket ticket, JobNumber job, PrintStage stage, Trouble trouble) {
            hear(event::PrintReported{ticket, job, stage, trouble, 0, 0});
        };
        for (const auto stage : {PrintStage::sent, PrintStage::printing, PrintStage::printed, PrintStage::not_printed,
                                 PrintStage::unknown})
            report(visit.ticket, visit.job->number, stage, Trouble::none);
        report(visit.ticket, visit.job->number, PrintStage::needs_hand, Trouble::paper);
        report(visit.ticket, visit.job->number, PrintStage::printing, Trouble::paper);
        report({visit.ticket.number - 1}, visit.job->number, PrintStage::printed, Trouble::none);
        report(visit.ticket, {visit.job->number.number + 1}, PrintStage::printed, Trouble::none);
    }
    void reports_of_desk() {
        if (!visit.call || !std::holds_alternative<place::Emergency>(visit.place)) return;
        for (const auto stage :
             {DeskStage::not_sent, DeskStage::taken, DeskStage::shown, DeskStage::acknowledged, DeskStage::closed}) {
            hear(event::DeskReported{visit.ticket, visit.call->number, stage});
            hear(event::DeskReported{{visit.ticket.number - 1}, visit.call->number, stage});
        }
    }
    void reports() {
        reports_of_printer();
        reports_of_desk();
        hear(event::StaffReleased{visit.ticket});
        hear(event::StaffReleased{{visit.ticket.number - 1}});
    }
    void time() {
        for (const auto due : {Due::idle, Due::everything}) wake(due);
        if (visit.call) wake(Due::call);
        if (visit.job) wake(Due::printing);
        if (std::holds_alternative<place::Unfinished>(visit.place)) wake(Due::unfinished);
        if (visit.around.note_left) wake(Due::note_left);
    }
};

}  // namespace

std::vector<Move> moves(const content::Content& content, const Visit& visit) {
    Moves moves{content, visit};
    moves.tap(action::Help{});
    std::visit(moves, visit.overlay);
    moves.reports();
    moves.time();
    return std::move(moves.list);
}

std::vector<Move> moves_of(World world) {
    std::vector<Move> list;
    if (world == World::printer_changes)
        for (const auto kind : {PrinterKind::none, PrinterKind::real})
            list.push_back({Due::nothing, {event::PrinterIs{kind}}});
    if (world == World::desk_changes)
        for (const auto is : {Desk::none, Desk::deaf, Desk::listens})
            list.push_back({Due::nothing, {event::DeskIs{is}}});
    return list;
}

std::vector<Move> to_the_questions(const content::Content& content) {
    const bool asks_language = content.languages.size() > 1;
    std::vector<Move> way;
    for (const auto& action : {asks_language ? Action{action::ChooseLanguage{}} : Action{action::Start{}},
                               Action{action::StartQuestions{}}, Action{action::ChooseWho{Who::me}}})
        way.push_back({Due::nothing, {event::Tapped{action}}});
    return way;
}

Move answering(const Topic& topic, const place::Asking& here, const Answer& answer) {
    Move move;
    const auto tap = [&](const Action& action) { move.events.push_back(event::Tapped{action}); };
    if (topic[here.question].kind == Kind::yes_no) {
        tap(action::Say{answer.reply});
        return move;
    }
    if (answer.reply != Reply::yes) {
        if (here.draft.whole != answer.reply) tap(action::TickReply{answer.reply});
    } else {
        for (const auto sign : topic[here.question].signs) {
            const auto has = [&](const std::vector<content::SignId>& list) {
                return std::find(list.begin(), list.end(), sign) != list.end();
            };
            if (has(answer.ticked) != has(here.draft.ticked)) tap(action::Tick{sign});
        }
    }
    tap(action::Continue{});
    return move;
}

std::vector<Move> moves_of_look(const content::Content& content) {
    std::vector<Action> taps{action::OpenPanel{Panel::text_size}, action::SetTextSize{TextSize::largest},
                             action::OpenPanel{Panel::contrast}, action::SetContrast{Contrast::high}};
    if (content.languages.size() > 1) {
        taps.push_back(action::OpenPanel{Panel::language});
        taps.push_back(action::ChooseLanguage{{content.languages.size() - 1}});
    }
    taps.push_back(action::Close{});
    Move in_panels;
    for (const auto& tap : taps) in_panels.events.push_back(event::Tapped{tap});
    std::vector<Move> list{std::move(in_panels), {Due::nothing, {event::Tapped{action::ToggleLowered{}}}}};
    return list;
}

}  // namespace kiosk::proof
