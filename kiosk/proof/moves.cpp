// SPDX-License-Identifier: Apache-2.0
#include "proof/moves.hpp"

#include <algorithm>

namespace kiosk::proof {

using namespace visit;

namespace {

using content::HandoutId, content::Kind, content::Topic;

constexpr int pin_digits = 6;

/// PINs differ in nothing that step looks at.
std::vector<Event> typed(std::size_t there) {
    std::vector<Event> events;
    for (int i = static_cast<int>(there); i < pin_digits; ++i) events.push_back(event::Tapped{action::Digit{1, i}});
    return events;
}

/// From amber, all of it in one go.
Move staff_release(const Visit& visit) {
    Move move{Due::nothing, {event::Tapped{action::StaffKey{}}}};
    for (auto& event : typed(0)) move.events.push_back(std::move(event));
    move.events.push_back(event::Tapped{action::EnterPin{}});
    move.events.push_back(event::PinJudged{visit.ticket, visit.pin_tries + 1, PinVerdict::right, Duration{0}});
    move.events.push_back(event::Tapped{action::Confirm{true}});
    return move;
}

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
        hear(event::StaffGesture{});
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
        taps({action::PrintNote{}, action::ReadNote{}, action::ChangeAnswers{}, action::StaffKey{}});
        list.push_back(staff_release(visit));
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
        taps({action::PrintThis{}, action::ShowOnPhone{}});
        handouts();
    }
    void operator()(const place::OnPhone&) { taps({action::ShowHandouts{}, action::Back{}}); }
    void operator()(const place::Printing&) {
        taps({action::StopPrinting{}, action::TryAgain{}, action::ShowOnPhone{}, action::ShowHandouts{},
              action::Back{}});
    }
    void operator()(const place::Unfinished&) { hear(event::Touched{}); }
    void operator()(const place::StaffPin& here) {
        list.push_back({Due::nothing, typed(here.digits.size())});
        taps({action::DeleteDigit{}, action::EnterPin{}, action::Back{}});
    }
    void operator()(const place::StaffStatus&) {
        taps({action::PrintTestPage{}, action::TestCall{}, action::StartDrill{}, action::CleanGlass{},
              action::UpdateFromStick{}, action::Restart{}, action::Close{}, action::Back{}});
    }
    void operator()(const place::Cleaning&) { hear(event::Touched{}); }
    void operator()(const place::Drill&) { taps({action::Continue{}, action::Close{}}); }
    void operator()(const place::DrillEnd&) { taps({action::Continue{}, action::Close{}}); }

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
    void reports_of_pin() {
        for (const auto verdict : {PinVerdict::right, PinVerdict::wrong, PinVerdict::too_soon})
            hear(event::PinJudged{visit.ticket, visit.pin_tries, verdict, Duration{0}});
        hear(event::PinJudged{{visit.ticket.number - 1}, visit.pin_tries, PinVerdict::right, Duration{0}});
        hear(event::PinJudged{visit.ticket, visit.pin_tries + 1, PinVerdict::right, Duration{0}});
    }
    void reports_of_test_call() {
        if (!visit.test_call) return;
        for (const auto stage : {DeskStage::taken, DeskStage::shown, DeskStage::acknowledged, DeskStage::closed})
            hear(event::TestCallReported{visit.ticket, visit.test_call->number, stage});
        hear(event::TestCallReported{{visit.ticket.number - 1}, visit.test_call->number, DeskStage::closed});
    }
    void reports() {
        reports_of_test_call();
        reports_of_printer();
        reports_of_desk();
        reports_of_pin();
    }
    void time() {
        for (const auto due : {Due::idle, Due::everything}) wake(due);
        if (visit.call || visit.test_call) wake(Due::call);
        if (visit.job) wake(Due::printing);
        if (std::holds_alternative<place::Unfinished>(visit.place)) wake(Due::unfinished);
        if (is_staff_mode(visit.place)) wake(Due::staff);
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
    if (world == World::pin_changes)
        for (const bool set : {false, true}) list.push_back({Due::nothing, {event::StaffPinIs{set}}});
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
                             action::OpenPanel{Panel::contrast}, action::SetContrast{Contrast::high},
                             action::ToggleStill{}};
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
