// SPDX-License-Identifier: Apache-2.0
// Plays a visit in a test: taps, reports and time, with all effects kept. Time moves only when told; while it moves,
// the visit is woken exactly when it asked to be.
#pragma once

#include "names.hpp"
#include "small_clinic.hpp"

#include "visit/step.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

namespace kiosk::visit {

using namespace std::chrono_literals;

struct Play {
    content::Content content = small_clinic::content();
    Surroundings around{PrinterKind::real, Desk::listens, true};
    Instant now{1'000'000};
    Visit visit = fresh({7}, around, now);
    Effects effects{};

    /// Effects since the last call of said(), as words; but for the count, which tally_test.cpp looks at.
    std::vector<std::string> said();

    void happen(const Event& event);
    void tap(const Action& action);
    void taps(const std::vector<Action>& actions);

    /// Lets time pass, waking the visit as it asks; at the end is woken once more only if it asked for that instant.
    void wait(Duration time);

    std::string place() const;
    std::string question() const;
    template <class Kind>
    const Kind& at() const {
        REQUIRE(std::holds_alternative<Kind>(visit.place));
        return std::get<Kind>(visit.place);
    }
    template <class Kind>
    bool under() const {
        return std::holds_alternative<Kind>(visit.overlay);
    }
    Draft draft() const;
    content::Urgency urgency() const;

    void begin();
    /// No to the question shown.
    void no();
    void tick(std::vector<content::SignId> signs);
    /// From welcome on: no to everything before this question.
    void up_to(content::QuestionId id);
    /// No to all that is still asked.
    void no_to_the_rest();
    void to_library();
    void to_amber();
    void print_report(PrintStage stage, Trouble trouble = Trouble::none, int page = 0, int pages = 0);
    void type_pin();
    void judge_pin(PinVerdict verdict, Duration wait = 0s);
    /// From amber: staff come, type their PIN, and say that they have seen this patient.
    void released_by_staff();
    void desk_report(DeskStage stage);
};

using Words = std::vector<std::string>;

/// On the red page, by an answer.
Play emergency();

}  // namespace kiosk::visit
