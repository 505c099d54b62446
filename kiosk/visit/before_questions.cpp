// SPDX-License-Identifier: Apache-2.0
// Welcome, topics, the safety intro and "Who is this for?".
#include "visit/turn.hpp"

namespace kiosk::visit {

namespace {

void start(Turn& turn, content::LanguageId language) {
    auto& visit = turn.visit;
    visit.look.language = language;
    visit.started = turn.now;
    if (turn.content.topics.size() > 1) {
        visit.place = place::Topics{};
    } else {
        visit.topic = content::TopicId{};
        visit.place = place::SafetyIntro{};
    }
}

struct AtWelcome {
    Turn& turn;

    void operator()(const action::Start&) { start(turn, turn.visit.look.language); }
    void operator()(const action::ChooseLanguage& chosen) {
        if (chosen.language.index < turn.content.languages.size()) start(turn, chosen.language);
    }
    void operator()(const auto&) {}
};

struct AtTopics {
    Turn& turn;
    place::Topics here;

    void operator()(const action::ChooseTopic& chosen) {
        if (chosen.topic.index >= turn.content.topics.size()) return;
        turn.visit.topic = chosen.topic;
        turn.go(place::SafetyIntro{});
    }
    void operator()(const action::TurnTo& to) {
        if (to.page >= 0) turn.visit.place = place::Topics{to.page};
    }
    void operator()(const action::Back&) { back(turn); }
    void operator()(const auto&) {}
};

struct AtSafetyIntro {
    Turn& turn;

    void operator()(const action::StartQuestions&) { turn.go(place::AskWho{}); }
    void operator()(const action::TurnTo& to) {
        if (to.page >= 0) turn.visit.place = place::SafetyIntro{to.page};
    }
    void operator()(const action::Back&) {
        // Answers belong to their topic: once something was entered, the way back leads out.
        const bool nothing_entered = turn.visit.answers.given.empty() && turn.visit.drafts.empty();
        if (!nothing_entered) turn.visit.trail.clear();
        back(turn);
    }
    void operator()(const auto&) {}
};

struct AtAskWho {
    Turn& turn;

    void operator()(const action::ChooseWho& chosen) {
        turn.visit.who = chosen.who;
        go_on(turn);
    }
    void operator()(const action::Back&) { back(turn); }
    void operator()(const auto&) {}
};

}  // namespace

void act(Turn& turn, const place::Welcome&, const Action& action) {
    std::visit(AtWelcome{turn}, action);
}

void act(Turn& turn, const place::Topics& here, const Action& action) {
    std::visit(AtTopics{turn, here}, action);
}

void act(Turn& turn, const place::SafetyIntro&, const Action& action) {
    std::visit(AtSafetyIntro{turn}, action);
}

void act(Turn& turn, const place::AskWho&, const Action& action) {
    std::visit(AtAskWho{turn}, action);
}

}  // namespace kiosk::visit
