// SPDX-License-Identifier: Apache-2.0
#include "samples.hpp"
#include "style_for_tests.hpp"

#include <doctest/doctest.h>

namespace kiosk::page {
namespace {

/// Left half black lines' colour, right half white.
constexpr const char* halves =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 480 360\"><rect width=\"240\" height=\"360\" "
    "fill=\"#15292E\"/>"
    "<rect x=\"240\" width=\"240\" height=\"360\" fill=\"#FFFFFF\"/></svg>";

Sheet with_picture(const Style& style, Palette palette, bool right_to_left = false) {
    Page page = an_empty_page();
    page.palette = palette;
    page.right_to_left = right_to_left;
    Picture picture{"halves", "Two halves"};
    picture.width = 400;
    page.sheet = {{picture}};
    page.access.clear();
    page.access_place.clear();
    page.help.clear();
    return lay_out(page, portrait, style);
}

std::uint32_t pixel(const Sheet& sheet, const Style& style, int x, int y) {
    Pixels pixels;
    paint(sheet, style, pixels);
    return pixels.bgra[static_cast<std::size_t>(y * pixels.width + x)] & 0xFFFFFFu;
}

}  // namespace

TEST_CASE("a picture's colours are swapped all at once: black and white change places") {
    const Pictures pictures(std::map<std::string, std::string>{{"halves", halves}});
    const Style style{theme_for_tests(), style_for_tests().fonts, pictures};
    struct Line {
        const char* name;
        Palette palette;
        std::uint32_t left, right;
    };
    const Line table[] = {{"as drawn", Palette::normal, 0x15292E, 0xFFFFFF},
                          {"high contrast", Palette::high_contrast, 0xFFFFFF, 0x000000},
                          {"paper", Palette::paper, 0x000000, 0xFFFFFF}};
    for (const Line& line : table) {
        CAPTURE(line.name);
        const Sheet sheet = with_picture(style, line.palette);
        CHECK(pixel(sheet, style, 64 + 100, 792 + 150) == line.left);
        CHECK(pixel(sheet, style, 64 + 300, 792 + 150) == line.right);
    }
}

TEST_CASE("a picture is not mirrored with its page: left and right of a body mean something") {
    const Pictures pictures(std::map<std::string, std::string>{{"halves", halves}});
    const Style style{theme_for_tests(), style_for_tests().fonts, pictures};
    const Sheet sheet = with_picture(style, Palette::normal, true);
    CHECK(place_of(sheet, "(picture: Two halves)") == "616,792 400x300");
    CHECK(pixel(sheet, style, 616 + 100, 792 + 150) == 0x15292E);
    CHECK(pixel(sheet, style, 616 + 300, 792 + 150) == 0xFFFFFF);
}

TEST_CASE("icons that point along the line of reading turn with the page, others do not") {
    constexpr const char* left_bar =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\"><rect width=\"24\" height=\"48\" "
        "fill=\"#15292E\"/></svg>";
    const Pictures pictures(std::map<std::string, std::string>{{"icons/back", left_bar}, {"icons/clock", left_bar}});
    const Style style{theme_for_tests(), style_for_tests().fonts, pictures};
    for (const bool right_to_left : {false, true}) {
        CAPTURE(right_to_left);
        Page page = an_empty_page();
        page.access.clear();
        page.access_place.clear();
        page.help.clear();
        page.right_to_left = right_to_left;
        page.sheet = {{Icon{"back", 100}}, {Icon{"clock", 100}}};
        const Sheet sheet = lay_out(page, portrait, style);
        const int left = right_to_left ? 916 : 64;
        CHECK((pixel(sheet, style, left + 25, 792 + 50) == 0x15292E) == !right_to_left);
        CHECK((pixel(sheet, style, left + 75, 792 + 50) == 0x15292E) == right_to_left);
        CHECK(pixel(sheet, style, left + 25, 892 + 50) == 0x15292E);
    }
}

TEST_CASE("what is no drawing leaves its place empty and is reported by nobody here") {
    const Pictures pictures(std::map<std::string, std::string>{{"halves", "this is no SVG"}});
    const Style style{theme_for_tests(), style_for_tests().fonts, pictures};
    const Sheet sheet = with_picture(style, Palette::normal);
    CHECK(pixel(sheet, style, 64 + 100, 792 + 150) == 0xFFFFFF);
}

TEST_CASE("painting again, into the same buffer, gives the same pixels; a PNG holds them") {
    const Sheet sheet = lay_out(question_page(), portrait, style_for_tests());
    Pixels once, again;
    paint(sheet, style_for_tests(), once);
    paint(lay_out(arabic_page(), portrait, style_for_tests()), style_for_tests(), again);
    paint(sheet, style_for_tests(), again);
    CHECK(once == again);
    const std::string file = png(once);
    CHECK(file.substr(1, 3) == "PNG");
    CHECK(file.size() > 20000);
}

}  // namespace kiosk::page
