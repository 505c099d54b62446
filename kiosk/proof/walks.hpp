// SPDX-License-Identifier: Apache-2.0
// The walks the proof is made of. Each adds what it found to one verdict. The room's own.
#pragma once

#include "proof/proof.hpp"

#include <functional>

namespace kiosk::proof {

struct Subject {
    const content::Content& real;  ///< for words
    const content::Topic& topic;
    content::Content lean;  ///< the same topic alone, without words
    const Step& step;
    Bounds bounds;
    Memory& memory;
    Verdict verdict{};

    const content::Topic& lean_topic() const { return lean.topics.front(); }
    void broken(std::string rule, std::vector<PathLine> path, int line);
    /// Walks, unless the same walk was proved before.
    void once(const std::string& rules, const std::function<void()>& walk);
    /// The verdict of a walk in a clinic cut out of this one, or in this one.
    void add(const Walked&, const Ground&);
    void too_much(const std::string& what);
};

/// Triage over every combination of answers: what is raised, what opens; saying more never opens more.
void walk_answers(Subject&);
/// Every answer, changed answer and way back, question by question, through step.
void walk_questions(Subject&);
/// Every sign, combination, handout and part is come by in a visit that is played.
void walk_to_everything(Subject&);
/// What comes after the questions: everything that can happen, in clinics cut out of this one.
void walk_models(Subject&, Depth);

}  // namespace kiosk::proof
