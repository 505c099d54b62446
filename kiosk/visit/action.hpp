// SPDX-License-Identifier: Apache-2.0
// What a key means. Views put one on every key; the finger sends it back as Tapped.
#pragma once

#include "content/content.hpp"
#include "visit/answers.hpp"

#include <variant>

namespace kiosk::visit {

enum class TextSize { normal, large, largest };
enum class Contrast { normal, high };
enum class Panel { text_size, contrast, language };
enum class Speed { normal, slow, fast };

namespace action {
// clang-format off
struct Start { bool operator==(const Start&) const = default; };                    // welcome, one language
struct ChooseLanguage { content::LanguageId language; bool operator==(const ChooseLanguage&) const = default; };
struct ChooseTopic { content::TopicId topic; bool operator==(const ChooseTopic&) const = default; };
struct StartQuestions { bool operator==(const StartQuestions&) const = default; };
struct ChooseWho { Who who; bool operator==(const ChooseWho&) const = default; };
struct Say { Reply reply; bool operator==(const Say&) const = default; };           // yes-no: answers the question shown
struct Tick { content::SignId sign; bool operator==(const Tick&) const = default; };// any-of: on and off
struct TickReply { Reply reply; bool operator==(const TickReply&) const = default; };// any-of: none (no), not_sure, tell_staff
struct Continue { bool operator==(const Continue&) const = default; };              // a question; on the note's last page: read through
struct Back { bool operator==(const Back&) const = default; };
struct ShowWhy { bool operator==(const ShowWhy&) const = default; };
struct Close { bool operator==(const Close&) const = default; };                    // a panel: Done, Back to the question
struct Help { bool operator==(const Help&) const = default; };                      // I need help now
struct StaffAreWithMe { bool operator==(const StaffAreWithMe&) const = default; };
struct TouchedByMistake { bool operator==(const TouchedByMistake&) const = default; };
struct Confirm { bool yes; bool operator==(const Confirm&) const = default; };
struct CallAgain { bool operator==(const CallAgain&) const = default; };
struct ReadNote { bool operator==(const ReadNote&) const = default; };
struct PrintNote { bool operator==(const PrintNote&) const = default; };
struct ChangeAnswers { bool operator==(const ChangeAnswers&) const = default; };
struct ShowHandouts { bool operator==(const ShowHandouts&) const = default; };      // the library; before a release the always-open ones
struct ShowGroup { content::GroupId group; bool operator==(const ShowGroup&) const = default; };
struct ChooseGroups { bool operator==(const ChooseGroups&) const = default; };      // "Topics": the list of groups
struct Read { content::HandoutId handout; bool operator==(const Read&) const = default; };
struct ReadWithCare { content::HandoutId handout; bool operator==(const ReadWithCare&) const = default; };
struct Choose { content::HandoutId handout; bool operator==(const Choose&) const = default; };
struct TurnTo { int page; bool operator==(const TurnTo&) const = default; };        // from 0
struct PrintChosen { bool operator==(const PrintChosen&) const = default; };
struct PrintThis { bool operator==(const PrintThis&) const = default; };
struct ShowOnPhone { bool operator==(const ShowOnPhone&) const = default; };        // what is read, or was to be printed
struct StopPrinting { bool operator==(const StopPrinting&) const = default; };
struct TryAgain { bool operator==(const TryAgain&) const = default; };
struct Finish { bool operator==(const Finish&) const = default; };                  // = start over: forget
struct StillHere { bool operator==(const StillHere&) const = default; };
struct OpenPanel { Panel panel; bool operator==(const OpenPanel&) const = default; };
struct SetTextSize { TextSize size; bool operator==(const SetTextSize&) const = default; };
struct SetContrast { Contrast contrast; bool operator==(const SetContrast&) const = default; };
struct ToggleStill { bool operator==(const ToggleStill&) const = default; };        // in the contrast panel
struct ToggleLowered { bool operator==(const ToggleLowered&) const = default; };
struct StaffKey { bool operator==(const StaffKey&) const = default; };              // on amber: to the PIN
struct Digit { int digit; int place; bool operator==(const Digit&) const = default; };  // place: how many stand before it, so that 11 is no repeat of a touch
struct DeleteDigit { bool operator==(const DeleteDigit&) const = default; };
struct EnterPin { bool operator==(const EnterPin&) const = default; };
struct PrintTestPage { bool operator==(const PrintTestPage&) const = default; };
struct TestCall { bool operator==(const TestCall&) const = default; };
struct StartDrill { bool operator==(const StartDrill&) const = default; };
struct CleanGlass { bool operator==(const CleanGlass&) const = default; };
struct UpdateFromStick { bool operator==(const UpdateFromStick&) const = default; }; // new words, on a USB stick
struct Restart { bool operator==(const Restart&) const = default; };
struct Listen { bool operator==(const Listen&) const = default; };                  // reads aloud, from where it was stopped on this screen
struct StopListening { bool operator==(const StopListening&) const = default; };
struct RepeatScreen { bool operator==(const RepeatScreen&) const = default; };      // reads the screen from its beginning
struct SetSpeed { Speed speed; bool operator==(const SetSpeed&) const = default; };
struct SetVolume { int volume; bool operator==(const SetVolume&) const = default; };// as Listening::volume: the next is no repeat of a touch
// clang-format on
}  // namespace action

using Action =
    std::variant<action::Start, action::ChooseLanguage, action::ChooseTopic, action::StartQuestions, action::ChooseWho,
                 action::Say, action::Tick, action::TickReply, action::Continue, action::Back, action::ShowWhy,
                 action::Close, action::Help, action::StaffAreWithMe, action::TouchedByMistake, action::Confirm,
                 action::CallAgain, action::ReadNote, action::PrintNote, action::ChangeAnswers, action::ShowHandouts,
                 action::ShowGroup, action::ChooseGroups, action::Read, action::ReadWithCare, action::Choose,
                 action::TurnTo, action::PrintChosen, action::PrintThis, action::ShowOnPhone, action::StopPrinting,
                 action::TryAgain, action::Finish, action::StillHere, action::OpenPanel, action::SetTextSize,
                 action::SetContrast, action::ToggleStill, action::ToggleLowered, action::StaffKey, action::Digit,
                 action::DeleteDigit, action::EnterPin, action::PrintTestPage, action::TestCall, action::StartDrill,
                 action::CleanGlass, action::UpdateFromStick, action::Restart, action::Listen, action::StopListening,
                 action::RepeatScreen, action::SetSpeed, action::SetVolume>;

}  // namespace kiosk::visit
