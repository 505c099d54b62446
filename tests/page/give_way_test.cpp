// SPDX-License-Identifier: Apache-2.0
// What a page gives up where it does not fit, in its order, and that one which fits gives up nothing.
#include "page/marks.hpp"
#include "samples.hpp"
#include "style_for_tests.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

namespace kiosk::page {
namespace {

constexpr const char* title = "Safety check for your back";

/// A title, so many lines of text and, in the sheet, one key.
Page asking(int lines, double text_scale) {
    Page page = an_empty_page();
    page.text_scale = text_scale;
    page.read = {a_text(title, Role::title, Tag::heading1)};
    for (int i = 0; i < lines; ++i) page.read.push_back(a_text("A line of text to read.", Role::body));
    page.sheet = {{a_key(KeyKind::answer, "Yes", "tick")}};
    return page;
}

/// The size of the letters of the text that begins so.
double size_of(const Sheet& sheet, const std::string& text) {
    for (const Mark& mark : sheet.marks->marks) {
        const auto* letters = std::get_if<Letters>(&mark);
        if (letters && letters->text->text.rfind(text, 0) == 0) return letters->text->type.size;
    }
    FAIL("not on the sheet: ", text);
    return 0;
}

double body_size(const Sheet& sheet) {
    return size_of(sheet, "A line of text");
}

/// The first count of lines at which this holds; so many are always too many for a page.
template <typename Holds>
std::optional<int> first_count(double text_scale, Size size, Holds holds) {
    for (int lines = 1; lines < 30; ++lines)
        if (holds(lay_out(asking(lines, text_scale), size, style_for_tests()))) return lines;
    return {};
}

}  // namespace

TEST_CASE("titles give way only where a page would not fit, and before any other letters") {
    const Theme& theme = theme_for_tests();
    for (const Size size : {portrait, landscape}) {
        CAPTURE(size.width);
        const bool wide = size.width > size.height;
        const Sheet fits = lay_out(asking(1, theme.largest), size, style_for_tests());
        const double largest_title = size_of(fits, title), largest_body = body_size(fits);
        CHECK(largest_title > 1.3 * theme.type(Role::title, wide).size);
        const auto gave = [&](const Sheet& sheet) { return size_of(sheet, title) < largest_title; };
        const auto count = first_count(theme.largest, size, gave);
        REQUIRE(count);
        for (int lines = 1; lines < *count; ++lines) {
            const Sheet sheet = lay_out(asking(lines, theme.largest), size, style_for_tests());
            CHECK(size_of(sheet, title) == largest_title);
            CHECK(body_size(sheet) == largest_body);
        }
        const Sheet sheet = lay_out(asking(*count, theme.largest), size, style_for_tests());
        CHECK(joined(misfits_of(sheet)) == "");
        CHECK(body_size(sheet) == largest_body);
    }
}

TEST_CASE("nothing is ever smaller than the design has it, and smaller letters are said to be so") {
    const Theme& theme = theme_for_tests();
    for (const Size size : {portrait, landscape}) {
        const bool wide = size.width > size.height;
        for (const double scale : {1.0, theme.large, theme.largest}) {
            CAPTURE(size.width);
            CAPTURE(scale);
            const double asked = body_size(lay_out(asking(1, scale), size, style_for_tests()));
            for (int lines = 1; lines < 30; ++lines) {
                const Sheet sheet = lay_out(asking(lines, scale), size, style_for_tests());
                CHECK(size_of(sheet, title) >= theme.type(Role::title, wide).size);
                CHECK(body_size(sheet) >= theme.type(Role::body, wide).size);
                if (body_size(sheet) < asked) CHECK(joined(misfits_of(sheet)) != "");
            }
        }
    }
}

TEST_CASE("in landscape the sheet begins elsewhere only where the page needs it") {
    const auto x_of_key = [](const Sheet& sheet) {
        const auto yes = std::find_if(sheet.targets.begin(), sheet.targets.end(),
                                      [](const Target& target) { return target.label.rfind("Yes", 0) == 0; });
        REQUIRE(yes != sheet.targets.end());
        return yes->touch.x;
    };
    const Page page = asking(3, 1);
    const Sheet plain = lay_out(page, landscape, style_for_tests());
    CHECK(joined(misfits_of(plain)) == "");
    CHECK(x_of_key(plain) == page.landscape_read + page.landscape_pad);
    const auto with_word = [&](int letters) {
        Page wordy = page;
        wordy.read.push_back(a_text(std::string(static_cast<std::size_t>(letters), 'm'), Role::body));
        return lay_out(wordy, landscape, style_for_tests());
    };
    int moved = 0;
    for (int letters = 5; letters < 40; ++letters) {  // of a word that may be wider than the zone it stands in
        const Sheet sheet = with_word(letters);
        const bool elsewhere = x_of_key(sheet) != x_of_key(plain);
        CHECK(x_of_key(sheet) >= x_of_key(plain));
        if (!elsewhere) continue;
        ++moved;
        CHECK(joined(misfits_of(sheet)) == "");
        CHECK(size_of(sheet, title) == size_of(plain, title));
    }
    CHECK(moved > 0);
}

TEST_CASE("in normal letters the keys stand still while a text is turned") {
    const Style& style = style_for_tests();
    for (const Size size : {portrait, landscape}) {
        const Sheet first = lay_out(paged_page(14, 0), size, style);
        REQUIRE(first.pages >= 3);
        const auto same_key = [](const Target& key, const Sheet& sheet) {
            const auto found = std::find_if(sheet.targets.begin(), sheet.targets.end(),
                                            [&](const Target& other) { return other.label == key.label; });
            return found == sheet.targets.end() ? Box{} : found->touch;
        };
        for (int page = 1; page < first.pages; ++page) {
            const Sheet sheet = lay_out(paged_page(14, page), size, style);
            int looked_at = 0;
            for (const Target& key : first.targets) {
                const bool beside_another = key.label == "Back" && page + 1 == first.pages;
                if (key.label.rfind("Choice", 0) == 0 || beside_another) continue;
                const Box there = same_key(key, sheet);
                if (there == Box{}) continue;  // only on the first page
                CHECK_MESSAGE(there == key.touch, key.label, " on page ", page + 1);
                ++looked_at;
            }
            CHECK(looked_at >= 5);  // the dock's
        }
    }
}

}  // namespace kiosk::page
