// SPDX-License-Identifier: Apache-2.0
#include "proof/questions_walk.hpp"

#include "proof/merging.hpp"
#include "proof/moves.hpp"
#include "proof/oracle.hpp"
#include "proof/walks.hpp"

#include <map>
#include <set>
#include <utility>

namespace kiosk::proof {

namespace {

/// Where the walk goes on: the way to the questions, the questions, and the library as the way back to them. The rest,
/// and ticks or answers left behind, are walked in the models.
bool is_on_the_way(const Visit& visit) {
    const auto& place = visit.place;
    const bool here = place.index() <= Place(place::Asking{}).index() || as<place::Library>(place);
    return here && visit.overlay.index() == 0 && visit.drafts.empty() && !visit.answers.amber_after && !visit.call;
}

struct Keys {
    const Space& space;

    std::string operator()(const Visit& visit) const {
        if (!is_on_the_way(visit)) return {};
        const auto* here = as<place::Asking>(visit.place);
        std::string key;
        write(key, visit.place.index());
        write(key, here ? here->question.index + 1 : 0);
        write(key, visit.trail.size());
        write(key, (visit.topic ? 1U : 0U) + (visit.who ? 2U : 0U));
        Raised others = 0;
        for (const auto& given : visit.answers.given) {
            if (!given.answer) return {};
            const auto raised = space.raised_by(given.question, *given.answer);
            if (here && given.question == here->question)
                write(key, raised + 1);
            else
                others = space.normal(others | raised);
        }
        write(key, others);
        write(key, visit.answers.given.size());
        return key;
    }
};

struct Moves {
    const Space& space;
    const content::Content& content;

    std::vector<Move> operator()(const Visit& visit) const {
        std::vector<Move> list;
        const auto tap = [&](const Action& action) { list.push_back({Due::nothing, {event::Tapped{action}}}); };
        tap(action::Help{});
        if (as<place::Library>(visit.place)) {
            tap(action::Back{});
            return list;
        }
        const auto* here = as<place::Asking>(visit.place);
        if (!here) return moves(content, visit);
        for (const auto& one : space.classes(here->question))
            list.push_back(answering(content.topics.front(), *here, one.answer));
        tap(action::Back{});
        tap(action::Finish{});
        tap(action::ShowWhy{});
        list.push_back({Due::idle, {event::Woken{}}});
        list.push_back(
            {Due::nothing, {event::PinJudged{visit.ticket, visit.pin_tries, PinVerdict::right, Duration{0}}}});
        list.push_back({Due::nothing, {event::Tapped{action::ToggleLowered{}}}});
        if (content.languages.size() > 1)
            list.push_back({Due::nothing,
                            {event::Tapped{action::OpenPanel{Panel::language}},
                             event::Tapped{action::ChooseLanguage{{1}}}, event::Tapped{action::Close{}}}});
        return list;
    }
};

/// By question: which pairs of its answer and what the others raise are come by.
using Pairs = std::vector<std::set<std::pair<Raised, Raised>>>;

/// What each answer raises.
std::vector<Raised> raised_by(const Space& space, const Answers& answers) {
    std::vector<Raised> own;
    for (const auto& given : answers.given) own.push_back(space.raised_by(given.question, *given.answer));
    return own;
}

/// True where some pair of these answers is new.
bool adds(Pairs& known, const Space& space, const std::vector<Raised>& own) {
    std::vector<Raised> before{0};
    for (const auto raised : own) before.push_back(before.back() | raised);
    bool any = false;
    Raised after = 0;
    for (std::size_t i = own.size(); i-- > 0; after |= own[i])
        any = known[i].insert({own[i], space.normal(before[i] | after)}).second || any;
    return any;
}

/// Answers one after another, and back again to the first.
Way there_and_back(const content::Content& content, const Answers& answers) {
    Way way{to_the_questions(content), {}};
    for (const auto& given : answers.given)
        way.there.push_back(answering(content.topics.front(), {given.question, {}}, *given.answer));
    way.back.assign(answers.given.size(), {Due::nothing, {event::Tapped{action::Back{}}}});
    return way;
}

/// Going back takes the answers apart: what one says, and what all others raise. Forward, visits that raise the same in
/// all are one, so ways are walked besides until every such pair was come by: so many asked, at this question. In the
/// order of the answers: neighbours have their beginning in common.
std::vector<Way> ways_back(const content::Content& content) {
    const auto& topic = content.topics.front();
    std::map<std::vector<Raised>, Way> ways;
    for (std::size_t asked = 1; asked <= topic.questions.size(); ++asked) {
        auto first = topic;
        first.questions.resize(asked);
        const Space space(first);
        Pairs known(asked);
        for (std::size_t q = 0; q < asked; ++q)
            for (const auto& others : space.combinations(QuestionId{q}))
                for (const auto& own : space.classes({q})) {
                    auto answers = space.answers(others, QuestionId{q});
                    if (answers.given.size() + 1 < asked) continue;
                    const auto at = answers.given.begin() + static_cast<std::ptrdiff_t>(q);
                    answers.given.insert(at, {{q}, own.answer, {}});
                    const auto raised = space.normal(others.raised | own.raised);
                    const auto ended = raised::emergency | raised::ends;
                    const bool is_locked = asked == topic.questions.size() && (raised & raised::today) != 0;
                    const auto by_each = raised_by(space, answers);
                    if ((raised & ended) != 0 || is_locked || !adds(known, space, by_each)) continue;
                    ways.emplace(by_each, there_and_back(content, answers));
                }
    }
    std::vector<Way> sorted;
    for (auto& [by_each, way] : ways) sorted.push_back(std::move(way));
    return sorted;
}

content::Content without_handouts(content::Content content) {
    content.topics.front().handouts.clear();
    return content;
}

}  // namespace

QuestionsGround::QuestionsGround(const content::Content& of, std::size_t most_states)
    : content(without_handouts(of)),
      space(content.topics.front()),
      ground{content,
             {PrinterKind::none, Desk::listens},
             [this](const Visit& visit) { return merged(content, visit); },
             Keys{space},
             Moves{space, content},
             most_states,
             space.fits() ? ways_back(content) : std::vector<Way>{}} {}

void walk_questions(Subject& subject) {
    subject.once("questions " + rules_of(without_handouts(subject.lean)), [&] {
        const QuestionsGround questions(subject.lean, subject.bounds.states);
        if (!questions.space.fits()) return subject.too_much("its rules about answers together name too many answers");
        subject.add(walk(questions.ground, subject.step), questions.ground);
    });
}

}  // namespace kiosk::proof
