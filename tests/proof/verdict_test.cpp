// SPDX-License-Identifier: Apache-2.0
// What staff are told of a proof that fails: every message whole, with the way there in the words on the glass.
#include "fixtures/small.hpp"
#include "proof/proof.hpp"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

std::string told(const content::Content& clinic, proof::Bounds bounds = {}, const proof::Step& step = visit::step) {
    std::string lines;
    for (const auto& verdict : proof::prove(clinic, proof::Depth::usual, step, bounds))
        for (const auto& problem : proof::problems(verdict)) lines += to_string(problem) + '\n';
    return lines;
}

content::Content clinic() {
    return fixtures::small_clinic();
}

}  // namespace

TEST_CASE("what is too much to walk is not called proved") {
    CHECK(told(clinic(), {20}) ==
          "screens/small.xml:16: error: the safety check is not proved: there are more than 20 states to walk (ask "
          "less at once, or make rules of fewer answers)\n");
    auto many = clinic();
    auto& rules = many.topics.front().together;
    while (rules.size() < 40) rules.push_back(rules.front());
    CHECK(told(many) ==
          "screens/small.xml:16: error: the safety check is not proved: its rules about answers together name too many "
          "answers (ask less at once, or make rules of fewer answers)\n");
}

TEST_CASE("a broken rule is told with the way there") {
    const proof::Step deaf = [](const content::Content& content, visit::Visit visit, const visit::Event& event,
                                Instant now) {
        const auto* tap = std::get_if<visit::event::Tapped>(&event);
        const bool is_help = tap && std::holds_alternative<visit::action::Help>(tap->action);
        if (is_help && std::holds_alternative<visit::place::Asking>(visit.place)) return visit::Step{visit, {}};
        return visit::step(content, std::move(visit), event, now);
    };
    CHECK(told(clinic(), {}, deaf) ==
          "screens/small.xml:18: error: a safety rule does not hold: help did not lead to the red page. The way there: "
          "Start > Start the questions > who it is for > \"Do you have any of these right now?\": I need help now "
          "(screens/small.xml:18)\n");
}

TEST_CASE("content that no answers reach, or that nothing looks at, is told") {
    auto useless = clinic();
    for (auto& handout : useless.topics.front().handouts) {
        handout.withhold.clear();
        for (auto& part : handout.parts) part.withhold.clear();
    }
    CHECK(told(useless) ==
          "screens/small.xml:57: error: a safety rule does not hold: this answer changes nothing: no urgency, no rule "
          "and no handout looks at it. The way there: \"Do any of these fit you?\": \"You have kidney disease\" "
          "(screens/small.xml:54)\n");
    auto unread = clinic();
    auto& handout = unread.topics.front().handouts.front();
    handout.parts[1].only_if = handout.parts[1].withhold = handout.withhold.front().signs;
    CHECK(told(unread) ==
          "screens/small.xml:73: error: a safety rule does not hold: no answers show the part \"You take a blood "
          "thinner\" of this handout\n");
    auto never = clinic();
    never.topics.front().together.front().all = {{0}, {1}};
    never.topics.front().together.front().any = {{2}};
    CHECK(told(never) ==
          "screens/small.xml:16: error: a safety rule does not hold: no visit can give the answers of a <together>: "
          "each alone is an emergency\n");
    auto early = clinic();
    early.topics.front().questions.front().ends_check = true;
    CHECK(told(early) ==
          "screens/small.xml:18: error: a safety rule does not hold: the check ends at the wrong question: the one "
          "that ends it comes right after the emergencies, and is none of them\n"
          "screens/small.xml:26: error: a safety rule does not hold: the check can end before an emergency question\n");
}
