// SPDX-License-Identifier: Apache-2.0
// Text: shaped once, the same lines on glass, on paper and in a PDF.
#include "page/text.hpp"

#include "samples.hpp"
#include "style_for_tests.hpp"
#include "tools.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>
#include <sstream>

namespace kiosk::page {
namespace {

std::string random_paragraph(std::mt19937& dice) {
    static const std::vector<std::string> words{"back",    "pain",   "gently",  "stiff",    "affect", "fifty",
                                                "Way",     "To",     "AVATAR",  "shoulder", "blades", "slowly",
                                                "breathe", "12",     "minutes", "ice-pack", "café",   "“quoted”",
                                                "I’m",     "moving", "W.",      "fluffy",   "office", "yes,"};
    std::string text;
    const auto count = 3 + dice() % 40;
    for (unsigned i = 0; i < count; ++i) text += (i ? " " : "") + words[dice() % words.size()];
    return text;
}

double height_in(const std::string& place) {
    return std::stod(place.substr(place.find('x') + 1));
}

/// Lines of a PDF's text as poppler finds them: top and bottom of each, in pt.
struct PdfLine {
    double top, bottom;
};
std::vector<PdfLine> pdf_lines(const std::string& pdf) {
    std::istringstream xml(run("pdftotext -bbox-layout", pdf));
    std::vector<PdfLine> lines;
    for (std::string text; std::getline(xml, text);) {
        double left = 0, right = 0;
        PdfLine line{0, 0};
        constexpr const char* form = " <line xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\">";
        if (std::sscanf(text.c_str(), form, &left, &line.top, &right, &line.bottom) == 4) lines.push_back(line);
    }
    return lines;
}

}  // namespace

TEST_CASE("400 random paragraphs are as high in the PDF as they were measured") {
    std::mt19937 dice(20261122);
    for (int round = 0; round < 400; round += 10) {
        Document document;
        document.title = "Paragraphs";
        std::vector<std::string> texts;
        for (int i = 0; i < 10; ++i) {
            texts.push_back("P" + std::to_string(i) + " " + random_paragraph(dice));
            document.flow.push_back(a_text(texts.back(), Role::paper_body));
        }
        const auto sheets = lay_out(document, style_for_tests());
        double lines = 0;
        for (const std::string& text : texts) {
            for (const Sheet& sheet : sheets) {
                const std::string place = place_of(sheet, text);
                if (place != "not on the sheet") lines += height_in(place) / 20;
            }
        }
        const auto found = pdf_lines(paint_pdf({document}, style_for_tests(), "2026-11-22T10:44:00"));
        CHECK(static_cast<double>(found.size()) == lines);
        for (std::size_t i = 1; i < found.size(); ++i) {
            if (found[i].top > found[i - 1].top)
                CHECK(found[i].top - found[i - 1].top == doctest::Approx(20).epsilon(0.001));
        }
    }
}

TEST_CASE("lines stand exactly as far apart as the role says, whatever faces they mix") {
    const TextStyle style{{38, 54, false}, "en", false, nullptr};
    const Fonts& fonts = style_for_tests().fonts;
    CHECK(shape(fonts, {{"one line"}}, style, 900)->height() == 54);
    CHECK(shape(fonts, {{"中文 and العربية and Tiếng Việt"}}, style, 900)->height() == 54);
    CHECK(shape(fonts, {{"one"}, {" bold", true}, {" word in a text that is long enough for two lines"}}, style, 500)
              ->height() == 108);
    CHECK(shape(fonts, {{""}}, style, 900)->lines.size() == 1);
}

TEST_CASE("letters are placed between pixels: a line is as wide as ten times its tenth") {
    const Fonts& fonts = style_for_tests().fonts;
    const auto width = [&](double size) {
        return shape(fonts, {{"Numb means you feel less than normal"}},
                     {{size, size * 1.4, false}, "en", false, nullptr}, -1)
            ->width;
    };
    CHECK(width(380) == doctest::Approx(10 * width(38)).epsilon(0.0005));
    CHECK(width(14) * 3 == doctest::Approx(width(42)).epsilon(0.002));
}

TEST_CASE("scripts get the room between lines that they need") {
    struct Line {
        const char* language;
        double line;
    };
    const Line table[] = {{"en", 88}, {"es", 88}, {"vi", 98}, {"zh-Hans", 101}, {"ar", 101}};
    for (const Line& line : table) {
        CAPTURE(line.language);
        Page page = an_empty_page();
        page.language = line.language;
        page.read = {a_text("7", Role::title, Tag::heading1)};
        CHECK(height_in(place_of(lay_out(page, portrait, style_for_tests()), "= 7")) == line.line);
    }
}

TEST_CASE("every script of the kiosk has letters, and what has none is found") {
    struct Line {
        const char* name;
        const char* text;
        bool is_whole;
    };
    const Line table[] = {
        {"English", "I’m not sure… “yes”", true},       {"Spanish", "¿Dónde le duele?", true},
        {"Vietnamese", "Chạm để bắt đầu", true},        {"Chinese", "轻触开始，谢谢。", true},
        {"Arabic", "المس للبدء؟ ٣ من ٩", true},         {"a number kept together", "\u2066555-0142\u2069", true},
        {"Tamil, which is not set up", "வணக்கம்", false}, {"a picture of a face", "\U0001F600", false}};
    for (const Line& line : table) {
        CAPTURE(line.name);
        Page page = an_empty_page();
        page.sheet = {a_text(line.text)};
        const std::string wrong = joined(misfits_of(lay_out(page, portrait, style_for_tests())));
        CHECK(wrong ==
              (line.is_whole ? "" : "a character that no font of the kiosk has: \"" + std::string(line.text) + "\"\n"));
    }
}

TEST_CASE("a telephone number in Arabic keeps its order where it is isolated") {
    const auto shaped = shape(style_for_tests().fonts, {{"اتصل \u2066555-0142\u2069 الآن"}},
                              {{40, 56, false}, "ar", true, nullptr}, -1);
    REQUIRE(shaped->lines.size() == 1);
    std::string digits;
    for (const GlyphRun& run : shaped->lines[0].runs) {
        for (const char c : run.letters) {
            if (std::isdigit(static_cast<unsigned char>(c))) digits += c;
        }
    }
    CHECK(digits == "5550142");
    double last = -1;
    for (const GlyphRun& run : shaped->lines[0].runs) {
        if (run.letters.find("555") == std::string::npos) continue;
        CHECK_FALSE(run.backward);
        for (const cairo_glyph_t& glyph : run.glyphs) {
            CHECK(glyph.x > last);
            last = glyph.x;
        }
    }
    CHECK(last > 0);
}

}  // namespace kiosk::page
