// SPDX-License-Identifier: Apache-2.0
// The shipped questions, answered at random: every set of choices, unsure, rather told to staff, changed, taken back.
// Wherever such a visitor comes, the walk over merged answers was there, and raised the same.
#include "content/load.hpp"
#include "fixtures/small.hpp"
#include "proof/lean.hpp"
#include "proof/merging.hpp"
#include "proof/moves.hpp"
#include "proof/oracle.hpp"
#include "proof/proof.hpp"
#include "proof/questions_walk.hpp"

#include <doctest/doctest.h>

#include <random>
#include <unordered_set>

using namespace kiosk;
using namespace kiosk::proof;

namespace {

content::Content shipped_content() {
    const auto loaded = content::load([](const std::string& path) {
        auto file = fixtures::read_file(std::string(KIOSK_SOURCE) + '/' + path);
        if (path == "content.xml" && file.text) file.text = fixtures::in_own_language(*file.text);
        return file;
    });
    REQUIRE(loaded.content);
    return *loaded.content;
}

// Every normal run sends all of them in Release.
#ifdef KIOSK_SLOW
constexpr int visitors = 2'000;
#else
constexpr int visitors = 100'000;
#endif
constexpr int most_moves = 120;

class Visitor {
public:
    explicit Visitor(std::mt19937& random) : m_random(random) {
        static constexpr unsigned percents[] = {0, 2, 10, 50};
        m_yes = percents[random() % std::size(percents)];
        m_back = percents[random() % std::size(percents)];
    }

    Answer answer(const content::Question& question) {
        if (!chance(m_yes)) return {Reply::no, {}};
        if (chance(20)) return {Reply::not_sure, {}};
        if (question.is_private && chance(20)) return {Reply::tell_staff, {}};
        if (question.kind == Kind::yes_no) return {Reply::yes, {}};
        Answer some{Reply::yes, {}};
        for (const auto sign : question.signs)
            if (chance(30)) some.ticked.push_back(sign);
        if (some.ticked.empty()) some.ticked.push_back(question.signs[m_random() % question.signs.size()]);
        return some;
    }
    Move move(const content::Content& content, const Visit& visit, const std::vector<Move>& all) {
        const auto* here = as<place::Asking>(visit.place);
        const auto& topic = content.topics.front();
        if (here && chance(m_back)) return {Due::nothing, {event::Tapped{action::Back{}}}};
        if (here && !chance(2)) return answering(topic, *here, answer(topic[here->question]));
        return all[m_random() % all.size()];
    }

private:
    bool chance(unsigned percent) { return m_random() % 100 < percent; }

    std::mt19937& m_random;
    unsigned m_yes, m_back;
};

/// What was said, by the bits of the merged answers.
Urgency merged_urgency(const Space& space, const Answers& answers) {
    Raised all = 0;
    for (const auto& given : answers.given)
        if (given.answer) all = space.normal(all | space.raised_by(given.question, *given.answer));
    if ((all & raised::emergency) != 0) return Urgency::emergency;
    if ((all & raised::today) != 0) return Urgency::today;
    return (all & raised::mention) != 0 ? Urgency::mention : Urgency::none;
}

}  // namespace

TEST_CASE("visitors who answer as they like are never where the walk over merged answers was not") {
    const auto shipped = shipped_content();
    const QuestionsGround questions(lean(shipped, shipped.topics.front()), Bounds{}.states);
    REQUIRE(questions.space.fits());
    std::unordered_set<std::string> walked;
    auto ground = questions.ground;
    ground.key = [&](const Visit& visit) {
        auto key = questions.ground.key(visit);
        if (!key.empty()) walked.insert(key);
        return key;
    };
    REQUIRE_FALSE(walk(ground, visit::step).broken);

    auto first = visit::fresh({7}, questions.ground.around, walked_at);
    for (const auto& move : to_the_questions(questions.content))
        for (const auto& event : move.events) first = visit::step(questions.content, first, event, walked_at).visit;

    std::mt19937 random(2026);
    std::size_t strangers = 0, wrong = 0, steps = 0, to_the_end = 0;
    std::unordered_set<std::string> visited;
    for (int i = 0; i < visitors; ++i) {
        Visitor visitor(random);
        auto visit = first;
        for (int moves = 0; moves < most_moves; ++moves) {
            const auto key = questions.ground.key(questions.ground.merge(visit));
            if (key.empty()) break;
            strangers += walked.contains(key) ? 0U : 1U;
            visited.insert(key);
            const auto next = visitor.move(questions.content, visit, questions.ground.moves(visit));
            visit = made_due(questions.content, visit, next.due);
            for (const auto& event : next.events) {
                visit = visit::step(questions.content, visit, event, walked_at).visit;
                ++steps;
            }
            const auto& topic = questions.content.topics.front();
            const auto said = merged(topic, visit.answers);
            if (!said.amber_after && urgency(topic, visit.answers) != merged_urgency(questions.space, said)) ++wrong;
        }
        to_the_end += visit.place.index() > Place(place::Asking{}).index() ? 1U : 0U;
    }
    MESSAGE(questions.ground.ways.size(), " ways, ", to_the_end, " came to an end, ", steps, " steps, ", visited.size(),
            " of ", walked.size(), " states");
    CHECK(strangers == 0);
    CHECK(wrong == 0);
    CHECK(to_the_end > visitors / 2);
    CHECK(visited.size() > 300);
}
