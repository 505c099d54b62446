// SPDX-License-Identifier: Apache-2.0
// Handouts: the library and its groups, what is held back and why, reading, choosing. Every way in goes through triage.
#include "visit/turn.hpp"

#include <algorithm>

namespace kiosk::visit {

namespace {

using content::HandoutId, content::Urgency;

bool contains(const std::vector<HandoutId>& list, HandoutId id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

std::optional<HandoutId> handout_of(const Place& place) {
    if (const auto* reading = std::get_if<place::Reading>(&place)) return reading->handout.id();
    if (const auto* held = std::get_if<place::HeldBack>(&place)) return held->handout;
    return {};
}

/// On to a handout; where the way back already leads through it, the loop is cut off.
void go_to_handout(Turn& turn, Place to) {
    auto& visit = turn.visit;
    const auto id = handout_of(to);
    if (handout_of(visit.place) == id)
        visit.place = std::move(to);
    else
        turn.go(std::move(to));
    const auto again = std::find_if(visit.trail.begin(), visit.trail.end(),
                                    [&](const Place& place) { return handout_of(place) == id; });
    visit.trail.erase(again, visit.trail.end());
}

void open_to_read(Turn& turn, HandoutId id) {
    const auto handout = turn.open(id);
    if (!handout) return;
    const auto cleared = turn.cleared();
    go_to_handout(turn, place::Reading{*handout, cleared && cleared->tell_clinician_first(), 0});
}

void read_with_care(Turn& turn, HandoutId id) {
    const auto& visit = turn.visit;
    if (standing(turn.topic(), visit.answers, visit.release, id) != Standing::ask_first) return;
    if (!contains(visit.with_care, id)) turn.visit.with_care.push_back(id);
    open_to_read(turn, id);
}

void show_why_held_back(Turn& turn, HandoutId id) {
    if (const auto cleared = turn.cleared()) go_to_handout(turn, place::HeldBack{*cleared, id});
}

/// Back to the last place of this kind on the way here; false where there is none.
template <class Kind>
bool return_to(Visit& visit) {
    const auto last = std::find_if(visit.trail.rbegin(), visit.trail.rend(),
                                   [](const Place& place) { return std::holds_alternative<Kind>(place); });
    if (last == visit.trail.rend()) return false;
    visit.place = std::move(*last);
    visit.trail.erase(std::next(last).base(), visit.trail.end());
    return true;
}

bool any_always_open(const Turn& turn) {
    for (std::size_t i = 0; i < turn.topic().handouts.size(); ++i)
        if (turn.open({i})) return true;
    return false;
}

std::vector<Place> way_to_handouts(const Turn& turn) {
    auto way = way_to_outcome(turn);
    if (turn.urgency() >= Urgency::today) way.push_back(place::SeeStaff{});
    return way;
}

/// What all places with handouts have in common.
struct AtHandouts {
    Turn& turn;

    void operator()(const action::Read& chosen) { read(turn, chosen.handout); }
    void operator()(const action::Choose& chosen) { choose(turn, chosen.handout); }
    void operator()(const action::PrintChosen&) { print_handouts(turn, turn.visit.chosen); }
    void operator()(const action::ShowHandouts&) { show_handouts(turn); }
    void operator()(const action::Back&) { back(turn); }
    void operator()(const auto&) {}
};

struct AtLibrary {
    Turn& turn;
    place::Library here;

    void show(std::optional<content::GroupId> group, int page) {
        turn.visit.place = place::Library{here.cleared, group, page};
    }
    void operator()(const action::ShowGroup& chosen) {
        if (chosen.group.index < turn.topic().groups.size()) show(chosen.group, 0);
    }
    void operator()(const action::ShowHandouts&) { show({}, 0); }
    void operator()(const action::ChooseGroups&) { turn.go(place::Groups{here.cleared}); }
    void operator()(const action::ReadNote&) { turn.go(place::Note{}); }
    void operator()(const action::TurnTo& to) {
        if (to.page >= 0) show(here.group, to.page);
    }
    void operator()(const auto& other) { AtHandouts{turn}(other); }
};

struct AtGroups {
    Turn& turn;
    place::Groups here;

    void show(std::optional<content::GroupId> group) {
        return_to<place::Library>(turn.visit);
        turn.visit.place = place::Library{here.cleared, group, 0};
    }
    void operator()(const action::ShowGroup& chosen) {
        if (chosen.group.index < turn.topic().groups.size()) show(chosen.group);
    }
    void operator()(const action::ShowHandouts&) { show({}); }
    void operator()(const action::PrintChosen& print) { AtHandouts{turn}(print); }
    void operator()(const action::Back&) { back(turn); }
    void operator()(const auto&) {}
};

struct AtHeldBack {
    Turn& turn;
    place::HeldBack here;

    void operator()(const action::TurnTo& to) { turn.turn_to(here, to.page); }
    void operator()(const action::ReadWithCare& chosen) {
        if (chosen.handout == here.handout) read_with_care(turn, chosen.handout);
    }
    void operator()(const action::Choose&) {}
    void operator()(const action::PrintChosen&) {}
    void operator()(const auto& other) { AtHandouts{turn}(other); }
};

struct AtReading {
    Turn& turn;
    place::Reading here;

    void operator()(const action::TurnTo& to) { turn.turn_to(here, to.page); }
    void operator()(const action::PrintThis&) { print_handouts(turn, {here.handout.id()}); }
    void operator()(const action::ShowOnPhone&) { show_on_phone(turn, {here.handout.id()}); }
    void operator()(const auto& other) { AtHandouts{turn}(other); }
};

struct AtStaffFirst {
    Turn& turn;

    void operator()(const action::TurnTo& to) { turn.turn_to(place::StaffFirst{}, to.page); }
    void operator()(const auto& other) { AtHandouts{turn}(other); }
};

}  // namespace

void act(Turn& turn, const place::Library& here, const Action& action) {
    std::visit(AtLibrary{turn, here}, action);
}

void act(Turn& turn, const place::Groups& here, const Action& action) {
    std::visit(AtGroups{turn, here}, action);
}

void act(Turn& turn, const place::HeldBack& here, const Action& action) {
    std::visit(AtHeldBack{turn, here}, action);
}

void act(Turn& turn, const place::Reading& here, const Action& action) {
    std::visit(AtReading{turn, here}, action);
}

void act(Turn& turn, const place::StaffFirst&, const Action& action) {
    std::visit(AtStaffFirst{turn}, action);
}

void show_handouts(Turn& turn) {
    auto& visit = turn.visit;
    if (const auto cleared = turn.cleared()) {
        if (return_to<place::Library>(visit)) return;
        visit.trail = way_to_handouts(turn);
        visit.place = place::Library{*cleared, {}, 0};
    } else if (any_always_open(turn)) {
        if (return_to<place::StaffFirst>(visit)) return;
        visit.trail = way_to_handouts(turn);
        visit.place = place::StaffFirst{};
    }
}

void read(Turn& turn, HandoutId id) {
    if (id.index >= turn.topic().handouts.size()) return;
    switch (standing(turn.topic(), turn.visit.answers, turn.visit.release, id)) {
        case Standing::open:
            return open_to_read(turn, id);
        case Standing::ask_first:
        case Standing::withheld:
            return show_why_held_back(turn, id);
        case Standing::after_staff:
        case Standing::expired:
            return;
    }
}

void choose(Turn& turn, HandoutId id) {
    if (id.index >= turn.topic().handouts.size()) return;
    auto& visit = turn.visit;
    if (contains(visit.chosen, id)) {
        std::erase(visit.chosen, id);
        return;
    }
    if (may_print(turn, id))
        visit.chosen.push_back(id);
    else if (turn.open(id))
        show_why_held_back(turn, id);
}

bool may_print(const Turn& turn, HandoutId id) {
    const auto& visit = turn.visit;
    const auto stands = standing(turn.topic(), visit.answers, visit.release, id);
    return stands == Standing::open || (stands == Standing::ask_first && contains(visit.with_care, id));
}

void keep_what_opens(Turn& turn) {
    // Read with care, but because of other answers.
    turn.visit.with_care.clear();
    std::erase_if(turn.visit.chosen, [&](HandoutId id) { return !may_print(turn, id); });
    cancel_what_may_not_print(turn);
}

}  // namespace kiosk::visit
