// SPDX-License-Identifier: Apache-2.0
// One person at the kiosk, as a value. Forgetting a person is replacing the value (fresh).
#pragma once

#include "visit/effect.hpp"

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace kiosk::visit {

/// How this person wants the glass; back to the first values with every new visit.
struct Look {
    content::LanguageId language;
    TextSize size = TextSize::normal;
    Contrast contrast = Contrast::normal;
    bool lowered = false;
    bool still = false;  ///< plain cuts, nothing moves
    bool operator==(const Look&) const = default;
};

/// What this person hears; back to the first values with every new visit. What is said follows from it as what is shown
/// follows from the visit: whoever speaks compares the two.
struct Listening {
    enum class Is { off, waiting, reading };                    ///< waiting: the next screen is read by itself
    enum class Stopped { no, here, for_good };                  ///< here: to answer a private question by eye
    static constexpr int quietest = 0, usual = 2, loudest = 4;  ///< steps of 6 dB

    Is is = Is::off;
    int reading = 0;   ///< which beginning to speak, from 1: a report about an earlier one changes nothing
    int sentence = 0;  ///< of the screen: the one that is read, or where Listen goes on
    Speed speed = Speed::normal;
    int volume = usual;
    bool stop_alone = false;        ///< the keypad's stop, not the whole screen
    bool has_keys = false;          ///< Listen was chosen: the dock has its keys until Stop
    Stopped stopped = Stopped::no;  ///< by this person: the keypad does not begin it again
    bool once = false;              ///< nobody asked for it: what is read is read until its panel is gone
    bool operator==(const Listening&) const = default;
};

/// Ticks of the any-of question on the glass that no Continue has made an answer yet. On a question that was answered
/// before, its answer; of a yes-no question, `whole` is then the key touched before.
struct Draft {
    std::vector<content::SignId> ticked;  ///< ascending
    std::optional<Reply> whole;  ///< no = "None of these", not_sure, tell_staff; excludes ticked and each other
    bool operator==(const Draft&) const = default;
};

/// Why staff type their PIN.
enum class StaffWant { release, status };
enum class PinSays { nothing, checking, wrong, too_soon };

namespace place {
// clang-format off
struct Welcome { bool operator==(const Welcome&) const = default; };
struct Topics { int page = 0; bool operator==(const Topics&) const = default; };
struct SafetyIntro { int page = 0; bool operator==(const SafetyIntro&) const = default; };
struct AskWho { bool operator==(const AskWho&) const = default; };
struct Asking { content::QuestionId question; Draft draft; int page = 0; bool operator==(const Asking&) const = default; };
struct Emergency { bool operator==(const Emergency&) const = default; };              // the call is Visit::call
struct SeeStaff { int page = 0; bool operator==(const SeeStaff&) const = default; };
struct StaffFirst { int page = 0; bool operator==(const StaffFirst&) const = default; };  // the list of always_open handouts, before a release
struct Note { int page = 0; bool operator==(const Note&) const = default; };           // the note, read on the glass
struct Groups { Cleared cleared; bool operator==(const Groups&) const = default; };
struct Library { Cleared cleared; std::optional<content::GroupId> group; int page = 0; bool operator==(const Library&) const = default; };
struct HeldBack { Cleared cleared; content::HandoutId handout; int page = 0; bool operator==(const HeldBack&) const = default; };  // 08b
struct Reading { OpenHandout handout; bool tell_clinician_first = false; int page = 0; bool operator==(const Reading&) const = default; };
struct OnPhone { std::vector<OpenHandout> handouts; bool tell_clinician_first = false; int page = 0; bool operator==(const OnPhone&) const = default; };  // their text as QR codes
struct Printing { JobNumber job; bool operator==(const Printing&) const = default; };  // the job is Visit::job
struct Unfinished { Instant until; bool operator==(const Unfinished&) const = default; };  // "Need help? Go to the front desk"
// clang-format on
struct StaffPin {
    StaffWant want;
    std::string digits;
    PinSays says = PinSays::nothing;
    Duration wait{0};
    bool operator==(const StaffPin&) const = default;
};
struct StaffStatus {
    bool operator==(const StaffStatus&) const = default;
};  // 13b
struct Cleaning {
    Instant until, next;
    bool operator==(const Cleaning&) const = default;
};  // nothing is touched; next: when the glass counts on
struct Drill {
    content::LanguageId language;
    bool operator==(const Drill&) const = default;
};  // the red page of each language
struct DrillEnd {
    bool operator==(const DrillEnd&) const = default;
};  // what it found
}  // namespace place

using Place =
    std::variant<place::Welcome, place::Topics, place::SafetyIntro, place::AskWho, place::Asking, place::Emergency,
                 place::SeeStaff, place::StaffFirst, place::Note, place::Groups, place::Library, place::HeldBack,
                 place::Reading, place::OnPhone, place::Printing, place::Unfinished, place::StaffPin,
                 place::StaffStatus, place::Cleaning, place::Drill, place::DrillEnd>;

namespace overlay {
// clang-format off
struct Why { bool operator==(const Why&) const = default; };
struct Settings { Panel panel; bool operator==(const Settings&) const = default; };
struct StillThere { Instant until, next; bool operator==(const StillThere&) const = default; };  // next: when the glass counts on
struct Sure { enum class Of { staff_are_with_me, touched_by_mistake, finished, seen_patient, restart } of; bool operator==(const Sure&) const = default; };  // one Yes/No
// clang-format on
}  // namespace overlay
using Overlay = std::variant<std::monostate, overlay::Why, overlay::Settings, overlay::StillThere, overlay::Sure>;

/// A call to the desk, and how far it is known to have come. Design states: a raised, b shown, c acknowledged,
/// d not shown in time or not sent, e shown but not answered in time. Without a desk: no state, the plain page.
enum class CallState { no_desk, calling, shown, coming, not_sent, not_answered, closed };
struct Call {
    CallNumber number;
    Instant raised_at;  ///< or repeated
    std::optional<Instant> shown_at = {}, answered_at = {}, closed_at = {};
    CallState state = CallState::no_desk;
    std::optional<content::QuestionId> raised_by = {};  ///< the answer that raised it; nothing: the help key
    bool operator==(const Call&) const = default;
};

struct Job {
    JobNumber number;
    PrintOrder order;
    PrintStage stage = PrintStage::queued;
    Trouble trouble = Trouble::none;
    int page = 0, pages = 0;    ///< 0 = not known
    Instant since;              ///< of the order
    Instant moved_at;           ///< last report that moved something
    bool cancel_asked = false;  ///< CancelPrint was sent; the stage still says only what is known
    bool operator==(const Job&) const = default;
};

/// A note for staff whose pages were moving when its visit ended with staff at hand. No glass says anything about it.
struct NoteLeft {
    Ticket ticket;
    JobNumber job;
    Instant until;  ///< then it is cancelled: nobody waits for it any more
    bool operator==(const NoteLeft&) const = default;
};

/// What stands around the kiosk; survives a visit.
struct Surroundings {
    PrinterKind printer = PrinterKind::none;
    Desk desk = Desk::none;
    bool staff_pin = false;  ///< staff can prove at the glass who they are
    Sound sound = Sound::none;
    std::shared_ptr<const KioskStatus> status = {};  ///< nothing: not told yet
    std::optional<NoteLeft> note_left = {};
    bool still = false;  ///< on this machine every visit begins so
    bool operator==(const Surroundings&) const = default;
};

struct Visit {
    Ticket ticket;
    Surroundings around;
    Look look;
    Listening listening;
    std::optional<content::TopicId> topic;
    std::optional<Who> who;
    Answers answers;
    Release release = Release::none;
    Place place = place::Welcome{};
    std::vector<Place> trail;  ///< for Back, oldest first
    Overlay overlay;
    std::optional<Action> pressed;              ///< the key under the finger
    std::optional<Focus> focus;                 ///< the keypad's; nothing while the glass is touched
    std::optional<Focus> focus_below;           ///< where it goes back to when the open panel closes
    std::vector<content::HandoutId> chosen;     ///< to print, in the order chosen
    std::vector<content::HandoutId> with_care;  ///< ask_first handouts opened by "Read with care"
    std::vector<place::Asking> drafts;          ///< ticks of questions left by Back before Continue; none of the place
    std::vector<content::QuestionId> review;    ///< flagged questions that "Change an answer" still has to show
    std::optional<Call> call;
    std::optional<Job> job;  ///< the last one
    int pin_tries = 0;
    std::optional<Call> test_call;  ///< the last one: for nobody, to see whether calls arrive
    bool help_key = false;
    bool desk_told = false;  ///< TellDesk was sent
    Instant started, last_touch;
    std::optional<Instant> amber_at, emergency_at;

    bool operator==(const Visit&) const = default;
};

/// A new person, at welcome. Only the surroundings stay.
Visit fresh(Ticket, const Surroundings&, Instant now);

/// The record of this visit for the note, a call or the desk; the first topic where none is known yet.
Record record(const Visit&);

/// Staff with the PIN can open the handouts of this visit: amber, and not yet opened.
bool may_staff_release(const content::Content&, const Visit&);
/// "I touched this by mistake" is offered: only while the call was never shown to staff.
bool mistake_possible(const Visit&);
/// What a drill has found by now.
DrillLine drill_line(const content::Content&, const Visit&);
/// Screens are read aloud as they come.
bool is_listening(const Visit&);
/// What is on the screen must not be heard by others in the room.
bool is_private(const content::Content&, const Visit&);
/// Behind the PIN.
bool is_staff_mode(const Place&);
/// The same, and the pad where the PIN is typed: nothing there is a patient's.
bool is_for_staff(const Place&);
/// The same screen, whatever is ticked on it.
Place without_ticks(Place);
/// Pages may still come out of this job without anybody's hand.
bool is_moving(const Job&);
/// Nothing more will be known about this job.
bool is_over(const Job&);
/// The printer waits: for a hand, for another job, or nobody knows for what.
bool is_held_up(const Job&);
/// A note for staff that is coming out: whoever leaves with staff may leave it to them.
bool is_note_coming_out(const Visit&);

}  // namespace kiosk::visit
