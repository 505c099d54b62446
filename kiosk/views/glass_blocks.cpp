// SPDX-License-Identifier: Apache-2.0
#include "views/glass_blocks.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::views::glass {
namespace {

constexpr double fact_disc = 72, fact_icon = 40, fact_gap = 28, flag_disc = 64, flag_icon = 36, row_radius = 20;
constexpr double previous_width = 256, highest_sheet = 400;

page::Block disc_row(page::Icon icon, page::Block words) {
    const double disc = icon.disc;
    page::Row row{{{std::move(icon)}, std::move(words)}, {disc, -1}, fact_gap};
    row.across = page::Align::centre;
    return {std::move(row)};
}

page::Block turn_key(Sketch& sketch, int page, int to, double height, double landscape_height) {
    const bool back = to < 0;
    auto key = sketch.key(page::KeyKind::secondary, sketch.say(back ? "key.previous" : "key.next"),
                          back ? "back" : "next", visit::action::TurnTo{std::max(0, page + to)});
    key.icon_after = !back;
    key.height = height;
    key.landscape_height = landscape_height;
    return {page::TurnKey{std::move(key), to}};
}

}  // namespace

page::Block text(std::string words, Role role, Colour colour) {
    return runs({{std::move(words)}}, role, colour);
}

page::Block bold(std::string words, Role role, Colour colour) {
    return runs({{std::move(words), true}}, role, colour);
}

page::Block heading(std::string words, Role role, page::Tag tag) {
    return {page::Words{.runs = {{std::move(words)}}, .role = role, .tag = tag}};
}

page::Block runs(std::vector<page::Run> parts, Role role, Colour colour) {
    return {page::Words{.runs = std::move(parts), .role = role, .colour = colour}};
}

page::Block centred(page::Words words) {
    words.align = page::Align::centre;
    return {std::move(words)};
}

std::vector<page::Run> stressed(const std::string& text, std::initializer_list<Filling> fillings, Colour colour) {
    std::vector<page::Run> parts{{""}};
    for (std::size_t at = 0; at < text.size();) {
        const auto close = text[at] == '{' ? text.find('}', at) : std::string::npos;
        const auto name = close == std::string::npos ? std::string{} : text.substr(at + 1, close - at - 1);
        const auto* filling =
            std::find_if(fillings.begin(), fillings.end(), [&](const auto& f) { return f.name == name; });
        if (close == std::string::npos || filling == fillings.end()) {
            parts.back().text += text[at++];
            continue;
        }
        parts.push_back({std::string(filling->value), true, colour});
        parts.push_back({""});
        at = close + 1;
    }
    std::erase_if(parts, [](const auto& run) { return run.text.empty(); });
    return parts;
}

page::Block gap(double portrait, double landscape) {
    return {
        page::Space{.height = portrait, .least = std::min({portrait, landscape, least_gap}), .landscape = landscape}};
}

page::Block gap(double height) {
    return {page::Space{.height = height, .least = std::min(height, least_gap)}};
}

page::Block rest(double least) {
    return {page::Space{.height = least, .grow = 1, .least = std::min(least, least_gap)}};
}

page::Block only(page::Shape shape, page::Blocks blocks) {
    return {page::OnlyIn{shape, std::move(blocks)}};
}

page::Block row(page::Blocks blocks, std::vector<double> widths, double gap) {
    return {page::Row{std::move(blocks), std::move(widths), gap}};
}

page::Block column(page::Blocks blocks, double gap) {
    return {page::Column{std::move(blocks), gap}};
}

page::Blocks stacked(page::Blocks blocks, double portrait_gap, double landscape_gap) {
    page::Blocks all;
    for (auto& block : blocks) {
        if (!all.empty()) all.push_back(gap(portrait_gap, landscape_gap));
        all.push_back(std::move(block));
    }
    return all;
}

void add(page::Blocks& to, page::Blocks more) {
    for (auto& block : more) to.push_back(std::move(block));
}

