// SPDX-License-Identifier: Apache-2.0
#include "proof/walk.hpp"

#include "proof/rules.hpp"

#include <algorithm>
#include <unordered_set>

namespace kiosk::proof {

namespace {

using visit::Visit;

constexpr Duration long_ago{3'600'000};

struct State {
    Visit visit;
    std::size_t from = 0;
    Move by;
    std::vector<Move> way = {};  ///< not empty: from welcome, instead of from and by
};

struct Made {
    Move by;
    Visit visit;
};

class Walker {
public:
    Walker(const Ground& ground, const Step& step)
        : m_ground(ground), m_step(step), m_welcome(visit::fresh({7}, ground.around, walked_at)) {}

    Walked walk() {
        arrive(m_welcome, [] { return State{}; });
        spread();
        for (const auto& way : m_ground.ways) go(way);
        spread();
        m_walked.states = m_states.size();
        return std::move(m_walked);
    }

private:
    /// From every state that was not walked on from yet: a rule is told by its shortest way.
    void spread() {
        for (; m_at < m_states.size() && !m_walked.broken && m_walked.whole; ++m_at)
            for (const auto& move : m_ground.moves(m_states[m_at].visit)) {
                make(m_at, move);
                if (m_walked.broken) break;
            }
    }

    void make(std::size_t at, const Move& move) {
        const auto visit = after(m_states[at].visit, move);
        if (!visit)
            m_walked.broken->moves = way_to(at, move);
        else if (*visit != m_states[at].visit)
            arrive(m_ground.merge(*visit), [&] { return State{{}, at, move}; });
    }

    /// What the last way has in common with this one is not walked again.
    void go(const Way& way) {
        const auto [last, next] = std::mismatch(m_way.begin(), m_way.end(), way.there.begin(), way.there.end(),
                                                [](const Made& made, const Move& move) { return made.by == move; });
        m_way.erase(last, m_way.end());
        for (auto move = next; move != way.there.end(); ++move)
            if (!go_on(*move)) return;
        for (const auto& move : way.back) {
            if (!go_on(move)) return;
            arrive(m_ground.merge(m_way.back().visit), [&] { return State{{}, 0, {}, way_so_far()}; });
        }
    }

    bool go_on(const Move& move) {
        if (m_walked.broken || !m_walked.whole) return false;
        auto visit = after(m_way.empty() ? m_welcome : m_way.back().visit, move);
        if (visit)
            m_way.push_back({move, std::move(*visit)});
        else
            (m_walked.broken->moves = way_so_far()).push_back(move);
        return visit.has_value();
    }

    std::vector<Move> way_so_far() const {
        std::vector<Move> moves;
        for (const auto& made : m_way) moves.push_back(made.by);
        return moves;
    }

    /// Nothing where a rule was broken.
    std::optional<Visit> after(const Visit& before, const Move& move) {
        std::optional<Visit> visit;
        if (move.due != Due::nothing) visit = made_due(m_ground.content, before, move.due);
        for (const auto& event : move.events) {
            ++m_walked.steps;
            const Visit& now = visit ? *visit : before;
            auto next = m_step(m_ground.content, now, event, walked_at);
            auto rule = broken_rule({m_ground.content, now, event, walked_at, next});
            if (!rule.empty()) {
                m_walked.broken = Found{std::move(rule), {}};
                return {};
            }
            visit = std::move(next.visit);
        }
        return visit ? std::move(visit) : before;
    }

    template <class How>
    void arrive(Visit visit, const How& how) {
        auto key = m_ground.key(visit);
        if (key.empty() || !m_known.insert(std::move(key)).second) return;
        if (m_states.size() == m_ground.most_states) {
            m_walked.whole = false;
            return;
        }
        m_states.push_back(how());
        m_states.back().visit = std::move(visit);
    }

    std::vector<Move> way_to(std::size_t at, const Move& last) const {
        std::vector<Move> way{last};
        for (; at != 0 && m_states[at].way.empty(); at = m_states[at].from) way.push_back(m_states[at].by);
        const auto& first = m_states[at].way;
        way.insert(way.end(), first.rbegin(), first.rend());
        std::reverse(way.begin(), way.end());
        return way;
    }

    const Ground& m_ground;
    const Step& m_step;
    const Visit m_welcome;
    std::vector<Made> m_way;  ///< the last one walked besides
    std::vector<State> m_states;
    std::size_t m_at = 0;
    std::unordered_set<std::string> m_known;
    Walked m_walked;
};

void make_idle(const content::Timing& timing, Visit& visit) {
    visit.last_touch = walked_at - long_ago;
    if (!visit.job) return;
    const bool waits = visit.job->stage == visit::PrintStage::needs_hand;
    visit.job->moved_at = walked_at - (waits ? timing.printing_deadline - Duration{1} : long_ago);
}

void make_call_due(Visit& visit) {
    if (auto& test = visit.test_call) {
        test->raised_at = walked_at - long_ago;
        if (test->shown_at) test->shown_at = walked_at - long_ago;
    }
    if (!visit.call) return;
    visit.call->raised_at = walked_at - long_ago;
    if (visit.call->shown_at) visit.call->shown_at = walked_at - long_ago;
    if (!visit.call->closed_at) return;
    visit.call->closed_at = walked_at - long_ago;
    visit.last_touch = walked_at - long_ago;
}

void make_countdown_due(Visit& visit) {
    if (auto* asked = std::get_if<visit::overlay::StillThere>(&visit.overlay)) *asked = {walked_at, walked_at};
}

void make_staff_due(Visit& visit) {
    if (auto* cleaning = std::get_if<visit::place::Cleaning>(&visit.place)) *cleaning = {walked_at, walked_at};
}

}  // namespace

Visit made_due(const content::Content& content, Visit visit, Due due) {
    const bool all = due == Due::everything;
    if (all || due == Due::idle) make_idle(content.clinic.timing, visit);
    if (all || due == Due::call) make_call_due(visit);
    if ((all || due == Due::printing) && visit.job) visit.job->moved_at = walked_at - long_ago;
    if (all || due == Due::countdown) make_countdown_due(visit);
    if (all || due == Due::unfinished)
        if (auto* notice = std::get_if<visit::place::Unfinished>(&visit.place)) notice->until = walked_at;
    if (all || due == Due::staff) make_staff_due(visit);
    if ((all || due == Due::note_left) && visit.around.note_left) visit.around.note_left->until = walked_at;
    return visit;
}

Walked walk(const Ground& ground, const Step& step) {
    return Walker(ground, step).walk();
}

}  // namespace kiosk::proof
