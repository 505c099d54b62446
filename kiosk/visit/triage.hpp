// SPDX-License-Identifier: Apache-2.0
// The fixed rules of the clinic applied to answers: how urgent, what was raised, which handouts may open.
// Pure and total. More yes, "not sure" or "tell staff" can never make the outcome less urgent.
#pragma once

#include "content/content.hpp"
#include "visit/answers.hpp"

#include <optional>
#include <vector>

namespace kiosk::visit {

/// Does this sign count as raised? "Not sure" and "tell staff" count as every sign of their question.
/// Once amber was shown, an answer that was ever raised stays so.
bool raised(const content::Topic&, const Answers&, content::SignId);

/// The most urgent that one question, or one sign of it, raised by itself; nothing where nothing was raised. May be
/// Urgency::none ("about you").
std::optional<content::Urgency> raised_urgency(const content::Topic&, const Answers&, content::QuestionId);
std::optional<content::Urgency> raised_urgency(const content::Topic&, const Answers&, content::SignId);

/// All that the rule asks for was raised.
bool holds(const content::Topic&, const Answers&, const content::Together&);

/// The most urgent of all that was raised, together rules included. "Tell staff" raises at least `today`.
content::Urgency urgency(const content::Topic&, const Answers&);

/// The first question not yet answered; nothing when the check is finished (or ended early by ends_check or emergency).
/// Only the answer that counts now ends a check: who takes "under 18" back is asked the rest.
std::optional<content::QuestionId> next_question(const content::Topic&, const Answers&);

/// Staff looked at today's flags and opened the handouts for this visit.
enum class Release {
    none,
    by_staff,
    by_note
};  // by_note: the clinic's own after-today="open-with-note", note printed or read

/// That a safety check is finished and nothing blocks: the only thing that opens handouts. Only triage makes one.
class Cleared {
public:
    bool operator==(const Cleared&) const = default;
    /// True after a release: each handout is headed "Tell your clinician first".
    bool tell_clinician_first() const { return m_released; }

private:
    friend std::optional<Cleared> clear(const content::Topic&, const Answers&, Release);
    explicit Cleared(bool released) : m_released(released) {}
    bool m_released;
};

/// Nothing unless every question was answered (ends_check apart) and urgency is below today, or is today and released.
/// An emergency is never cleared.
std::optional<Cleared> clear(const content::Topic&, const Answers&, Release);

/// How one handout stands for this person. after_staff: not before staff released it; expired: offered to nobody.
enum class Standing { open, ask_first, withheld, after_staff, expired };
/// A question that was never asked (ends_check) holds a handout back as if it had been answered with yes. An emergency
/// withholds everything; before the check is finished everything is after_staff.
Standing standing(const content::Topic&, const Answers&, Release, content::HandoutId);
/// The cautions of a handout that hold by what this person answered (withhold first, then ask_first); points into the
/// topic. Empty although withheld: the question was never asked.
std::vector<const content::Caution*> cautions(const content::Topic&, const Answers&, content::HandoutId);
/// The parts of a handout this person may read, in order. An unanswered sign counts as raised for `withhold`.
std::vector<const content::Part*> parts(const content::Topic&, const Answers&, content::HandoutId);

/// A handout that this person may read and print. Only triage makes one.
class OpenHandout {
public:
    bool operator==(const OpenHandout&) const = default;
    content::HandoutId id() const { return m_id; }

private:
    friend std::optional<OpenHandout> open(const content::Topic&, const Answers&, Release, content::HandoutId);
    explicit OpenHandout(content::HandoutId id) : m_id(id) {}
    content::HandoutId m_id;
};

/// Nothing where standing is withheld or after_staff, or any emergency. always_open handouts open at `today` too.
std::optional<OpenHandout> open(const content::Topic&, const Answers&, Release, content::HandoutId);

}  // namespace kiosk::visit
