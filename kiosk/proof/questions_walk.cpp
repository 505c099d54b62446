// SPDX-License-Identifier: Apache-2.0
#include "proof/merging.hpp"
#include "proof/moves.hpp"
#include "proof/oracle.hpp"
#include "proof/space.hpp"
#include "proof/walks.hpp"

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
    const Topic& topic;

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
        list.push_back({Due::nothing, {event::StaffReleased{visit.ticket}}});
        list.push_back({Due::nothing, {event::Tapped{action::ToggleLowered{}}}});
        if (content.languages.size() > 1)
            list.push_back({Due::nothing,
                            {event::Tapped{action::OpenPanel{Panel::language}},
                             event::Tapped{action::ChooseLanguage{{1}}}, event::Tapped{action::Close{}}}});
        return list;
    }
};

}  // namespace

void walk_questions(Subject& subject) {
    auto content = subject.lean;
    auto& topic = content.topics.front();
    topic.handouts.clear();
    const Space space(topic);
    if (!space.fits()) return subject.too_much("its rules about answers together name too many answers");
    const auto merge = [&](const Visit& visit) { return merged(content, visit); };
    const Ground ground{
        content, {PrinterKind::none, true}, merge, Keys{space, topic}, Moves{space, content}, subject.bounds.states};
    subject.once("questions " + rules_of(content), [&] { subject.add(walk(ground, subject.step), ground); });
}

}  // namespace kiosk::proof
