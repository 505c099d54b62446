// SPDX-License-Identifier: Apache-2.0
// The small judges of words and bytes: did you mean, UTF-8, folding, fingerprint, durations.
#include "content/fingerprint.hpp"
#include "content/nearest.hpp"
#include "content/prose.hpp"
#include "content/utf8.hpp"
#include "content/values.hpp"

#include <doctest/doctest.h>

namespace kiosk::content {

TEST_CASE("how far two words are from each other") {
    struct Row {
        const char *a, *b;
        int distance;
    };
    for (const auto& row : {Row{"", "", 0},
                            {"a", "", 1},
                            {"today", "today", 0},
                            {"todya", "today", 1},
                            {"hint", "hnit", 1},
                            {"hint", "hints", 1},
                            {"kitten", "sitting", 3},
                            {"ab", "ba", 1},
                            {"abc", "xyz", 3}}) {
        CAPTURE(row.a);
        CHECK(edit_distance(row.a, row.b) == row.distance);
        CHECK(edit_distance(row.b, row.a) == row.distance);
    }
}

TEST_CASE("the nearest word, where one is near enough to be what was meant") {
    const std::vector<std::string_view> words = {"emergency", "today", "mention", "none"};
    CHECK(nearest("todya", words) == "today");
    CHECK(nearest("emergencie", words) == "emergency");
    CHECK(nearest("non", words) == "none");
    CHECK(nearest("tomorrow", words) == "");
    CHECK(nearest("", words) == "");
    CHECK(nearest(std::string(1000, 'x'), words) == "");
    CHECK(nearest("x", {}) == "");
}

TEST_CASE("what to write instead") {
    CHECK(instead_of("todya", {"today", "none"}) == "did you mean \"today\"?");
    CHECK(instead_of("zzz", {"today", "none"}) == "write one of: \"today\", \"none\"");
    CHECK(instead_of("zzz", {"ask"}, "<", ">") == "write <ask>");
    CHECK(instead_of("zzz", {}) == "");
    CHECK(instead_of("zzzz", std::vector<std::string_view>(17, "abcdefgh")) == "");
}

TEST_CASE("where a text stops being UTF-8") {
    struct Row {
        const char* sentence;
        std::string text;
        std::optional<std::size_t> at;
    };
    const Row rows[] = {
        {"plain", "abc", std::nullopt},
        {"nothing", "", std::nullopt},
        {"two, three and four bytes", "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x99\x82", std::nullopt},
        {"the last character there is", "\xF4\x8F\xBF\xBF", std::nullopt},
        {"Latin-1", "caf\xE9 au lait", 3},
        {"cut off in a character", "ab\xE2\x82", 2},
        {"a byte that only follows", "a\x80", 1},
        {"an overlong slash", "\xC0\xAF", 0},
        {"an overlong three-byte form", "\xE0\x80\xAF", 0},
        {"half of a surrogate pair", "\xED\xA0\x80", 0},
        {"beyond the last character", "\xF4\x90\x80\x80", 0},
        {"a byte that is never used", "\xFF", 0},
    };
    for (const auto& row : rows) {
        CAPTURE(row.sentence);
        CHECK(not_utf8_at(row.text) == row.at);
    }
}

TEST_CASE("characters that no text may hold") {
    CHECK(unfit_character("tab\t and line\r\n ends") == std::nullopt);
    CHECK(unfit_character("\u0639 \u4E2D") == std::nullopt);
    CHECK(unfit_character("a hyphen \u2010, a dash \u2013, a narrow space \u202F") == std::nullopt);
    CHECK(unfit_character("bell \x07") == "U+0007");
    CHECK(unfit_character("delete \x7F") == "U+007F");
    CHECK(unfit_character("next line \xC2\x85") == "U+0085");
    CHECK(unfit_character("lost \xEF\xBF\xBD") == "U+FFFD");
    CHECK(unfit_character("mark \xEF\xBB\xBF") == "U+FEFF");
    for (const auto& [text, name] : {std::pair("zero\u200Bwidth", "U+200B"),
                                     {"joined\u200D", "U+200D"},
                                     {"\u200Fright", "U+200F"},
                                     {"a line\u2028", "U+2028"},
                                     {"\u202Aleft", "U+202A"},
                                     {"over\u202Eturned", "U+202E"},
                                     {"word\u2060joiner", "U+2060"},
                                     {"isolate\u2066", "U+2066"},
                                     {"\u2069end", "U+2069"},
                                     {"\u061Cmark", "U+061C"}})
        CHECK(unfit_character(text) == name);
    CHECK(unfit_character("none \xF0\x9F\xBF\xBE") == "U+1FFFE");
}

TEST_CASE("white space is folded") {
    CHECK(folded("  a \t\r\n b  ") == "a b");
    CHECK(folded(" \n ") == "");
    CHECK(folded("a\xC2\xA0 b") == "a\xC2\xA0 b");
}

TEST_CASE("lines are counted from 1") {
    CHECK(line_of("a\nb\nc", 0) == 1);
    CHECK(line_of("a\nb\nc", 2) == 2);
    CHECK(line_of("a\nb\nc", 99) == 3);
}

TEST_CASE("SHA-256 as its standard's examples have it") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a text is parted into sentences and words") {
    const auto all = sentences(Text{{"Stop now! Do you feel \"ill?\" Then: sit down"}});
    REQUIRE(all.size() == 4);
    CHECK(all[0] == std::vector<std::string>{"Stop", "now!"});
    CHECK(all[1].size() == 4);
    CHECK(all[2] == std::vector<std::string>{"Then:"});
    CHECK(all[3] == std::vector<std::string>{"sit", "down"});
    CHECK(sentences(Text{}).empty());
}

TEST_CASE("syllables as English has them") {
    struct Row {
        const char* word;
        int count;
    };
    for (const auto& row : {Row{"pain", 1},
                            {"upper", 2},
                            {"exercise", 3},
                            {"the", 1},
                            {"table", 2},
                            {"knee", 1},
                            {"emergency,", 4},
                            {"911", 1},
                            {"", 1},
                            {"you\u2019re", 1}}) {
        CAPTURE(row.word);
        CHECK(syllables(row.word) == row.count);
    }
}

TEST_CASE("the school grade grows with words and sentences") {
    const Text plain{{"Walk for 5 minutes. Then sit down."}};
    const Text hard{{"Musculoskeletal rehabilitation interventions demonstrate heterogeneous effectiveness."}};
    CHECK(school_grade({&plain}) < 3);
    CHECK(school_grade({&hard}) > 12);
    CHECK(school_grade({}) == 0);
}

TEST_CASE("times in words") {
    CHECK(in_words(Duration{300}) == "300ms");
    CHECK(in_words(Duration{60'000}) == "1min");
    CHECK(in_words(Duration{90'000}) == "90s");
    CHECK(in_words(Duration{0}) == "0s");
}

}  // namespace kiosk::content
