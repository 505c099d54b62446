// SPDX-License-Identifier: Apache-2.0
#include "views/staff_cards.hpp"

#include "views/glass_blocks.hpp"
#include "views/wording.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kiosk::views::cards {

namespace {

using namespace glass;

constexpr double card_radius = 24, bar_radius = 8;

page::Words small(std::string words, bool strong, Colour colour, page::Align align = page::Align::start) {
    return {.runs = {{std::move(words)}}, .role = Role::smallest, .colour = colour, .align = align, .bold = strong};
}

page::Block line(const Line& of) {
    return {
        page::Row{{{small(of.name, false, Colour::ink_soft)}, {small(of.value, true, Colour::ink, page::Align::end)}},
                  {0, -1},
                  20}};
}

/// Keeps its height on a tight page: bars that shrink each in its own way would lie. Half of it in landscape.
page::Block rigid(double height) {
    return {page::Space{.height = height, .least = height, .landscape = height / 2}};
}

page::Block bar(int value, int most, double height) {
    const double tall = most == 0 ? 0 : 2 * std::round(height / 2 * value / most);
    page::Blocks stack{rigid(height - tall)};
    if (tall > 0)
        stack.push_back(
            {page::Frame{.blocks = {rigid(tall)}, .fill = Colour::petrol, .radius = std::min(bar_radius, tall / 4)}});
    return {page::Frame{.blocks = std::move(stack), .pad_x = 10}};
}

}  // namespace

page::Block lines(const std::vector<Line>& all) {
    page::Column column{.blocks = {}, .gap = 12};
    for (const auto& one : all) column.blocks.push_back(line(one));
    return {std::move(column)};
}

page::Block card(const std::string& icon, const std::string& title, const std::string& beside,
                 const std::vector<Line>& all, page::Blocks more) {
    page::Row head{{{page::Icon{.name = icon, .size = 44}},
                    heading(title, Role::card_title, page::Tag::heading2),
                    {small(beside, false, Colour::ink_soft, page::Align::end)}},
                   {44, 0, -1},
                   20};
    head.across = page::Align::centre;
    page::Blocks blocks{{std::move(head)}, page::space(12)};
    if (!all.empty()) blocks.push_back(lines(all));
    add(blocks, std::move(more));
    return {page::Frame{.blocks = std::move(blocks),
                        .pad_x = 26,
                        .pad_y = 20,
                        .fill = Colour::white,
                        .edge = Colour::card_line,
                        .border = 2,
                        .radius = card_radius}};
}

page::Block banner(bool is_fine, const std::string& title, const std::string& line) {
    page::Row inside{{{page::Icon{.name = is_fine ? "tick" : "warn",
                                  .size = 48,
                                  .colour = Colour::on_primary,
                                  .disc = 88,
                                  .disc_colour = is_fine ? Colour::petrol : Colour::ink}},
                      column({{page::Words{.runs = {{title}}, .role = Role::card_title, .tag = page::Tag::heading1}},
                              text(line, Role::smallest, Colour::ink)},
                             4)},
                     {88, -1},
                     28};
    inside.across = page::Align::centre;
    return {page::Frame{.blocks = {{std::move(inside)}},
                        .pad_x = 28,
                        .pad_y = 14,
                        .fill = is_fine ? Colour::mist : Colour::sand,
                        .radius = card_radius}};
}

page::Block columns(const std::vector<int>& values, const std::vector<std::string>& labels, double height) {
    const int most = values.empty() ? 0 : *std::max_element(values.begin(), values.end());
    page::Blocks all;
    for (std::size_t i = 0; i < values.size() && i < labels.size(); ++i)
        all.push_back(column(
            {bar(values[i], most, height), {small(labels[i], false, Colour::ink_soft, page::Align::centre)}}, 6));
    const std::vector<double> shares(all.size(), -1.0);
    return {page::Row{std::move(all), shares, 0}};
}

std::string test_call(const Sketch& sketch) {
    using visit::CallState;
    const auto& call = sketch.visit.test_call;
    if (!call || call->state == CallState::no_desk) return {};
    const auto after = [&](const std::string& name, Instant at) {
        return sketch.say(name, {{"seconds", in_seconds(at - call->raised_at)}});
    };
    if (call->answered_at) return after("desk.glass.call-answered", *call->answered_at);
    if (call->state == CallState::calling) return sketch.say("desk.glass.call-sent");
    if (call->state == CallState::shown) return after("desk.glass.call-shown", *call->shown_at);
    return sketch.say(call->shown_at ? "desk.glass.call-not-answered" : "desk.glass.call-not-shown");
}

std::string test_page(const Sketch& sketch) {
    using visit::PrintStage;
    const auto& job = sketch.visit.job;
    if (!job || !std::holds_alternative<visit::TestPageOrder>(job->order.what)) return {};
    if (job->stage == PrintStage::printed) return sketch.say("desk.page-printed");
    if (job->stage == PrintStage::saved) return sketch.say("desk.page-saved");
    if (visit::is_over(*job) || job->stage == PrintStage::unknown) return sketch.say("desk.page-not-printed");
    return sketch.say(visit::is_held_up(*job) ? "desk.page-waits" : "desk.page-sent");
}

}  // namespace kiosk::views::cards
