// SPDX-License-Identifier: Apache-2.0
// Handouts taken home in a telephone, where no paper comes: the same ones that could be printed, and no others.
#include "visit/turn.hpp"

#include <utility>

namespace kiosk::visit {

namespace {

struct AtPhone {
    Turn& turn;
    place::OnPhone here;

    void operator()(const action::TurnTo& to) { turn.turn_to(here, to.page); }
    void operator()(const action::ShowHandouts&) { show_handouts(turn); }
    void operator()(const action::Back&) { back(turn); }
    void operator()(const auto&) {}
};

}  // namespace

void act(Turn& turn, const place::OnPhone& here, const Action& action) {
    std::visit(AtPhone{turn, here}, action);
}

void show_on_phone(Turn& turn, const std::vector<content::HandoutId>& wanted) {
    place::OnPhone to;
    for (const auto id : wanted)
        if (const auto handout = turn.open(id); handout && may_print(turn, id)) to.handouts.push_back(*handout);
    if (to.handouts.empty()) return;
    const auto cleared = turn.cleared();
    to.tell_clinician_first = cleared && cleared->tell_clinician_first();
    turn.go(std::move(to));
}

}  // namespace kiosk::visit
