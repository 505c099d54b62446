// SPDX-License-Identifier: Apache-2.0
// Screens: every part stands where the design guide's numbers put it.
#include "samples.hpp"
#include "style_for_tests.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

namespace kiosk::page {
namespace {

struct Row3 {
    const char* what;
    const char* portrait;
    const char* landscape;
};

}  // namespace

TEST_CASE("a question stands as in the mockup") {
    // Faces are the design's; a key's box has its lip of 10, 7, 8 or 6 px below.
    const Row3 table[] = {{"Riverside Clinic", "140,46 677x44", "148,52 405x40"},
                          {"Question 3 of 9", "64,136 952x48", "72,132 680x48"},
                          {"{progress 3 of 9}", "64,200 952x16", "72,196 680x16"},
                          {"= Do your arms or legs feel weak or numb?", "64,240 952x176", "72,244 680x252"},
                          {"(picture: Rings on hands and knees)", "566,396 464x348", "384,586 424x318"},
                          {"[Yes]", "64,792 952x186", "880,64 968x186"},
                          {"[No]", "64,996 952x186", "880,268 968x186"},
                          {"[I’m not sure]", "64,1200 952x186", "880,472 968x186"},
                          {"[Back]", "64,1430 300x127", "880,716 300x127"},
                          {"[Why do we ask?]", "388,1430 628x127", "1204,716 644x127"},
                          {"[I need help now]", "64,1648 952x108", "72,930 680x124"},
                          {"[Text size]", "64,1778 176x124", "816,930 240x124"},
                          {"[Contrast]", "258,1778 176x124", "1080,930 240x124"},
                          {"[Listen]", "452,1778 176x124", "1344,930 240x124"},
                          {"[Language]", "646,1778 176x124", "1608,930 240x124"},
                          {"[Lower screen]", "840,1778 176x124", "not on the sheet"}};
    const Sheet upright = lay_out(question_page(), portrait, style_for_tests());
    const Sheet wide = lay_out(question_page(), landscape, style_for_tests());
    for (const Row3& row : table) {
        CAPTURE(row.what);
        CHECK(place_of(upright, row.what) == row.portrait);
        if (std::string(row.what) != "Riverside Clinic") CHECK(place_of(wide, row.what) == row.landscape);
    }
    CHECK(joined(misfits_of(upright)) == "");
    CHECK(joined(misfits_of(wide)) == "");
}

TEST_CASE("a question as text") {
    CHECK(describe(lay_out(question_page(), portrait, style_for_tests())) ==
          "(picture: Rings on hands and knees)\n"
          "Riverside Clinic\n"
          "Safety check\n"
          "Question 3 of 9\n"
          "{progress 3 of 9}\n"
          "= Do your arms or legs feel weak or numb?\n"
          "Numb means you feel less than normal. You may drop things, or trip.\n"
          "-- sheet\n"
          "[Yes]\n"
          "[No]\n"
          "[I’m not sure]\n"
          "[Back]\n"
          "[Why do we ask?]\n"
          "-- dock\n"
          "[I need help now]\n"
          "[Text size]\n"
          "[Contrast]\n"
          "[Listen]\n"
          "[Language]\n"
          "[Lower screen]\n");
}

TEST_CASE("a right-to-left page is the mirror of its like") {
    const Sheet sheet = lay_out(arabic_page(), portrait, style_for_tests());
    CHECK(place_of(sheet, "(picture: Rings on hands and knees)") == "50,396 464x348");
    CHECK(place_of(sheet, "[رجوع]") == "716,1430 300x127");
    CHECK(place_of(sheet, "[لماذا نسأل هذا؟]") == "64,1430 628x127");
    CHECK(place_of(sheet, "[Text size]") == "840,1778 176x124");
    CHECK(place_of(sheet, "[Lower screen]") == "64,1778 176x124");
    CHECK(joined(misfits_of(sheet)) == "");
}

TEST_CASE("every size of glass shows the whole page, scaled as one") {
    struct Line {
        const char* name;
        Size size;
        double scale, x, y;  // of the design's corner
    };
    const Line table[] = {
        {"the design's own, upright", {1080, 1920}, 1, 0, 0},
        {"a tablet, upright 4:3", {768, 1024}, 1024.0 / 1920, 96, 0},
        {"a narrow panel", {720, 1600}, 720.0 / 1080, 0, 160},
        {"twice as fine", {2160, 3840}, 2, 0, 0},
        {"a small desk screen", {1280, 720}, 720.0 / 1080, 0, 0},
        {"an old monitor, 4:3", {1024, 768}, 1024.0 / 1920, 0, 96},
        {"a square one counts as wide", {1000, 1000}, 1000.0 / 1920, 0, (1000 - 1080 * 1000.0 / 1920) / 2}};
    for (const Line& line : table) {
        CAPTURE(line.name);
        const bool upright = line.size.height > line.size.width;
        const Sheet whole = lay_out(question_page(), upright ? portrait : landscape, style_for_tests());
        const Sheet sheet = lay_out(question_page(), line.size, style_for_tests());
        CHECK(joined(misfits_of(sheet)) == "");
        REQUIRE(sheet.targets.size() == whole.targets.size());
        for (std::size_t i = 0; i < sheet.targets.size(); ++i) {
            const Box& of = whole.targets[i].touch;
            const Box& is = sheet.targets[i].touch;
            CHECK(is.x == doctest::Approx(line.x + of.x * line.scale));
            CHECK(is.y == doctest::Approx(line.y + of.y * line.scale));
            CHECK(is.width == doctest::Approx(of.width * line.scale));
            CHECK(is.height == doctest::Approx(of.height * line.scale));
        }
        CHECK(describe(sheet) == describe(whole));
        Pixels pixels;
        paint(sheet, style_for_tests(), pixels);
        CHECK(pixels.width == static_cast<int>(line.size.width));
        CHECK(pixels.height == static_cast<int>(line.size.height));
        // Zones reach the edges: the dock's colour in the lowest corners, the read zone's in the upper left.
        CHECK(pixels.bgra.front() == 0xFFFAF5ECu);
        CHECK(pixels.bgra.back() == 0xFFF1E8DAu);
        CHECK(pixels.bgra[pixels.bgra.size() - static_cast<std::size_t>(pixels.width)] == 0xFFF1E8DAu);
    }
}

TEST_CASE("the sheet goes down only when the texts above need it, and texts keep clear of the picture") {
    Page page = question_page();
    CHECK(place_of(lay_out(page, portrait, style_for_tests()), "[Yes]") == "64,792 952x186");
    page.read[6] = a_text(
        "Numb means you feel less than normal. You may drop things, or trip. It may come and go. It may be on one "
        "side only, or on both sides. Tell us about old signs too.");
    const Sheet longer = lay_out(page, portrait, style_for_tests());
    CHECK(joined(misfits_of(longer)) == "");
    CHECK(place_of(longer, "[Yes]") == "64,816 952x186");
    CHECK(place_of(longer, "(picture: Rings on hands and knees)") == "566,420 464x348");
    page.read[4] = a_text(
        "Do your arms or legs feel weak or numb, or do you trip and drop things more than you did a "
        "month ago, or is your walk less sure?",
        Role::title, Tag::heading1);
    const Sheet longest = lay_out(page, portrait, style_for_tests());
    CHECK(place_of(longest, "(picture: Rings on hands and knees)") == "not on the sheet");
}

TEST_CASE("a title stands lower when it is short") {
    Page page = an_empty_page();
    page.read = {a_text("Handouts for you", Role::title, Tag::heading1)};
    CHECK(place_of(lay_out(page, portrait, style_for_tests()), "= Handouts for you") == "64,152 952x88");
    page.read = {a_text("What would you like help with today?", Role::title, Tag::heading1)};
    CHECK(place_of(lay_out(page, portrait, style_for_tests()), "= What would you like help with today?") ==
          "64,168 952x176");
    CHECK(place_of(lay_out(page, landscape, style_for_tests()), "= What would you like help with today?") ==
          "72,140 680x252");
}

TEST_CASE("largest text: no picture, no smaller letters, all keys") {
    Page page = question_page();
    page.text_scale = 1.4;
    page.read[6] = a_text("Numb means you feel less.");
    const Sheet sheet = lay_out(page, portrait, style_for_tests());
    CHECK(joined(misfits_of(sheet)) == "");
    CHECK(place_of(sheet, "(picture: Rings on hands and knees)") == "not on the sheet");
    CHECK(place_of(sheet, "= Do your arms or legs feel weak or numb?")
              .substr(place_of(sheet, "= Do your arms or legs feel weak or numb?").find(' ') + 1) == "952x366");
    CHECK(sheet.targets.size() == 11);
}

TEST_CASE("a panel hides the keys under its scrim but not the dock's") {
    Page page = question_page();
    OverPanel panel;
    panel.blocks = {a_text("Why do we ask?", Role::panel_title, Tag::heading1),
                    space(24),
                    a_text("A nerve may be pressed.", Role::explain),
                    space(40),
                    {a_key(KeyKind::primary, "Back to the question", "back")}};
    page.panel = panel;
    const Sheet sheet = lay_out(page, portrait, style_for_tests());
    CHECK(joined(misfits_of(sheet)) == "");
    std::vector<std::string> labels;
    for (const Target& target : sheet.targets) labels.push_back(target.label);
    CHECK(joined(labels) ==
          "Back to the question\nI need help now\nText size\nContrast\nListen\nLanguage\nLower screen\n");
    CHECK(describe(sheet) ==
          "-- panel\n= Why do we ask?\nA nerve may be pressed.\n[Back to the question]\n-- dock\n[I need help now]\n"
          "[Text size]\n[Contrast]\n[Listen]\n[Language]\n[Lower screen]\n");
    CHECK(place_of(sheet, "[Back to the question]") == "64,1420 952x174");
    Pixels pixels;
    paint(sheet, style_for_tests(), pixels);
    const auto pixel = [&](int x, int y) { return pixels.bgra[static_cast<std::size_t>(y * pixels.width + x)]; };
    CHECK(pixel(4, 4) == 0xFF6C7676u);  // linen under 62 % of ink
    CHECK(pixel(540, 1300) == 0xFFFFFFFFu);
    CHECK(pixel(4, 1900) == 0xFFF1E8DAu);  // the dock
}

TEST_CASE("lowered: everything to press in the lower part, answers side by side") {
    Page page = question_page();
    page.lowered = true;
    page.read.resize(5);
    for (Block& key : std::get<Row>(page.sheet.back().is).blocks) std::get<Key>(key.is).height = 108;
    const Sheet sheet = lay_out(page, portrait, style_for_tests());
    CHECK(joined(misfits_of(sheet)) == "");
    CHECK(place_of(sheet, "(picture: Rings on hands and knees)") == "180,404 720x540");
    CHECK(place_of(sheet, "Question 3 of 9") == "64,968 952x48");
    CHECK(place_of(sheet, "[Yes]").find(" 302x210") != std::string::npos);
    CHECK(place_of(sheet, "[No]").substr(0, 4) == "389,");
    CHECK(place_of(sheet, "[I’m not sure]").substr(0, 4) == "714,");
    for (const Target& target : sheet.targets) CHECK(target.touch.y >= 1180);
    CHECK(sheet.targets.size() == 11);
    const Sheet wide = lay_out(page, landscape, style_for_tests());
    CHECK(place_of(wide, "[Yes]") == "880,64 968x186");
}

TEST_CASE("the emergency page: the status card stands over the edge of the red") {
    Page page = an_empty_page();
    page.tone = Tone::red;
    page.sheet_top = 920;
    page.read = {space(24),
                 {Icon{"hand", 96, Colour::red, 176, Colour::white}},
                 space(32),
                 {Words{.runs = {{"Tell a staff member now"}},
                        .role = Role::alert,
                        .colour = Colour::white,
                        .tag = Tag::heading1}}};
    Frame card{{a_text("Calling staff", Role::status_title)}};
    card.fill = Colour::white;
    card.edge = Colour::red_dark;
    card.border = 6;
    card.radius = 32;
    card.least_height = 328;
    card.pad_x = 48;
    card.centred = true;
    page.over_sheet = {{card}};
    page.sheet = {a_text("Ask someone near you to stay with you.", Role::fact),
                  grow(),
                  {a_key(KeyKind::secondary, "I touched this by mistake", "back")}};
    page.help = {{Words{{{"Feeling worse? Call out loudly for help."}}, Role::body, Colour::red_dark, Align::centre}}};
    const Sheet sheet = lay_out(page, portrait, style_for_tests());
    CHECK(joined(misfits_of(sheet)) == "");
    CHECK(place_of(sheet, "= Tell a staff member now") == "64,368 952x256");
    CHECK(place_of(sheet, "Ask someone near you to stay with you.") == "64,1136 952x54");
    CHECK(place_of(sheet, "[I touched this by mistake]") == "64,1480 952x123");
    CHECK(place_of(sheet, "Feeling worse? Call out loudly for help.") == "64,1671 952x54");
    Pixels pixels;
    paint(sheet, style_for_tests(), pixels);
    CHECK(pixels.bgra[static_cast<std::size_t>(900 * 1080 + 20)] == 0xFFA3121Fu);
    CHECK(pixels.bgra[static_cast<std::size_t>(900 * 1080 + 540)] == 0xFFFFFFFFu);
}

TEST_CASE("high contrast: black ground, a white line on sheet and dock, no circle") {
    Page page = question_page();
    page.palette = Palette::high_contrast;
    const Sheet sheet = lay_out(page, portrait, style_for_tests());
    Pixels pixels;
    paint(sheet, style_for_tests(), pixels);
    const auto pixel = [&](int x, int y) { return pixels.bgra[static_cast<std::size_t>(y * pixels.width + x)]; };
    CHECK(pixel(4, 4) == 0xFF000000u);
    CHECK(pixel(300, 745) == 0xFFFFFFFFu);
    CHECK(pixel(300, 750) == 0xFF000000u);
    CHECK(pixel(300, 1626) == 0xFFFFFFFFu);
    CHECK(pixel(600, 640) == 0xFF000000u);   // where the circle would be
    CHECK(pixel(540, 793) == 0xFFFFE24Au);   // the edge of Yes
    CHECK(pixel(120, 1660) == 0xFF8F0A16u);  // the help key
    CHECK(describe(sheet) == describe(lay_out(question_page(), portrait, style_for_tests())));
}

}  // namespace kiosk::page
