// SPDX-License-Identifier: Apache-2.0
#include "views/paper_content.hpp"
#include "views/wording.hpp"

#include <doctest/doctest.h>

namespace {

using namespace kiosk;

content::Content arabic() {
    auto content = paper_test::small_content();
    content.languages[1] = {"ar", "العربية", true};
    return content;
}

}  // namespace

TEST_CASE("a text is filled in one pass") {
    struct Row {
        const char *sentence, *text, *filled;
    };
    const Row rows[] = {
        {"one placeholder", "Page {page}", "Page 2"},
        {"two, one of them twice", "{page} of {pages}, {page}", "2 of {page}, 2"},
        {"a value that looks like a placeholder is not filled again", "{pages}", "{page}"},
        {"a name nobody fills stays readable", "{clinic} {page}", "{clinic} 2"},
        {"an open brace at the end", "page {page", "page {page"},
        {"a brace before a placeholder", "{{page}", "{2"},
        {"no text at all", "", ""},
    };
    for (const auto& row : rows) {
        CAPTURE(row.sentence);
        CHECK(views::fill(row.text, {{"page", "2"}, {"pages", "{page}"}}) == row.filled);
    }
}

TEST_CASE("dates are written out in the language of the reader") {
    struct Row {
        const char *sentence, *iso, *words;
    };
    const Row rows[] = {
        {"a day", "2026-11-22", "22 November 2026"},
        {"the day has no leading nought", "2027-01-05", "5 January 2027"},
        {"a month", "2027-09", "September 2027"},
        {"a year stands as it is", "2017", "2017"},
        {"a month that does not exist stands as it is", "2026-13-01", "2026-13-01"},
        {"no digits: it stands as it is", "2026-xx-01", "2026-xx-01"},
        {"a day that is no number stands as it is", "2026-11-2x", "2026-11-2x"},
        {"nothing", "", ""},
    };
    const auto content = paper_test::small_content();
    for (const auto& row : rows) {
        CAPTURE(row.sentence);
        CHECK(views::date_in_words(content, paper_test::english, row.iso) == row.words);
    }
}

TEST_CASE("in right-to-left texts a telephone number keeps its order") {
    CHECK(views::say(arabic(), content::LanguageId{1}, "paper.address", {{"address", "A"}, {"phone", "555-0142"}}) ==
          "paper.address \u2066A\u2069 \u2066555-0142\u2069");
    CHECK(views::say(arabic(), content::LanguageId{0}, "paper.address", {{"address", "A"}, {"phone", "555-0142"}}) ==
          "paper.address A 555-0142");
}

TEST_CASE("each script parts a list and ends a sentence in its own way") {
    struct Row {
        const char *code, *list, *sentence;
    };
    const Row rows[] = {{"en", "a; b", "A."}, {"vi", "a; b", "A."}, {"zh-Hans", "a；b", "A。"}, {"ar", "a؛ b", "A."}};
    for (const auto& row : rows) {
        CAPTURE(row.code);
        auto content = paper_test::small_content();
        content.languages[1].code = row.code;
        const auto marks = views::punctuation(content, content::LanguageId{1});
        CHECK(views::listed({"a", "b"}, marks) == row.list);
        CHECK(views::listed({}, marks) == "");
        CHECK(views::ended("A", marks) == row.sentence);
        for (const auto* has_its_end : {"A?", "A！", "A؟"}) CHECK(views::ended(has_its_end, marks) == has_its_end);
    }
}

TEST_CASE("certainty says the same on glass and paper") {
    struct Row {
        const char* sentence;
        content::Evidence evidence;
        int filled;
        const char* words;
    };
    const Row rows[] = {
        {"no trials", content::Evidence::none, 1, "sure.1"},
        {"only custom", content::Evidence::traditional, 1, "sure.1"},
        {"small or biased trials", content::Evidence::limited, 1, "sure.1"},
        {"moderate", content::Evidence::moderate, 2, "sure.2"},
        {"strong", content::Evidence::strong, 3, "sure.3"},
    };
    const auto content = paper_test::small_content();
    for (const auto& row : rows) {
        CAPTURE(row.sentence);
        CHECK(views::certainty(row.evidence) == row.filled);
        CHECK(views::certainty_words(content, paper_test::english, row.filled) == row.words);
    }
}
