// SPDX-License-Identifier: Apache-2.0
// Paper: sheets by size and margins, nothing split, numbers on every page.
#include "samples.hpp"
#include "style_for_tests.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <sstream>

namespace kiosk::page {
namespace {

constexpr Size letter{612, 792}, a4{595.276, 841.89};

int count(const std::string& text, const std::string& what) {
    int found = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("text stands within the margins: 180 mm wide on Letter, 174 mm on A4") {
    struct Line {
        const char* name;
        Size paper;
        double width;
    };
    const Line table[] = {{"Letter", letter, 612 - 2 * 17.8 * 72 / 25.4}, {"A4", a4, 595.276 - 2 * 17.8 * 72 / 25.4}};
    for (const Line& line : table) {
        CAPTURE(line.name);
        Document document = a_handout(2);
        document.paper = line.paper;
        const auto sheets = lay_out(document, style_for_tests());
        const std::string place = place_of(sheets.front(), "= Chin tuck");
        std::istringstream numbers(place);
        double x = 0, y = 0, width = 0, height = 0;
        char between = 0;
        numbers >> x >> between >> y >> width >> between >> height;
        CHECK(x == 50);
        CHECK(width == std::lround(line.width));
        CHECK(height == 36);
    }
}

TEST_CASE("no exercise is split, every page has its number, the header comes again") {
    const auto sheets = lay_out(a_handout(7), style_for_tests());
    REQUIRE(sheets.size() == 3);
    std::string all;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        CAPTURE(i);
        const std::string text = describe(sheets[i]);
        all += text;
        CHECK(sheets[i].page == static_cast<int>(i));
        CHECK(sheets[i].pages == 3);
        CHECK(joined(misfits_of(sheets[i])) == "");
        CHECK(text.find("Page " + std::to_string(i + 1) + " of 3\n") != std::string::npos);
        CHECK(text.find("Riverside Clinic\n") == 0);
        CHECK(text.find("Version 2026.11\n") != std::string::npos);
        // As many pictures as first and last steps: an exercise is whole.
        CHECK(count(text, "(picture: Chin") == count(text, "- Sit tall."));
        CHECK(count(text, "(picture: Chin") == count(text, "- Hold for 5 seconds."));
        CHECK(count(text, "== Stop if") == count(text, "- you feel dizzy"));
    }
    CHECK(count(all, "(picture: Chin") == 7);
    CHECK(count(all, "== Stop if") == 1);
}

TEST_CASE("the header stands on the first page alone where a document asks for that") {
    Document document = a_handout(7);
    document.repeat_header = false;
    const auto sheets = lay_out(document, style_for_tests());
    CHECK(count(describe(sheets[0]), "Riverside Clinic") == 1);
    CHECK(count(describe(sheets[1]), "Riverside Clinic") == 0);
}

TEST_CASE("large print: 18 pt instead of 14, and more sheets") {
    Document document = a_handout(3);
    document.flow = {a_text("Two gentle moves.", Role::paper_body)};
    CHECK(place_of(lay_out(document, style_for_tests()).front(), "Two gentle moves.").find("x20") != std::string::npos);
    document.large_print = true;
    CHECK(place_of(lay_out(document, style_for_tests()).front(), "Two gentle moves.").find("x26") != std::string::npos);
    Document handout = a_handout(2);
    const auto normal = lay_out(handout, style_for_tests()).size();
    handout.large_print = true;
    CHECK(lay_out(handout, style_for_tests()).size() > normal);
}

TEST_CASE("new_page starts a sheet of paper") {
    Document document = a_handout(1);
    document.flow.back().new_page = NewPage::yes;
    CHECK(lay_out(document, style_for_tests()).size() == 2);
}

TEST_CASE("an empty document is one sheet with header and footer") {
    Document document = a_handout(0);
    document.flow.clear();
    const auto sheets = lay_out(document, style_for_tests());
    REQUIRE(sheets.size() == 1);
    CHECK(describe(sheets.front()) == "Riverside Clinic\nVersion 2026.11\nPage 1 of 1\n");
}

TEST_CASE("a raster of a sheet: its size, white paper, black ink, the same words at the same places") {
    const Sheet sheet = lay_out(a_handout(1), style_for_tests()).front();
    const Raster raster = paint_raster(sheet, style_for_tests(), 100);
    CHECK(raster.width == 850);
    CHECK(raster.height == 1100);
    REQUIRE(raster.grey.size() == 850u * 1100u);
    CHECK(static_cast<unsigned char>(raster.grey[0]) == 255);
    std::size_t dark = 0;
    for (const char c : raster.grey) dark += static_cast<unsigned char>(c) < 64 ? 1 : 0;
    CHECK(dark > 8000);
    CHECK(dark < 200000);
    // The rule under the header: 2 pt black across the text's width.
    const double rule = 12.9 * 72 / 25.4 + 37 + 9 + 1;
    const auto row = static_cast<std::size_t>(rule * 100 / 72);
    CHECK(static_cast<unsigned char>(raster.grey[row * 850 + 425]) < 32);
    // Strips join without a seam: at 600 dpi the same row count as one piece would have.
    const Raster fine = paint_raster(sheet, style_for_tests(), 600);
    CHECK(fine.height == 6600);
    CHECK(fine.grey.size() == 5100u * 6600u);
}

}  // namespace kiosk::page
