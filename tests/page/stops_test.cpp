// SPDX-License-Identifier: Apache-2.0
// Where a keypad stops: order, words, state, place; and the ring.
#include "page/stops.hpp"

#include "samples.hpp"
#include "style_for_tests.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace kiosk::page {
namespace {

std::string line_of(const Stop& stop) {
    std::string line = stop.is_title ? "title:" : stop.kind == Stop::Kind::text ? "text:" : "key:";
    for (const Said& said : stop.words)
        line += (said.is_picture ? " (" : " ") + said.text + (said.is_picture ? ")" : "");
    if (stop.ticked) line += *stop.ticked ? " [ticked]" : " [not ticked]";
    if (stop.selected) line += " [selected]";
    if (stop.disabled) line += " [disabled]";
    return line;
}

std::vector<std::string> lines_of(const Page& page, Size size = portrait) {
    std::vector<std::string> lines;
    for (const Stop& stop : stops(lay_out(page, size, style_for_tests()))) lines.push_back(line_of(stop));
    return lines;
}

using Lines = std::vector<std::string>;

Page with_panel(Page page) {
    page.panel = OverPanel{};
    page.panel->blocks = {a_text("Why do we ask?", Role::panel_title, Tag::heading1),
                          a_text("Because."),
                          {a_key(KeyKind::primary, "Back to the question")}};
    return page;
}

}  // namespace

TEST_CASE("title, texts, keys from top to bottom, help, access") {
    const Lines expected = {"title: Question 3 of 9 Do your arms or legs feel weak or numb? (Rings on hands and knees)",
                            "text: Numb means you feel less than normal. You may drop things, or trip.",
                            "key: Yes",
                            "key: No",
                            "key: I’m not sure",
                            "key: Back",
                            "key: Why do we ask?",
                            "key: I need help now",
                            "key: Text size",
                            "key: Contrast",
                            "key: Listen",
                            "key: Language",
                            "key: Lower screen"};
    CHECK(lines_of(question_page()) == expected);
}

TEST_CASE("a panel's own stops, then the dock that stays live") {
    const Lines expected = {"title: Why do we ask?", "text: Because.", "key: Back to the question",
                            "key: I need help now",  "key: Text size", "key: Contrast",
                            "key: Listen",           "key: Language",  "key: Lower screen"};
    CHECK(lines_of(with_panel(question_page())) == expected);
}

TEST_CASE("the order is that of reading, in landscape and from right to left too") {
    const auto upright = lines_of(question_page());
    auto mirrored = question_page();
    mirrored.right_to_left = true;
    CHECK(lines_of(mirrored) == upright);
    const auto wide = lines_of(question_page(), landscape);
    CHECK(std::equal(wide.begin(), wide.end(), upright.begin(), upright.begin() + static_cast<long>(wide.size())));
    const auto left = stops(lay_out(question_page(), portrait, style_for_tests()));
    const auto right = stops(lay_out(mirrored, portrait, style_for_tests()));
    REQUIRE(left.size() == right.size());
    for (std::size_t i = 0; i < left.size(); ++i) {
        CAPTURE(i);
        CHECK(right[i].box.right() == doctest::Approx(1080 - left[i].box.x).epsilon(0.001));
    }
}

TEST_CASE("the state of a key") {
    auto row = a_key(KeyKind::check_row, "Fever");
    auto ticked = row, chosen = a_key(KeyKind::choice, "Large"), off = a_key(KeyKind::secondary, "Previous");
    ticked.ticked = true;
    chosen.ticked = true;
    off.state = KeyState::disabled;
    auto language = a_key(KeyKind::language, "Español");
    language.hint = "Toque para empezar";
    language.language = "es";
    auto page = an_empty_page();
    page.sheet = {{row}, {ticked}, {chosen}, {off}, {language}};
    page.help.clear();
    page.access.clear();
    CHECK(lines_of(page) == Lines{"key: Fever [not ticked]", "key: Fever [ticked]", "key: Large [selected]",
                                  "key: Previous [disabled]", "key: Español Toque para empezar"});
    const auto all = stops(lay_out(page, portrait, style_for_tests()));
    CHECK(all.back().words.front().language == "es");
}

