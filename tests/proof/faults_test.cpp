// SPDX-License-Identifier: Apache-2.0
// The proof is itself tested: with a fault planted in step, it has to find a broken rule.
#include "../visit/small_clinic.hpp"

#include "proof/proof.hpp"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::visit;

namespace {

const content::Content clinic = small_clinic::content_in_two_languages();

template <class Is, class Variant>
const Is* as(const Variant& variant) {
    return std::get_if<Is>(&variant);
}

template <class Is>
const Is* tapped(const Event& event) {
    const auto* tap = as<event::Tapped>(event);
    return tap ? as<Is>(tap->action) : nullptr;
}

/// What the fault makes of what step did; before: the visit as it was.
using Spoil = std::function<void(const content::Content&, const Visit& before, const Event&, visit::Step&)>;

void caught(const Spoil& spoil) {
    const proof::Step faulty = [&](const content::Content& content, Visit visit, const Event& event, Instant now) {
        const auto before = visit;
        auto next = step(content, std::move(visit), event, now);
        spoil(content, before, event, next);
        return next;
    };
    const auto verdict = proof::prove(clinic, proof::Depth::usual, faulty).front();
    CHECK(verdict.is == proof::Verdict::Is::broken);
    REQUIRE(!verdict.broken.empty());
    MESSAGE(verdict.broken.front().rule);
}

bool is_red(const Visit& visit) {
    return as<place::Emergency>(visit.place);
}

}  // namespace

TEST_CASE("the small clinic is proved") {
    const auto verdicts = proof::prove(clinic);
    REQUIRE(verdicts.size() == 1);
    for (const auto& problem : proof::problems(verdicts.front())) MESSAGE(to_string(problem));
    CHECK(verdicts.front().is == proof::Verdict::Is::proved);
    CHECK(verdicts.front().states > 1000);
}

TEST_CASE("beyond the bound nothing is called proved") {
    const auto verdict = proof::prove(clinic, proof::Depth::usual, visit::step, {50}).front();
    CHECK(verdict.is == proof::Verdict::Is::not_proved);
    CHECK(has_errors(proof::problems(verdict)));
}

