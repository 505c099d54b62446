// SPDX-License-Identifier: Apache-2.0
#include "proof/proof.hpp"

#include "proof/model.hpp"
#include "proof/told.hpp"
#include "proof/walks.hpp"

#include <algorithm>

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

void walk_models(Subject& subject, Depth depth) {
    for (const auto& model : models(subject.real, subject.topic)) {
        if (depth == Depth::usual && model.size == Model::Size::large) continue;
        const auto ground = ground_of(model, subject.bounds.states);
        subject.add(walk(ground, subject.step), ground);
    }
}

namespace {

Verdict prove_one(const content::Content& real, const content::Topic& topic, Depth depth, const Step& step,
                  Bounds bounds) {
    Subject subject{real, topic, lean(real, topic), step, bounds};
    subject.verdict.topic = topic.id;
    subject.verdict.file = topic.file;
    subject.verdict.line = topic.check_line;
    walk_answers(subject);
    if (subject.verdict.is == Verdict::Is::proved) walk_questions(subject);
    if (subject.verdict.is == Verdict::Is::proved) walk_models(subject, depth);
    if (subject.verdict.is == Verdict::Is::proved) walk_to_everything(subject);
    return std::move(subject.verdict);
}

/// The rules alone: without names and lines.
content::Topic rules_of(const content::Topic& topic) {
    auto rules = lean(topic);
    rules.id = rules.file = {};
    rules.line = rules.check_line = 0;
    for (auto& question : rules.questions) question.id = {}, question.line = 0;
    for (auto& sign : rules.signs) sign.id = {}, sign.line = 0;
    for (auto& handout : rules.handouts) handout.id = {}, handout.line = 0;
    return rules;
}

}  // namespace

std::vector<Verdict> prove(const content::Content& content, Depth depth, const Step& step, Bounds bounds) {
    std::vector<Verdict> verdicts;
    std::vector<std::pair<content::Topic, std::size_t>> known;
    for (const auto& topic : content.topics) {
        auto rules = rules_of(topic);
        const auto same = std::find_if(known.begin(), known.end(), [&](const auto& k) { return k.first == rules; });
        if (same != known.end() && verdicts[same->second].is == Verdict::Is::proved) {
            auto verdict = verdicts[same->second];
            verdict.topic = topic.id;
            verdict.file = topic.file;
            verdict.line = topic.check_line;
            verdicts.push_back(std::move(verdict));
            continue;
        }
        known.emplace_back(std::move(rules), verdicts.size());
        verdicts.push_back(prove_one(content, topic, depth, step, bounds));
    }
    return verdicts;
}

}  // namespace kiosk::proof
