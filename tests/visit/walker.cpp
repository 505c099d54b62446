// SPDX-License-Identifier: Apache-2.0
#include "walker.hpp"

#include <vector>

namespace kiosk::visit {

namespace {

template <class Is, class Variant>
const Is* as(const Variant& variant) {
    return std::get_if<Is>(&variant);
}

}  // namespace

Draw drawn_from(std::uint64_t seed) {
    // splitmix64: the standard's distributions differ from library to library.
    return [state = seed](std::size_t end) mutable {
        auto z = (state += 0x9e3779b97f4a7c15);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return static_cast<std::size_t>((z ^ (z >> 31)) % end);
    };
}

const content::Topic& Walker::topic(const Visit& visit) const {
    return m_content[visit.topic.value_or(content::TopicId{})];
}

Action Walker::any_action(const Visit& visit) {
    const auto& t = topic(visit);
    const auto handout = any<content::HandoutId>(t.handouts.size());
    const auto reply = static_cast<Reply>(below(4));
    const std::vector<Action> all{
        action::Start{},
        action::ChooseLanguage{any<content::LanguageId>(m_content.languages.size())},
        action::ChooseTopic{any<content::TopicId>(m_content.topics.size())},
        action::StartQuestions{},
        action::ChooseWho{static_cast<Who>(below(2))},
        action::Say{reply},
        action::Tick{any<content::SignId>(t.signs.size())},
        action::TickReply{reply},
        action::Continue{},
        action::Back{},
        action::ShowWhy{},
        action::Close{},
        action::Help{},
        action::StaffAreWithMe{},
        action::TouchedByMistake{},
        action::Confirm{chance(50)},
        action::CallAgain{},
        action::ReadNote{},
        action::PrintNote{},
        action::ChangeAnswers{},
        action::ShowHandouts{},
        action::ShowGroup{any<content::GroupId>(t.groups.size())},
        action::ChooseGroups{},
        action::Read{handout},
        action::ReadWithCare{handout},
        action::Choose{handout},
        action::TurnTo{static_cast<int>(below(5)) - 1},
        action::PrintChosen{},
        action::PrintThis{},
        action::ShowOnPhone{},
        action::StopPrinting{},
        action::TryAgain{},
        action::Finish{},
        action::StillHere{},
        action::OpenPanel{static_cast<Panel>(below(3))},
        action::SetTextSize{static_cast<TextSize>(below(3))},
        action::SetContrast{static_cast<Contrast>(below(2))},
        action::ToggleStill{},
        action::ToggleLowered{},
        action::StaffKey{},
        action::Digit{static_cast<int>(below(10)), static_cast<int>(below(6))},
        action::DeleteDigit{},
        action::EnterPin{},
        action::PrintTestPage{},
        action::TestCall{},
        action::StartDrill{},
        action::CleanGlass{},
        action::UpdateFromStick{},
        action::Restart{},
        action::Listen{},
        action::StopListening{},
        action::RepeatScreen{},
        action::SetSpeed{static_cast<Speed>(below(3))},
        action::SetVolume{static_cast<int>(below(8)) - 1},
    };
    static_assert(std::variant_size_v<Action> == 54);
    return all[below(all.size())];
}

Action Walker::answer(const Visit& visit, const place::Asking& here) {
    const auto& question = topic(visit)[here.question];
    if (chance(6)) return action::Back{};
    const bool emergency = question.urgency == content::Urgency::emergency;
    const bool no = chance(emergency ? 96 : 75);
    if (question.kind == content::Kind::yes_no)
        return action::Say{no ? Reply::no : static_cast<Reply>(below(question.is_private ? 4 : 3))};
    const bool something = !here.draft.ticked.empty() || here.draft.whole;
    if (something && chance(70)) return action::Continue{};
    if (no) return action::TickReply{Reply::no};
    if (chance(25)) return action::TickReply{static_cast<Reply>(1 + below(3))};
    return action::Tick{question.signs[below(question.signs.size())]};
}

Action Walker::in_library(const Visit& visit) {
    const auto& t = topic(visit);
    const content::HandoutId handout{below(t.handouts.size())};
    const std::vector<Action> likely{
        action::Read{handout},  action::Choose{handout}, action::Choose{handout}, action::PrintChosen{},
        action::ChooseGroups{}, action::ShowHandouts{},  action::PrintThis{},     action::TurnTo{1},
        action::Back{},         action::PrintNote{},     action::ReadNote{},      action::ChangeAnswers{},
        action::Continue{},     action::TryAgain{},      action::StopPrinting{},  action::ReadWithCare{handout},
        action::ShowOnPhone{}};
    if (const auto* held = as<place::HeldBack>(visit.place); held && chance(40))
        return action::ReadWithCare{held->handout};
    return likely[below(likely.size())];
}

Action Walker::sensible_action(const Visit& visit) {
    if (as<overlay::StillThere>(visit.overlay) && chance(10)) return action::Help{};
    if (as<overlay::StillThere>(visit.overlay)) return chance(80) ? Action{action::StillHere{}} : action::Finish{};
    if (as<overlay::Sure>(visit.overlay)) return action::Confirm{chance(60)};
    if (!as<std::monostate>(visit.overlay)) return chance(60) ? Action{action::Close{}} : any_action(visit);
    if (as<place::Welcome>(visit.place))
        return m_content.languages.size() > 1 ? Action{action::ChooseLanguage{{below(m_content.languages.size())}}}
                                              : action::Start{};
    if (as<place::Topics>(visit.place)) return action::ChooseTopic{{below(m_content.topics.size())}};
    if (as<place::SafetyIntro>(visit.place)) return action::StartQuestions{};
    if (as<place::AskWho>(visit.place)) return action::ChooseWho{Who::me};
    if (const auto* asking = as<place::Asking>(visit.place)) return answer(visit, *asking);
    if (as<place::SeeStaff>(visit.place) && chance(15)) return action::StaffKey{};
    if (const auto* pin = as<place::StaffPin>(visit.place))
        return pin->digits.size() < 6 ? Action{action::Digit{static_cast<int>(below(10)), 0}} : action::EnterPin{};
    if (as<place::Drill>(visit.place) || as<place::DrillEnd>(visit.place)) return action::Continue{};
    if (as<place::StaffStatus>(visit.place)) {
        const std::vector<Action> likely{action::TestCall{}, action::StartDrill{}, action::PrintTestPage{},
                                         action::Restart{},  action::CleanGlass{}, action::UpdateFromStick{},
                                         action::Close{}};
        return likely[below(likely.size())];
    }
    if (as<place::Emergency>(visit.place)) {
        const std::vector<Action> likely{action::StaffAreWithMe{}, action::TouchedByMistake{}, action::CallAgain{},
                                         action::PrintNote{}};
        return likely[below(likely.size())];
    }
    return in_library(visit);
}

Event Walker::report(const Visit& visit) {
    const Ticket ticket{visit.ticket.number - below(2) * below(2)};
    const JobNumber job{visit.job && chance(80) ? visit.job->number.number : static_cast<int>(below(3))};
    const CallNumber call{visit.call && chance(80) ? visit.call->number.number : static_cast<int>(below(3))};
    switch (below(15)) {
        case 13:
            return event::SoundIs{static_cast<Sound>(below(3))};
        case 14:
            return event::Said{ticket, visit.listening.reading, visit.listening.sentence, chance(30)};
        case 10:
            return event::StaffGesture{};
        case 11:
            return event::StaffPinIs{chance(80)};
        case 12:
            return event::TestCallReported{ticket, CallNumber{1}, static_cast<DeskStage>(below(5))};
        case 0:
            return event::PrinterIs{static_cast<PrinterKind>(below(3))};
        case 1:
            return event::DeskIs{static_cast<Desk>(below(3))};
        case 2:
            return event::PinJudged{ticket, visit.pin_tries, static_cast<PinVerdict>(below(3)), Duration{0}};
        case 3:
        case 4:
        case 5:
            return event::DeskReported{ticket, call, static_cast<DeskStage>(below(5))};
        default:
            return event::PrintReported{ticket,
                                        job,
                                        static_cast<PrintStage>(below(9)),
                                        static_cast<Trouble>(below(8)),
                                        static_cast<int>(below(4)),
                                        static_cast<int>(below(4))};
    }
}

Event Walker::next(const Visit& visit) {
    const auto* pin = as<place::StaffPin>(visit.place);
    if (pin && pin->says == PinSays::checking && chance(60))
        return event::PinJudged{visit.ticket, visit.pin_tries, static_cast<PinVerdict>(below(3)), Duration{0}};
    if (as<place::Welcome>(visit.place) && chance(5)) return event::StaffGesture{};
    const auto kind = below(100);
    if (kind < 66) return event::Tapped{sensible_action(visit)};
    if (kind < 80) return event::Tapped{any_action(visit)};
    if (kind < 83) return event::Pressed{chance(50) ? std::optional(any_action(visit)) : std::nullopt};
    if (kind < 84) return event::Touched{};
    if (kind < 85) return chance(80) ? Event{event::Focused{focus::Key{any_action(visit)}}} : event::RepeatAsked{};
    if (kind < 89) return event::Woken{};
    return report(visit);
}

Duration Walker::pause(const Visit& visit, Instant now) {
    const auto* asking = as<place::Asking>(visit.place);
    const bool ticked = asking && (asking->draft.whole || !asking->draft.ticked.empty());
    if (m_away == 0 && below(ticked ? 50 : 150) == 0) m_away = chance(50) ? 40 : 8;
    if (m_away > 0) {
        --m_away;
        return Duration{600'000};
    }
    const auto due = wake_at(m_content, visit);
    if (due && *due > now && chance(12)) return *due - now - Duration{static_cast<int>(below(2))};
    if (chance(2)) return Duration{static_cast<int>(below(300'000))};
    return Duration{static_cast<int>(below(1500))};
}

}  // namespace kiosk::visit
