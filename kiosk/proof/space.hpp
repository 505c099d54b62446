// SPDX-License-Identifier: Apache-2.0
// All answers to a safety check at once: answers that no rule can tell apart are one, and so are combinations of them.
// Complete, never sampled. Used by the walks over answers and questions.
#pragma once

#include "visit/answers.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace kiosk::proof {

/// What answers raise, a bit each: how urgent, how far each together rule has come, which watched signs.
using Raised = std::uint64_t;

namespace raised {
constexpr Raised mention = 1, today = 2, emergency = 4, ends = 8;
}

struct AnswerClass {
    visit::Answer answer;  ///< the first of those that raise the same
    Raised raised = 0;
};

struct Combination {
    Raised raised = 0;
    std::vector<std::size_t> said;  ///< the class of each question, in order; shorter: the check ended
};

class Space {
public:
    /// Watched: lists of signs; each is a bit that is set by any of its signs.
    explicit Space(const content::Topic&, const std::vector<std::vector<content::SignId>>& watched = {});

    /// Not more rules than there are bits. Nothing else may be asked of a space that does not fit.
    bool fits() const { return m_fits; }
    const std::vector<AnswerClass>& classes(content::QuestionId question) const { return m_classes[question.index]; }
    /// Every combination of answers there can be, one of each kind; without: this question says nothing.
    std::vector<Combination> combinations(std::optional<content::QuestionId> without = {}) const;
    visit::Answers answers(const Combination&, std::optional<content::QuestionId> without = {}) const;

    Raised raised_by(content::QuestionId, const visit::Answer&) const;
    /// What of it can still make a difference.
    Raised normal(Raised) const;

private:
    struct Rule {
        Raised all = 0, any = 0, level = 0;
    };

    void add_rules();
    void add_watched(const std::vector<std::vector<content::SignId>>&);
    void add_classes(content::QuestionId);
    Raised next_bit();

    const content::Topic& m_topic;
    std::vector<Raised> m_of_sign;
    std::vector<Rule> m_rules;
    std::vector<std::vector<AnswerClass>> m_classes;
    unsigned m_bits = 4;
    bool m_fits = true;
};

}  // namespace kiosk::proof
