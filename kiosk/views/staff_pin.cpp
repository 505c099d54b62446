// SPDX-License-Identifier: Apache-2.0
// 13a: the PIN of staff. Patients come here too, and must find the way back.
#include "views/glass_blocks.hpp"
#include "views/screens.hpp"
#include "views/wording.hpp"

#include <utility>

namespace kiosk::views {

namespace {

using namespace glass;
using visit::PinSays, visit::StaffWant;

constexpr int digits = 6;
constexpr double key_height = 138, row_gap = 26, number_size = 64;

page::Block dots(std::size_t typed) {
    page::Blocks row;
    for (int i = 0; i < digits; ++i) {
        const bool filled = i < static_cast<int>(typed);
        row.push_back({page::Frame{.fill = filled ? Colour::petrol : Colour::white,
                                   .edge = Colour::petrol,
                                   .border = 4,
                                   .radius = 24,
                                   .least_height = 48}});
    }
    row.push_back(page::space(0));
    return {page::Row{std::move(row), {48, 48, 48, 48, 48, 48, -1}, 24}};
}

std::string says(const Sketch& sketch, const visit::place::StaffPin& at) {
    const auto seconds = std::to_string(whole_seconds(at.wait));
    switch (at.says) {
        case PinSays::nothing:
            break;
        case PinSays::checking:
            return sketch.say("pin.checking");
        case PinSays::wrong:
            return at.wait > Duration{0} ? sketch.say("pin.wait", {{"seconds", seconds}}) : sketch.say("pin.wrong");
        case PinSays::too_soon:
            return sketch.say("pin.wait", {{"seconds", seconds}});
    }
    return {};
}

page::Key number_key(Sketch& sketch, page::KeyKind kind, std::string label, std::string icon, visit::Action action) {
    auto key = sketch.key(kind, std::move(label), std::move(icon), std::move(action));
    key.height = key_height;
    key.landscape_height = 104;
    key.label_size = number_size;
    return key;
}

/// Its icon alone says what it does; aloud it has a name.
page::Key icon_key(Sketch& sketch, page::KeyKind kind, const std::string& name, std::string icon,
                   visit::Action action) {
    auto key = number_key(sketch, kind, {}, std::move(icon), std::move(action));
    key.spoken = sketch.say(name);
    return key;
}

page::Blocks pad(Sketch& sketch, std::size_t typed) {
    using page::KeyKind;
    const auto digit = [&](int number) {
        const visit::action::Digit meaning{number, static_cast<int>(typed)};
        return page::Block{number_key(sketch, KeyKind::answer, std::to_string(number), "", meaning)};
    };
    page::Blocks rows;
    for (int first = 1; first < digits + 4; first += 3)
        rows.push_back(row({digit(first), digit(first + 1), digit(first + 2)}, {-1, -1, -1}, 20));
    rows.push_back(row({{icon_key(sketch, KeyKind::secondary, "pin.delete", "backspace", visit::action::DeleteDigit{})},
                        digit(0),
                        {icon_key(sketch, KeyKind::primary, "pin.enter", "tick", visit::action::EnterPin{})}},
                       {-1, -1, -1}, 20));
    return stacked(std::move(rows), row_gap, least_gap);
}

}  // namespace

void staff_pin(Sketch& sketch, const visit::place::StaffPin& at) {
    auto& page = sketch.page();
    const bool to_start = at.want == StaffWant::status;
    const auto back = sketch.say(to_start ? "pin.back-to-start" : "key.back");
    page.title = sketch.say("pin.title");
    page.section = sketch.say("pin.section");
    page.read = {gap(76, 24), {page::Icon{.name = "lock", .size = 88}},
                 gap(16),     heading(page.title, Role::title),
                 gap(12),     runs(stressed(sketch.say("pin.patients"), {{"key", back}}), Role::body),
                 gap(44, 28), dots(at.digits.size())};
    if (const auto words = says(sketch, at); !words.empty()) add(page.read, {gap(20), bold(words, Role::body)});
    page.read.push_back(gap(16, 8));
    page.sheet_top = 712;
    page.sheet = pad(sketch, at.digits.size());
    page.sheet.push_back(gap(44, 28));
    auto away = sketch.key(page::KeyKind::secondary, back, to_start ? "home" : "back", visit::action::Back{});
    away.height = 112;
    away.label_size = 38;
    page.sheet.push_back({std::move(away)});
}

}  // namespace kiosk::views
