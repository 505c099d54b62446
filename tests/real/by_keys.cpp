// SPDX-License-Identifier: Apache-2.0
#include "by_keys.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace kiosk::test {

namespace action = kiosk::visit::action;

void ByKeys::choose_on_some_page(const visit::Action& meant) const {
    constexpr int most_pages = 12;
    for (int page = 1; player.key(meant) == nullptr && page < most_pages; ++page) choose(action::TurnTo{page});
    choose(meant);
}

void ByKeys::to_first_question() const {
    fine(room, player.see());
    choose(action::ChooseLanguage{});
    choose(action::StartQuestions{});
    choose(action::ChooseWho{visit::Who::me});
}

void ByKeys::answer_no() const {
    while (const auto* asking = std::get_if<visit::place::Asking>(&player.visit().place))
        choose_on_some_page(app::touch_for_no(shipped()[{0}][asking->question], *asking));
    REQUIRE(std::holds_alternative<visit::place::Library>(player.visit().place));
}

content::HandoutId ByKeys::read_a_handout() const {
    const auto& handouts = shipped()[{0}].handouts;
    const auto open = std::find_if(handouts.begin(), handouts.end(), [](const auto& h) { return !h.always_open; });
    const content::HandoutId id{static_cast<std::size_t>(open - handouts.begin())};
    choose_on_some_page(action::Read{id});
    return id;
}

ByKeys by_sight(const Room& room, play::Player& player) {
    return {room, player, [&](const visit::Action& meant) {
                fine(room, player.go_to(meant));
                fine(room, player.press(app::KeypadKey::ok));
            }};
}

}  // namespace kiosk::test
