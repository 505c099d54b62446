// SPDX-License-Identifier: Apache-2.0
#include "page/sentences.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kiosk;

namespace {

/// The sentences of a text, parted by " | ".
std::string cut(const std::string& text, const std::string& language = "en") {
    std::string all;
    for (const auto& [begin, end] : page::sentences(text, language))
        all += (all.empty() ? "" : " | ") + text.substr(begin, end - begin);
    return all;
}

}  // namespace

TEST_CASE("a text is cut where its sentences end") {
    struct Row {
        const char *what, *language, *text, *sentences;
    };
    const Row rows[] = {
        {"two sentences", "en", "Numb means you feel less. You may trip.", "Numb means you feel less. | You may trip."},
        {"a question and an answer", "en", "Why? Because.", "Why? | Because."},
        {"no mark at the end", "en", "Touch all that fit", "Touch all that fit"},
        {"nothing", "en", "", ""},
        {"white space alone", "en", " \n\t ", ""},
        {"marks in a row", "en", "Stop!! Now...", "Stop!! | Now..."},
        {"an end of line", "en", "Warm bath\nFor 10 minutes", "Warm bath | For 10 minutes"},
        {"a decimal", "en", "Take 1.5 cups. Rest.", "Take 1.5 cups. | Rest."},
        {"a telephone number", "en", "Call 555-0142. Or wait.", "Call 555-0142. | Or wait."},
        {"a sentence that ends in a number", "en", "Do it by 2027. Then stop.", "Do it by 2027. | Then stop."},
        {"an address", "en", "See https://example.org/a.b.c today.", "See https://example.org/a.b.c today."},
        {"a short word before a small letter", "en", "A drink, e.g. milk, helps.", "A drink, e.g. milk, helps."},
        {"a title before a name", "en", "Ask Dr. Lee. She knows.", "Ask Dr. Lee. | She knows."},
        {"a title of another language", "en", "Wait, Uds. You may go.", "Wait, Uds. | You may go."},
        {"an initial", "en", "By J. Smith. He wrote it.", "By J. Smith. | He wrote it."},
        {"the word I", "en", "So do I. You too.", "So do I. | You too."},
        {"a step's number", "en", "1. Stand up. 2. Sit down.", "1. Stand up. | 2. Sit down."},
        {"quotes that close", "en", "Say “Stop.” Then rest.", "Say “Stop.” | Then rest."},
        {"brackets", "en", "Rest (if you can). Then walk.", "Rest (if you can). | Then walk."},
        {"a mark and no space", "en", "page.count of file.txt", "page.count of file.txt"},
        {"marks that open in Spanish", "es", "¿Le duele? ¡Avise! Vaya.", "¿Le duele? | ¡Avise! | Vaya."},
        {"a title in Spanish", "es", "Pregunte al Dr. Ruiz. Él sabe.", "Pregunte al Dr. Ruiz. | Él sabe."},
        {"Spanish before an accent", "es", "Descanse. Él vendrá.", "Descanse. | Él vendrá."},
        {"Vietnamese", "vi", "Đau ở đâu? Ở lưng. Ổn.", "Đau ở đâu? | Ở lưng. | Ổn."},
        {"Vietnamese doctors", "vi", "Hỏi BS. Lan. Ngồi nghỉ.", "Hỏi BS. Lan. | Ngồi nghỉ."},
        {"Chinese has no spaces", "zh-Hans", "麻木吗？请告诉我们。好！", "麻木吗？ | 请告诉我们。 | 好！"},
        {"a Chinese quote", "zh-Hans", "请说“停。”然后休息。", "请说“停。” | 然后休息。"},
        {"a Chinese decimal", "zh-Hans", "喝1.5杯。休息。", "喝1.5杯。 | 休息。"},
        {"Arabic", "ar", "هل تشعر بألم؟ أخبر الموظفين. شكرا!", "هل تشعر بألم؟ | أخبر الموظفين. | شكرا!"},
        {"Urdu's full stop", "ur", "آرام کریں۔ پھر چلیں۔", "آرام کریں۔ | پھر چلیں۔"},
        {"an isolated number in Arabic", "ar", "اتصل \u2066555-0142\u2069. انتظر.",
         "اتصل \u2066555-0142\u2069. | انتظر."},
    };
    for (const auto& row : rows) {
        CAPTURE(row.what);
        CHECK(cut(row.text, row.language) == row.sentences);
    }
}

TEST_CASE("what is no text is cut without harm") {
    CHECK(cut("...") == "...");
    CHECK(cut(". . .") == ". | . | .");
    CHECK(cut("?!") == "?!");
    CHECK(cut("Dr.") == "Dr.");
}
