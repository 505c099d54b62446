// SPDX-License-Identifier: Apache-2.0
// Numbers in right-to-left text: what is marked to keep its order, and that it keeps it on glass and on paper.
#include "page/isolate.hpp"

#include "page/sheet.hpp"
#include "page/text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace kiosk::page;

namespace {

/// With brackets that can be seen in place of the marks.
std::string seen(const std::string& text) {
    std::string result = isolated(text);
    for (const auto& [mark, bracket] : {std::pair("\u2066", "["), {"\u2069", "]"}})
        for (auto at = result.find(mark); at != std::string::npos; at = result.find(mark))
            result.replace(at, 3, bracket);
    return result;
}

/// The letters of a line as an eye meets them from the left.
std::string from_the_left(const std::string& text, const std::string& wanted) {
    static const Fonts fonts;
    const auto shaped = shape(fonts, {{text, false}}, {{40, 56, false}, "ar", true}, -1);
    std::vector<std::pair<double, char>> letters;
    for (const GlyphRun& run : shaped->lines.front().runs) {
        std::size_t byte = 0, glyph = 0;
        if (run.backward) continue;
        for (const auto& cluster : run.clusters) {
            const char letter = run.letters[byte];
            if (wanted.find(letter) != std::string::npos) letters.push_back({run.glyphs[glyph].x, letter});
            byte += static_cast<std::size_t>(cluster.num_bytes);
            glyph += static_cast<std::size_t>(cluster.num_glyphs);
        }
    }
    std::sort(letters.begin(), letters.end());
    std::string result;
    for (const auto& [x, letter] : letters) result += letter;
    return result;
}

}  // namespace

TEST_CASE("what keeps its order in right-to-left text") {
    struct Row {
        const char *what, *text, *seen;
    };
    for (const Row& row : {
             Row{"a telephone number", "اتصلوا بالرقم 1-800-222-1222.", "اتصلوا بالرقم [1-800-222-1222]."},
             Row{"with its area code", "هاتف (555) 555-0142 الآن", "هاتف [(555) 555-0142] الآن"},
             Row{"a range", "من 10–20 دقيقة", "من [10–20] دقيقة"},
             Row{"a range with spaces", "بين 37 - 39 °C", "بين [37 - 39 °C]"},
             Row{"a dose", "خذوا 500 mg، 3 مرات", "خذوا [500 mg]، 3 مرات"},
             Row{"a date", "في 2026-11-22.", "في [2026-11-22]."},
             Row{"a time", "الساعة 10:42:", "الساعة [10:42]:"},
             Row{"a decimal and a share", "نحو 1.4 و 5%", "نحو [1.4] و [5%]"},
             Row{"a number alone", "اتصلوا بالرقم 911", "اتصلوا بالرقم 911"},
             Row{"a word alone", "دواء ibuprofen هنا", "دواء ibuprofen هنا"},
             Row{"words", "في Riverside Clinic.", "في [Riverside Clinic]."},
             Row{"a word in brackets", "السل (TB) مرض", "السل (TB) مرض"},
             Row{"a comma ends it", "1, 2", "1, 2"},
             Row{"brackets inside", "فيتامين B12 (500 mg).", "فيتامين [B12 (500 mg)]."},
             Row{"less than", "أقل <5 kg", "أقل [<5 kg]"},
             Row{"an address on the web", "https://example.org/a?b", "[https://example.org/a]?b"},
             Row{"no letter of theirs", "ماء", "ماء"},
             Row{"nothing", "", ""},
             Row{"half a letter", "\xd9", "\xd9"},
         }) {
        CHECK_MESSAGE(seen(row.text) == row.seen, row.what);
    }
}

TEST_CASE("numbers in Arabic stand on the glass as they are read") {
    const std::string digits = "0123456789-+:.()%mgC";
    CHECK(from_the_left("اتصلوا بالرقم 555-0142 الآن", digits) == "555-0142");
    CHECK(from_the_left("اتصلوا بالرقم 1-800-222-1222.", "0123456789-") == "1-800-222-1222");
    CHECK(from_the_left("من 2026-11-22 إلى الغد", digits) == "2026-11-22");
    CHECK(from_the_left("خذوا 37-39 mg اليوم", digits) == "37-39mg");
}
