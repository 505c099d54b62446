// SPDX-License-Identifier: Apache-2.0
#include "proof/proof.hpp"

#include "proof/lean.hpp"
#include "proof/model.hpp"
#include "proof/told.hpp"
#include "proof/walks.hpp"

namespace kiosk::proof {

void Subject::broken(std::string rule, std::vector<PathLine> path, int line) {
    verdict.is = Verdict::Is::broken;
    verdict.broken.push_back({std::move(rule), std::move(path), topic.file, line});
}

void Subject::too_much(const std::string& what) {
    if (verdict.is == Verdict::Is::broken) return;
    verdict.is = Verdict::Is::not_proved;
    verdict.why = what;
}

void Subject::add(const Walked& walked, const Ground& ground) {
    verdict.states += walked.states;
    verdict.steps += walked.steps;
    if (!walked.whole) too_much("there are more than " + std::to_string(ground.most_states) + " states to walk");
    if (!walked.broken) return;
    auto path = told(real, topic, ground, step, walked.broken->moves);
    int line = topic.check_line;
    for (const auto& at : path)
        if (at.line > 0) line = at.line;
    broken(walked.broken->rule, std::move(path), line);
}

void Subject::once(const std::string& rules, const std::function<void()>& walk) {
    if (const auto known = memory.find(rules); known != memory.end()) {
        verdict.states += known->second.states;
        verdict.steps += known->second.steps;
        return;
    }
    const Tally before{verdict.states, verdict.steps};
    walk();
    if (verdict.is == Verdict::Is::proved)
        memory.emplace(rules, Tally{verdict.states - before.states, verdict.steps - before.steps});
}

void walk_models(Subject& subject, Depth depth) {
    for (const auto& model : models(subject.real, subject.topic)) {
        if (depth == Depth::usual && model.size == Model::Size::large) continue;
        subject.once(rules_of(model), [&] {
            const auto ground = ground_of(model, subject.bounds.states);
            subject.add(walk(ground, subject.step), ground);
        });
        if (subject.verdict.is != Verdict::Is::proved) return;
    }
}

namespace {

void walk_all(Subject& subject, Depth depth) {
    const auto is_proved = [&] { return subject.verdict.is == Verdict::Is::proved; };
    walk_answers(subject);
    if (is_proved()) walk_questions(subject);
    if (is_proved()) walk_models(subject, depth);
    if (is_proved()) walk_to_everything(subject);
}

}  // namespace

std::vector<Verdict> prove(const content::Content& content, Memory& memory, Depth depth, const Step& step,
                           Bounds bounds) {
    std::vector<Verdict> verdicts;
    for (const auto& topic : content.topics) {
        Subject subject{content, topic, lean(content, topic), step, bounds, memory};
        subject.verdict.topic = topic.id;
        subject.verdict.file = topic.file;
        subject.verdict.line = topic.check_line;
        const auto* whole = depth == Depth::all ? "all " : "usual ";
        subject.once(whole + rules_of(subject.lean), [&] { walk_all(subject, depth); });
        verdicts.push_back(std::move(subject.verdict));
    }
    return verdicts;
}

std::vector<Verdict> prove(const content::Content& content, Depth depth, const Step& step, Bounds bounds) {
    Memory memory;
    return prove(content, memory, depth, step, bounds);
}

}  // namespace kiosk::proof
