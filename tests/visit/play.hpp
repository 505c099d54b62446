// SPDX-License-Identifier: Apache-2.0
// Plays a visit in a test: taps, reports and time, with all effects kept. Time moves only when told; while it moves,
// the visit is woken exactly when it asked to be.
#pragma once

#include "small_clinic.hpp"

#include "visit/step.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

namespace kiosk::visit {

using namespace std::chrono_literals;

inline const char* name_of(const Place& place) {
    constexpr std::array names{"welcome",   "topics",      "safety intro", "ask who",    "question",  "red page",
                               "see staff", "staff first", "note",         "groups",     "library",   "held back",
                               "reading",   "on phone",    "printing",     "unfinished", "staff pin", "staff status",
                               "cleaning",  "drill",       "drill end"};
    static_assert(names.size() == std::variant_size_v<Place>);
    return names[place.index()];
}

inline const char* name_of(const Effect& effect) {
    constexpr std::array names{"print",         "cancel print", "raise call", "repeat call", "cancel call",
                               "close call",    "tell desk",    "stopped",    "try pin",     "test call",
                               "end test call", "log drill",    "restart",    "tally",       "forget"};
    static_assert(names.size() == std::variant_size_v<Effect>);
    return names[effect.index()];
}

struct Play {
    content::Content content = small_clinic::content();
    Surroundings around{PrinterKind::real, Desk::listens, true};
    Instant now{1'000'000};
    Visit visit = fresh({7}, around, now);
    Effects effects{};

    /// Effects since the last call of said(), as words; but for the count, which tally_test.cpp looks at.
    std::vector<std::string> said() {
        std::vector<std::string> words;
        for (const auto& effect : effects)
            if (!std::holds_alternative<effect::Tally>(effect)) words.push_back(name_of(effect));
        effects.clear();
        return words;
    }

    void happen(const Event& event) {
        auto next = step(content, visit, event, now);
        visit = std::move(next.visit);
        effects.insert(effects.end(), next.effects.begin(), next.effects.end());
    }
    void tap(const Action& action) { happen(event::Tapped{action}); }
    void taps(const std::vector<Action>& actions) {
        for (const auto& action : actions) tap(action);
    }

    /// Lets time pass, waking the visit as it asks; at the end is woken once more only if it asked for that instant.
    void wait(Duration time) {
        const auto until = now + time;
        int same_instant = 0;
        for (auto at = wake_at(content, visit); at && *at <= until; at = wake_at(content, visit)) {
            same_instant = *at <= now ? same_instant + 1 : 0;
            REQUIRE_MESSAGE(same_instant < 5, "woken again and again for the same instant");
            now = std::max(now, *at);
            happen(event::Woken{});
        }
        now = until;
    }

    std::string place() const { return name_of(visit.place); }
    std::string question() const {
        const auto* asking = std::get_if<place::Asking>(&visit.place);
        return asking ? content.topics.front()[asking->question].id : place();
    }
    template <class Kind>
    const Kind& at() const {
        REQUIRE(std::holds_alternative<Kind>(visit.place));
        return std::get<Kind>(visit.place);
    }
    template <class Kind>
    bool under() const {
        return std::holds_alternative<Kind>(visit.overlay);
    }
    Draft draft() const { return at<place::Asking>().draft; }
    content::Urgency urgency() const { return visit::urgency(content.topics.front(), visit.answers); }

    void begin() {
        taps({action::Start{}, action::StartQuestions{}, action::ChooseWho{Who::me}});
        REQUIRE(question() == "chest");
    }
    /// No to the question shown.
    void no() {
        const auto id = at<place::Asking>().question;
        if (content.topics.front()[id].kind == content::Kind::yes_no)
            tap(action::Say{Reply::no});
        else
            taps({action::TickReply{Reply::no}, action::Continue{}});
    }
    void tick(std::vector<content::SignId> signs) {
        for (const auto sign : signs) tap(action::Tick{sign});
        tap(action::Continue{});
    }
    /// From welcome on: no to everything before this question.
    void up_to(content::QuestionId id) {
        begin();
        while (at<place::Asking>().question != id) no();
    }
    /// No to all that is still asked.
    void no_to_the_rest() {
        while (std::holds_alternative<place::Asking>(visit.place)) no();
    }
    void to_library() {
        begin();
        no_to_the_rest();
        REQUIRE(place() == "library");
    }
    void to_amber() {
        up_to(small_clinic::fever);
        tap(action::Say{Reply::yes});
        no_to_the_rest();
        REQUIRE(place() == "see staff");
    }
    void print_report(PrintStage stage, Trouble trouble = Trouble::none, int page = 0, int pages = 0) {
        happen(event::PrintReported{visit.ticket, visit.job->number, stage, trouble, page, pages});
    }
    void type_pin() {
        for (int i = 0; i < 6; ++i) tap(action::Digit{i, i});
        tap(action::EnterPin{});
    }
    void judge_pin(PinVerdict verdict, Duration wait = 0s) {
        happen(event::PinJudged{visit.ticket, visit.pin_tries, verdict, wait});
    }
    /// From amber: staff come, type their PIN, and say that they have seen this patient.
    void released_by_staff() {
        tap(action::StaffKey{});
        type_pin();
        judge_pin(PinVerdict::right);
        tap(action::Confirm{true});
    }
    void desk_report(DeskStage stage) { happen(event::DeskReported{visit.ticket, visit.call->number, stage}); }
};

using Words = std::vector<std::string>;

/// On the red page, by an answer.
inline Play emergency() {
    Play play;
    play.up_to(small_clinic::fall);
    play.tap(action::Say{Reply::yes});
    REQUIRE(play.place() == "red page");
    return play;
}

}  // namespace kiosk::visit
