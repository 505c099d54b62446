// SPDX-License-Identifier: Apache-2.0
// The words everyone uses: problems in order, results, boxes, instants.
#include "base/geometry.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/problem.hpp"
#include "base/result.hpp"
#include "base/theme.hpp"

#include <doctest/doctest.h>

namespace kiosk {

TEST_CASE("a problem is one line that says where, what and what instead") {
    struct Row {
        Problem problem;
        const char* line;
    };
    const Row rows[] = {
        {{"content.xml", 7, Severity::error, "no topic", "write one"}, "content.xml:7: error: no topic (write one)"},
        {{"content.xml", 0, Severity::error, "the file is empty", "restore it"},
         "content.xml: error: the file is empty (restore it)"},
        {{"a.xml", 1, Severity::warning, "long", ""}, "a.xml:1: warning: long"},
        {{"a.xml", 1, Severity::todo, "not reviewed", ""}, "a.xml:1: todo: not reviewed"},
        {{"a.xml", 1, Severity::note, "lowered", ""}, "a.xml:1: note: lowered"},
    };
    for (const auto& [problem, line] : rows) CHECK(to_string(problem) == line);
}

TEST_CASE("problems are sorted by file, line, weight and words, and told once") {
    Problems problems = {{"b", 1, Severity::error, "x", ""},  {"a", 10, Severity::error, "x", ""},
                         {"a", 9, Severity::todo, "x", ""},   {"a", 9, Severity::warning, "x", ""},
                         {"a", 9, Severity::error, "z", ""},  {"a", 9, Severity::error, "y", "2"},
                         {"a", 9, Severity::error, "y", "1"}, {"b", 1, Severity::error, "x", ""},
                         {"a", 0, Severity::warning, "x", ""}};
    sort(problems);
    std::string lines;
    for (const auto& problem : problems) lines += to_string(problem) + '\n';
    CHECK(lines ==
          "a: warning: x\n"
          "a:9: error: y (1)\n"
          "a:9: error: y (2)\n"
          "a:9: error: z\n"
          "a:9: warning: x\n"
          "a:9: todo: x\n"
          "a:10: error: x\n"
          "b:1: error: x\n");
}

TEST_CASE("only an error is an error") {
    CHECK(!has_errors({}));
    CHECK(!has_errors({{"a", 1, Severity::todo, "x", ""}, {"a", 1, Severity::warning, "x", ""}}));
    CHECK(has_errors({{"a", 1, Severity::todo, "x", ""}, {"a", 1, Severity::error, "x", ""}}));
}

TEST_CASE("a result is a value or a sentence") {
    Result<std::string> good = std::string("page");
    Result<std::string> bad = Failure{"The printer is off. Switch it on."};
    CHECK(good);
    CHECK(*good == "page");
    CHECK(good->size() == 4);
    *good += 's';
    CHECK(*good == "pages");
    CHECK(!bad);
    CHECK(bad.failure() == Failure{"The printer is off. Switch it on."});
    CHECK_THROWS(static_cast<void>(*bad));
}

TEST_CASE("a box holds its start edges, not its end edges") {
    const Box box{10, 20, 30, 40};
    CHECK(box.right() == 40);
    CHECK(box.bottom() == 60);
    CHECK(box.contains({10, 20}));
    CHECK(box.contains({39.9, 59.9}));
    CHECK(!box.contains({40, 20}));
    CHECK(!box.contains({10, 60}));
    CHECK(!box.contains({9.9, 20}));
    CHECK(box.grown(5) == Box{5, 15, 40, 50});
    CHECK(box.grown(-5) == Box{15, 25, 20, 30});
}

TEST_CASE("boxes that only touch do not overlap") {
    const Box box{0, 0, 10, 10};
    CHECK(box.overlaps({9, 9, 5, 5}));
    CHECK(box.overlaps({2, 2, 2, 2}));
    CHECK(!box.overlaps({10, 0, 5, 5}));
    CHECK(!box.overlaps({0, 10, 5, 5}));
    CHECK(!box.overlaps({-5, -5, 5, 5}));
}

TEST_CASE("instants and durations") {
    const Instant start{1'000};
    CHECK(start + std::chrono::seconds{2} == Instant{3'000});
    CHECK(start - Duration{250} == Instant{750});
    CHECK(Instant{3'000} - start == Duration{2'000});
    CHECK(start < Instant{1'001});
}

TEST_CASE("ids are ordered by index") {
    using Page = Id<struct PageTag>;
    CHECK(Page{1} < Page{2});
    CHECK(Page{3} == Page{3});
    CHECK(std::hash<Page>{}(Page{3}) == 3);
}

TEST_CASE("a theme answers by palette and by the way the panel stands") {
    Theme theme;
    theme.high_contrast[1] = 0xFFFFFF;
    theme.paper[1] = 0x000001;
    theme.landscape[0] = {104, 116, true};
    CHECK(theme.colours(Palette::normal)[1] == 0);
    CHECK(theme.colours(Palette::high_contrast)[1] == 0xFFFFFF);
    CHECK(theme.colours(Palette::paper)[1] == 0x000001);
    CHECK(theme.type(Role::alert, true) == TypeSize{104, 116, true});
    CHECK(theme.type(Role::alert, false) == TypeSize{});
}

}  // namespace kiosk
