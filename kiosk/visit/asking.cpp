// SPDX-License-Identifier: Apache-2.0
// One question after the other: ticks, answers, the way back and the way on.
#include "visit/turn.hpp"

#include <algorithm>

namespace kiosk::visit {

namespace {

using content::Kind, content::QuestionId, content::SignId, content::Urgency;

Draft as_draft(const Answer& answer) {
    if (!answer.ticked.empty()) return {answer.ticked, {}};
    return {{}, answer.reply};
}

struct AtQuestion {
    Turn& turn;
    place::Asking here;

    const content::Question& question() const { return turn.topic()[here.question]; }

    bool offers(Reply reply) const {
        if (reply == Reply::yes) return question().kind == Kind::yes_no;
        return reply != Reply::tell_staff || question().is_private;
    }

    void show(Draft draft) {
        here.draft = std::move(draft);
        turn.visit.place = here;
    }

    void say(const Answer& answer) {
        take_down(turn, here.question, answer);
        if (turn.urgency() == Urgency::emergency)
            show_red_page(turn, here.question);
        else
            go_on(turn);
    }

    void operator()(const action::Say& said) {
        if (question().kind == Kind::yes_no && offers(said.reply)) say({said.reply, {}});
    }
    void operator()(const action::Tick& tick) {
        const auto& signs = question().signs;
        if (question().kind != Kind::any_of || std::find(signs.begin(), signs.end(), tick.sign) == signs.end()) return;
        auto ticked = here.draft.ticked;
        const auto at = std::lower_bound(ticked.begin(), ticked.end(), tick.sign);
        if (at != ticked.end() && *at == tick.sign)
            ticked.erase(at);
        else
            ticked.insert(at, tick.sign);
        show({std::move(ticked), {}});
    }
    void operator()(const action::TickReply& tick) {
        if (question().kind != Kind::any_of || !offers(tick.reply)) return;
        if (here.draft.whole == tick.reply)
            show({});
        else
            show({{}, tick.reply});
    }
    void operator()(const action::Continue&) {
        if (const auto answer = as_answer(here.draft)) say(*answer);
    }
    void operator()(const action::ShowWhy&) {
        if (!question().why.empty()) turn.visit.overlay = overlay::Why{};
    }
    void operator()(const action::TurnTo& to) { turn.turn_to(here, to.page); }
    void operator()(const action::Back&) { back(turn); }
    void operator()(const auto&) {}
};

/// The first question left with ticks that no Continue took down, unless the check ended before it.
std::optional<QuestionId> first_draft(const Turn& turn) {
    const auto& drafts = turn.visit.drafts;
    const auto& answers = turn.visit.answers;
    const auto first = std::min_element(drafts.begin(), drafts.end(),
                                        [](const auto& a, const auto& b) { return a.question < b.question; });
    if (first == drafts.end()) return {};
    for (std::size_t i = 0; i < first->question.index; ++i) {
        const auto* answer = answers.now({i});
        if (!answer || (turn.topic().questions[i].ends_check && answer->reply != Reply::no)) return {};
    }
    return first->question;
}

}  // namespace

void act(Turn& turn, const place::Asking& here, const Action& action) {
    std::visit(AtQuestion{turn, here}, action);
}

std::optional<Answer> as_answer(const Draft& draft) {
    if (draft.whole) return Answer{*draft.whole, {}};
    if (draft.ticked.empty()) return {};
    return Answer{Reply::yes, draft.ticked};
}

void take_down(Turn& turn, QuestionId question, const Answer& answer) {
    auto& visit = turn.visit;
    std::erase_if(visit.drafts, [&](const place::Asking& left) { return left.question == question; });
    const auto* before = visit.answers.now(question);
    if (before && *before == answer) return;
    visit.answers.given.push_back({question, answer, turn.now});
    // Staff looked at other answers, or the note said others.
    visit.release = Release::none;
    keep_what_opens(turn);
}

void keep_draft(Turn& turn) {
    const auto* here = std::get_if<place::Asking>(&turn.visit.place);
    if (!here) return;
    const auto ticked = as_answer(here->draft);
    const auto* answer = turn.visit.answers.now(here->question);
    if (ticked && (!answer || *answer != *ticked)) turn.visit.drafts.push_back({here->question, here->draft, 0});
}

place::Asking asking(Turn& turn, QuestionId question) {
    auto& drafts = turn.visit.drafts;
    const auto left =
        std::find_if(drafts.begin(), drafts.end(), [&](const auto& draft) { return draft.question == question; });
    if (left != drafts.end()) {
        auto again = std::move(*left);
        drafts.erase(left);
        return again;
    }
    const auto* answer = turn.visit.answers.now(question);
    return {question, answer ? as_draft(*answer) : Draft{}, 0};
}

std::vector<Place> way_to(const Turn& turn, QuestionId before) {
    std::vector<Place> way;
    if (turn.content.topics.size() > 1) way.push_back(place::Topics{});
    way.push_back(place::SafetyIntro{});
    way.push_back(place::AskWho{});
    for (QuestionId question; question < before; ++question.index)
        if (turn.visit.answers.now(question)) way.push_back(place::Asking{question, {}, 0});
    return way;
}

std::vector<Place> way_to_outcome(const Turn& turn) {
    return way_to(turn, {turn.topic().questions.size()});
}

void show_question(Turn& turn, QuestionId question) {
    turn.visit.trail = way_to(turn, question);
    turn.visit.place = asking(turn, question);
}

void go_on(Turn& turn) {
    auto& review = turn.visit.review;
    auto next = next_question(turn.topic(), turn.visit.answers);
    if (const auto draft = first_draft(turn); draft && (!next || *draft < *next)) next = draft;
    if (!next && !review.empty()) {
        next = review.front();
        review.erase(review.begin());
    }
    if (next)
        show_question(turn, *next);
    else
        show_outcome(turn);
}

}  // namespace kiosk::visit