page::Block fact(const std::string& icon, std::vector<page::Run> words) {
    return disc_row({.name = icon, .size = fact_icon, .colour = Colour::petrol, .disc = fact_disc},
                    runs(std::move(words), Role::fact));
}

page::Block fact(const std::string& icon, std::string words) {
    return fact(icon, std::vector<page::Run>{{std::move(words)}});
}

page::Block red_fact(const std::string& icon, std::string words) {
    return disc_row({.name = icon,
                     .size = fact_icon,
                     .colour = Colour::red_dark,
                     .disc = fact_disc,
                     .disc_colour = Colour::red_mist},
                    text(std::move(words), Role::fact));
}

page::Block flag(std::string words, std::string under) {
    page::Blocks lines{bold(std::move(words), Role::row)};
    if (!under.empty()) lines.push_back(bold(std::move(under), Role::smallest, Colour::ink_soft));
    return flag(std::move(lines));
}

page::Block flag(page::Blocks lines) {
    return band(Colour::amber_mist,
                {.name = "flag",
                 .size = flag_icon,
                 .colour = Colour::on_amber,
                 .disc = flag_disc,
                 .disc_colour = Colour::amber},
                column(std::move(lines)));
}

page::Block band(Colour fill, page::Icon icon, page::Block words, double least_height) {
    return {page::Frame{.blocks = {disc_row(std::move(icon), std::move(words))},
                        .pad_x = 28,
                        .pad_y = 12,
                        .fill = fill,
                        .radius = row_radius,
                        .least_height = least_height,
                        .centred = true}};
}

void let_sheet_rise(Sketch& sketch) {
    if (sketch.has_large_text()) sketch.page().sheet_top = highest_sheet;
}

void pad_sheet(Sketch& sketch, double portrait, double landscape) {
    sketch.page().sheet_pad = portrait;
    sketch.page().landscape_sheet_pad = landscape;
}

void picture_over_cards(Sketch& sketch, const content::Picture& picture) {
    auto& page = sketch.page();
    page.hint_width = 540;
    page.landscape_hint_width = 640;
    page.picture = page::ReadPicture{.name = picture.name,
                                     .alt = sketch.in(picture.alt),
                                     .size = {427, 320},
                                     .landscape_size = {499, 374},
                                     .from_end = 53,
                                     .landscape_from_end = 69,
                                     .circle = 250};
}

page::ReadPicture front_desk(const Sketch& sketch) {
    return {.name = "front-desk",
            .alt = sketch.say("staff.picture"),
            .size = {440, 330},
            .landscape_size = {424, 318},
            .from_end = 28,
            .circle = 242};
}

page::Blocks titled(std::string title, page::Block line) {
    return {heading(std::move(title), Role::title), gap(32, 24), std::move(line)};
}

page::Block back_key(Sketch& sketch, double height, double landscape_height) {
    auto key = sketch.key(page::KeyKind::secondary, sketch.say("key.back"), "back", visit::action::Back{});
    key.height = height;
    key.landscape_height = landscape_height;
    return {std::move(key)};
}

page::Block previous_key(Sketch& sketch, int page, double height, double landscape_height) {
    return turn_key(sketch, page, -1, height, landscape_height);
}

page::Block next_key(Sketch& sketch, int page, double height, double landscape_height) {
    return turn_key(sketch, page, 1, height, landscape_height);
}

page::Block page_row(Sketch& sketch, int page, const std::string& count_name, bool with_dots, double height) {
    page::PageCount count{.words = sketch.content.words(count_name)(sketch.language()), .dots = with_dots};
    page::Row keys{
        {previous_key(sketch, page, height, height), {std::move(count)}, next_key(sketch, page, height, height)},
        {previous_width, -1, previous_width}};
    keys.across = page::Align::centre;
    return {page::IfPaged{{{std::move(keys)}}}};
}

page::Block panel_title(const std::string& icon, std::string title) {
    return disc_row({.name = icon, .size = 48, .colour = Colour::petrol, .disc = 88},
                    heading(std::move(title), Role::panel_title));
}

}  // namespace kiosk::views::glass