TEST_CASE("planted: a question is skipped") {
    caught([](const auto&, const Visit&, const Event& event, visit::Step& next) {
        auto* here = std::get_if<place::Asking>(&next.visit.place);
        if (here && tapped<action::Say>(event) && here->question == small_clinic::fever) ++here->question.index;
    });
}
TEST_CASE("planted: an answer is lost on Back") {
    caught([](const auto&, const Visit&, const Event& event, visit::Step& next) {
        if (tapped<action::Back>(event) && !next.visit.answers.given.empty()) next.visit.answers.given.pop_back();
    });
}
TEST_CASE("planted: ticks are lost on Back") {
    caught([](const auto&, const Visit&, const Event& event, visit::Step& next) {
        if (tapped<action::Back>(event)) next.visit.drafts.clear();
    });
}
TEST_CASE("planted: the help key does nothing at a question") {
    caught([](const auto&, const Visit& before, const Event& event, visit::Step& next) {
        if (tapped<action::Help>(event) && as<place::Asking>(before.place)) next = {before, {}};
    });
}
TEST_CASE("planted: the red page calls nobody") {
    caught([](const auto&, const Visit&, const Event&, visit::Step& next) {
        std::erase_if(next.effects, [](const Effect& e) { return as<effect::RaiseCall>(e) != nullptr; });
    });
}
TEST_CASE("planted: an emergency answer shows amber") {
    caught([](const auto&, const Visit& before, const Event& event, visit::Step& next) {
        if (is_red(next.visit) && as<place::Asking>(before.place) && !tapped<action::Help>(event))
            next.visit.place = place::SeeStaff{};
    });
}
TEST_CASE("planted: start over keeps the answers") {
    caught([](const auto&, const Visit& before, const Event& event, visit::Step& next) {
        if (tapped<action::Finish>(event) && next.visit.ticket != before.ticket) next.visit.answers = before.answers;
    });
}
TEST_CASE("planted: another language loses the answers") {
    caught([](const auto&, const Visit& before, const Event& event, visit::Step& next) {
        if (tapped<action::ChooseLanguage>(event) && as<place::Asking>(before.place)) next.visit.answers.given.clear();
    });
}
TEST_CASE("planted: time clears the red page") {
    caught([](const auto&, const Visit& before, const Event& event, visit::Step& next) {
        if (as<event::Woken>(event) && is_red(before)) next.visit.place = place::Welcome{};
    });
}
TEST_CASE("planted: a withheld handout opens") {
    caught([](const auto& content, const Visit& before, const Event& event, visit::Step& next) {
        const auto* read = tapped<action::Read>(event);
        if (!read || !as<place::HeldBack>(next.visit.place)) return;
        const auto& topic = content.topics.front();
        if (const auto handout = open(topic, {}, Release::none, read->handout))
            next.visit.place = place::Reading{*handout};
        const Answers nothing = [&] {
            Answers no;
            for (std::size_t i = 0; i < topic.questions.size(); ++i) no.given.push_back({{i}, Answer{}, {}});
            return no;
        }();
        if (const auto handout = open(topic, nothing, Release::none, read->handout))
            next.visit.place = place::Reading{*handout};
        next.visit.trail = before.trail;
    });
}
TEST_CASE("planted: staff release without being asked, by a stale report") {
    caught([](const auto&, const Visit& before, const Event& event, visit::Step& next) {
        const auto* released = as<event::PinJudged>(event);
        if (released && released->ticket != before.ticket && before.amber_at) next.visit.release = Release::by_staff;
    });
}
TEST_CASE("planted: a wrong PIN opens the page for staff") {
    caught([](const auto&, const Visit& before, const Event& event, visit::Step& next) {
        const auto* judged = as<event::PinJudged>(event);
        if (judged && judged->verdict == PinVerdict::wrong && as<place::StaffPin>(before.place))
            next.visit.place = place::StaffStatus{};
    });
}
TEST_CASE("planted: a PIN of an earlier try counts") {
    caught([](const auto&, const Visit& before, const Event& event, visit::Step& next) {
        const auto* judged = as<event::PinJudged>(event);
        if (judged && judged->number != before.pin_tries && judged->verdict == PinVerdict::right && before.amber_at)
            next.visit.overlay = overlay::Sure{overlay::Sure::Of::seen_patient};
    });
}
TEST_CASE("planted: the glass hears touches while it is cleaned") {
    caught([](const auto&, const Visit& before, const Event& event, visit::Step& next) {
        if (as<place::Cleaning>(before.place) && as<event::Touched>(event)) next.visit.place = place::Welcome{};
    });
}
TEST_CASE("planted: a stale printer report opens the handouts") {
    caught([](const auto&, const Visit& before, const Event& event, visit::Step& next) {
        const auto* report = as<event::PrintReported>(event);
        if (report && report->ticket != before.ticket) next.visit.with_care.push_back({0});
    });
}
TEST_CASE("planted: the desk's report of an earlier patient counts") {
    caught([](const auto&, const Visit& before, const Event& event, visit::Step& next) {
        const auto* report = as<event::DeskReported>(event);
        if (report && report->ticket != before.ticket && next.visit.call) next.visit.call->state = CallState::coming;
    });
}
TEST_CASE("planted: a tick is lost") {
    caught([](const auto&, const Visit& before, const Event& event, visit::Step& next) {
        if (tapped<action::Tick>(event)) next = {before, {}};
    });
}
TEST_CASE("planted: not sure counts as no") {
    caught([](const auto&, const Visit&, const Event& event, visit::Step& next) {
        const auto* say = tapped<action::Say>(event);
        if (say && say->reply == Reply::not_sure && !next.visit.answers.given.empty())
            next.visit.answers.given.back().answer = Answer{};
    });
}
TEST_CASE("planted: after amber another answer lowers the urgency") {
    caught([](const auto&, const Visit& before, const Event& event, visit::Step& next) {
        if (before.amber_at && tapped<action::Continue>(event)) next.visit.answers.amber_after.reset();
    });
}
TEST_CASE("planted: Start over does nothing in the library") {
    caught([](const auto&, const Visit& before, const Event& event, visit::Step& next) {
        if (tapped<action::Finish>(event) && as<place::Library>(before.place)) next = {before, {}};
    });
}
TEST_CASE("planted: the red page does not cancel handouts") {
    caught([](const auto&, const Visit&, const Event& event, visit::Step& next) {
        if (tapped<action::Help>(event))
            std::erase_if(next.effects, [](const Effect& e) { return as<effect::CancelPrint>(e) != nullptr; });
    });
}
TEST_CASE("planted: the next person sees the chosen handouts") {
    caught([](const auto&, const Visit& before, const Event&, visit::Step& next) {
        if (next.visit.ticket != before.ticket) next.visit.chosen = before.chosen;
    });
}
