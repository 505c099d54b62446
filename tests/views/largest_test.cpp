// SPDX-License-Identifier: Apache-2.0
// Who reads large letters is told the same: every sentence of a screen stands on one of its pages at the largest size,
// too. Only pictures and the longer hint of a question give way there.
#include "glass_words.hpp"
#include "shipped_content.hpp"

#include "page/measure.hpp"

#include <cmath>
#include <numbers>
#include <set>
#include <sstream>

namespace {

using namespace kiosk;

/// Every page of a screen as it is laid out.
std::vector<page::Sheet> pages(const content::Content& content, views::Shown shown, Size size,
                               const page::Style& style) {
    std::vector<page::Sheet> all;
    const bool is_panel = !std::holds_alternative<std::monostate>(shown.visit.overlay);
    for (int at = 0, of = 1; at < of; ++at) {
        if (at > 0) shown = views::turned(content, std::move(shown), at);
        all.push_back(page::lay_out(views::compose(content, shown.visit, shown.now).page, size, style));
        if (is_panel) break;  // no page turns under a panel
        of = all.back().pages;
    }
    return all;
}

/// Of a capital, as it is seen from where people stand: 21.5 inches, 600 mm.
double degrees(double type_size, const page::Style& style) {
    const double millimetres_a_px = 546 / std::hypot(1920, 1080), distance = 600;
    const double height = type_size * page::capital_height(style.fonts, false) * millimetres_a_px;
    return std::atan(height / distance) * 180 / std::numbers::pi;
}

/// The patients' screens whose smallest words, but for the dock's labels, are less than 0.7 degrees high.
std::string too_small(const content::Content& content, views::Shown shown, const page::Style& style) {
    if (views::compose(content, shown.visit, shown.now).page.tone == page::Tone::staff) return {};
    shown.visit.look.size = visit::TextSize::largest;
    std::string all;
    for (const Size size : {Size{1080, 1920}, Size{1920, 1080}})
        for (const auto& sheet : pages(content, shown, size, style))
            if (const auto least = page::measure(sheet).letters; degrees(least.value, style) < 0.7)
                all += shown.name + ": " + least.of + '\n';
    return all;
}

/// What may be missing at the largest size; "2 of 3", and its keys: one step may need no second page.
std::set<std::string> may_give_way(const content::Content& content, const views::Shown& shown,
                                   const page::Sheet& sheet) {
    const auto language = shown.visit.look.language;
    // In the header the clinic's name gives way to that of the section.
    std::set<std::string> all{glass::letters(content.clinic.name)};
    for (const char* name : {"page.count", "library.page", "reading.page", "key.previous", "key.next"}) {
        auto words = content.words(name)(language);
        for (const auto& [hole, number] : {std::pair{"{page}", sheet.page + 1}, std::pair{"{pages}", sheet.pages}})
            if (const auto at = words.find(hole); at != std::string::npos)
                words.replace(at, std::string(hole).size(), std::to_string(number));
        all.insert(glass::letters(words));
    }
    if (const auto* asking = std::get_if<visit::place::Asking>(&shown.visit.place)) {
        const auto& question = content[*shown.visit.topic][asking->question];
        if (!question.short_hint.empty()) all.insert(glass::letters(question.hint(language)));
    }
    return all;
}

/// The lines of a screen that stand on none of its pages at the largest size.
std::string lost(const content::Content& content, const views::Shown& shown, Size size, const page::Style& style) {
    auto larger = shown;
    larger.visit.look.size = visit::TextSize::largest;
    std::string there;
    for (const auto& sheet : pages(content, larger, size, style)) {
        std::istringstream lines(page::describe(sheet));
        for (std::string line; std::getline(lines, line);) there += glass::letters(glass::words_of(line)) + '\n';
        for (const auto& target : sheet.targets) there += glass::letters(target.spoken) + '\n';
    }
    std::string missing;
    for (const auto& sheet : pages(content, shown, size, style)) {
        const auto fine = may_give_way(content, shown, sheet);
        std::istringstream lines(page::describe(sheet));
        for (std::string line; std::getline(lines, line);) {
            const auto words = glass::letters(glass::words_of(line));
            if (line.starts_with("(picture: ") || fine.contains(words)) continue;
            if (there.find(words) == std::string::npos) missing += shown.name + ": " + line + '\n';
        }
    }
    return missing;
}

}  // namespace

TEST_CASE("no sentence is lost at the largest size") {
    std::string all;
    for (const auto& shown : views::screens(shipped::content()))
        all += lost(shipped::content(), shown, {1080, 1920}, shipped::style());
    CHECK(all == "");
}

TEST_CASE("every word is large enough at the largest size, and on welcome in every language") {
    const auto& content = shipped::in_all_languages();
    const auto screens = views::screens(content);
    std::string all;
    for (const auto& shown : screens) all += too_small(content, shown, shipped::style());
    auto welcome = screens.front();
    for (std::size_t language = 0; language < content.languages.size(); ++language) {
        welcome.visit.look.language = {language};
        all += too_small(content, welcome, shipped::style());
    }
    CHECK(all == "");
}

TEST_CASE("longest: nor in any language, upright and across, lowered or not" * doctest::skip()) {
    const auto& content = shipped::in_all_languages();
    const auto& style = shipped::style();
    std::string all;
    for (auto shown : views::screens(content))
        for (std::size_t language = 0; language < content.languages.size(); ++language) {
            shown.visit.look.language = {language};
            all += lost(content, shown, {1080, 1920}, style) + lost(content, shown, {1920, 1080}, style);
            auto lowered = shown;
            lowered.visit.look.lowered = true;
            all += lost(content, lowered, {1080, 1920}, style);
        }
    CHECK(all == "");
}