TEST_CASE("a page turner at its end is a stop that does nothing, with the meaning it would have") {
    const auto first = stops(lay_out(paged_page(40, 0), portrait, style_for_tests()));
    const auto off = std::find_if(first.begin(), first.end(), [](const Stop& stop) { return stop.disabled; });
    REQUIRE(off != first.end());
    CHECK(off->words.front().text == "Previous");
    CHECK(off->key >= 0);
}

TEST_CASE("texts that follow each other are one stop; a ring around them never cuts a key") {
    auto page = an_empty_page();
    page.sheet = {
        a_text("One."), a_text("Two."),   {a_key(KeyKind::secondary, "Read")},
        space(24),      a_text("Three."), {Row{{a_text("Four."), {a_key(KeyKind::secondary, "Choose")}}, {300, -1}}}};
    page.help.clear();
    page.access.clear();
    CHECK(lines_of(page) == Lines{"text: One. Two.", "text: Three. Four.", "key: Read", "key: Choose"});
    page.sheet = {a_text("A long line above, over all the width there is."),
                  {Row{{a_text("Four."), {a_key(KeyKind::secondary, "Choose")}}, {300, -1}, 24, Align::centre}}};
    const auto all = stops(lay_out(page, portrait, style_for_tests()));
    for (const Stop& text : all)
        for (const Stop& key : all)
            if (text.kind == Stop::Kind::text && key.kind == Stop::Kind::key) CHECK_FALSE(text.box.overlaps(key.box));
    CHECK(all.size() == 3);
}

TEST_CASE("boxes are in px of the surface") {
    const auto design = stops(lay_out(question_page(), portrait, style_for_tests()));
    const auto half = stops(lay_out(question_page(), {540, 960}, style_for_tests()));
    REQUIRE(design.size() == half.size());
    for (std::size_t i = 0; i < half.size(); ++i) CHECK(half[i].box.x == doctest::Approx(design[i].box.x / 2));
    const auto sheet = lay_out(question_page(), {540, 960}, style_for_tests());
    for (const Target& target : sheet.targets)
        CHECK(std::any_of(half.begin(), half.end(), [&](const Stop& stop) { return stop.box == target.touch; }));
}

TEST_CASE("the ring: around keys and texts, in both colour sets, in front of what is under it") {
    for (const auto palette : {Palette::normal, Palette::high_contrast}) {
        auto page = question_page();
        page.palette = palette;
        const auto sheet = lay_out(page, portrait, style_for_tests());
        const auto& colours = theme_for_tests().colours(palette);
        for (const Stop& stop : stops(sheet)) {
            CAPTURE(line_of(stop));
            Pixels pixels;
            paint(ringed(sheet, stop), style_for_tests(), pixels);
            const auto at = [&](double x, double y) {
                return pixels.bgra[static_cast<std::size_t>(static_cast<int>(y) * pixels.width + static_cast<int>(x))] &
                       0xFFFFFFu;
            };
            const double middle = stop.box.y + stop.box.height / 2;
            CHECK(at(stop.box.x - 3, middle) == colours[static_cast<std::size_t>(Colour::focus_inner)]);
            CHECK(at(stop.box.x - 10, middle) == colours[static_cast<std::size_t>(Colour::focus_outer)]);
        }
    }
}

TEST_CASE("what stands in the ring is described so, and the rest of the sheet stays as it was") {
    const auto sheet = lay_out(question_page(), portrait, style_for_tests());
    const auto all = stops(sheet);
    const auto with = ringed(sheet, all[2]);
    CHECK(describe(with).find("\n> [Yes]\n") != std::string::npos);
    CHECK(with.targets == sheet.targets);
    CHECK(stops(with) == all);
}

}  // namespace kiosk::page
