// SPDX-License-Identifier: Apache-2.0
// A visit on its way to a screen of the gallery: taps and reports, through the real step, two seconds apart.
#pragma once

#include "content/content.hpp"
#include "visit/step.hpp"

#include <variant>
#include <vector>

namespace kiosk::views {

class Walk {
public:
    Walk(const content::Content&, const visit::Surroundings&);

    const visit::Visit& visit() const { return m_visit; }
    Instant now() const { return m_now; }
    const content::Topic& topic() const { return (*m_content)[m_visit.topic.value_or(content::TopicId{})]; }
    template <class Place>
    bool is_at() const {
        return std::holds_alternative<Place>(m_visit.place);
    }

    Walk& tap(visit::Action);
    Walk& tell(const visit::Event&);
    Walk& press(visit::Action);
    /// Nothing happens for so long; the visit wakes as often as it wants to meanwhile.
    Walk& wait(Duration);
    Walk& printer(visit::PrintStage, visit::Trouble = visit::Trouble::none, int page = 0, int pages = 0);
    Walk& desk(visit::DeskStage);
    /// The PIN is typed and called right; on amber, "I have seen this patient" too.
    Walk& type_pin(visit::PinVerdict = visit::PinVerdict::right);
    Walk& release();

    Walk& to_intro();
    Walk& to_who();
    Walk& to_questions(visit::Who);
    /// The question on the glass; only while one is.
    content::QuestionId asked() const;
    Walk& answer(visit::Reply);
    Walk& tick(const std::vector<content::SignId>&);
    /// "No" to this and every question after it.
    Walk& no_to_the_rest();
    /// Answers of No until this question is on the glass; false where the check ended before.
    bool reach(content::QuestionId);

private:
    const content::Content* m_content;
    visit::Visit m_visit;
    Instant m_now;
};

Walk to_questions(const content::Content&, visit::Who);
/// Nothing wrong: at the library. With every sign of `asked` that leads to `urgency` and no further: see_staff.
Walk to_library(const content::Content&, const visit::Surroundings&);
Walk to_outcome(const content::Content&, const visit::Surroundings&, content::Urgency most, std::size_t flags);

}  // namespace kiosk::views
