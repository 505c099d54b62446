// SPDX-License-Identifier: Apache-2.0
// Too many blocks for one page: each stands on exactly one, whole, and the keys that turn pages do not move.
#include "samples.hpp"
#include "style_for_tests.hpp"

#include <doctest/doctest.h>

#include <set>
#include <sstream>

namespace kiosk::page {
namespace {

std::vector<std::string> choices_on(const Sheet& sheet) {
    std::vector<std::string> result;
    for (const Target& target : sheet.targets) {
        if (target.label.rfind("Choice", 0) == 0) result.push_back(target.label);
    }
    return result;
}

bool has(const Sheet& sheet, const std::string& line) {
    return describe(sheet).find(line + "\n") != std::string::npos;
}

Page with_paged(Paged paged) {
    Page page = paged_page(1, paged.page);
    page.sheet.front() = {std::move(paged)};
    return page;
}

}  // namespace

TEST_CASE("what fits is one page without a page row") {
    const Sheet sheet = lay_out(paged_page(5, 0), portrait, style_for_tests());
    CHECK(sheet.pages == 1);
    CHECK(choices_on(sheet).size() == 5);
    CHECK_FALSE(has(sheet, "[Next]"));
    CHECK(has(sheet, "[Continue]"));
    CHECK(joined(misfits_of(sheet)) == "");
}

TEST_CASE("what does not fit is paged: all of it, once, in order") {
    struct Line {
        const char* name;
        int rows;
        Size size;
    };
    const Line table[] = {{"a few too many", 8, portrait},
                          {"many", 23, portrait},
                          {"many, wide", 23, landscape},
                          {"just one too many", 7, portrait}};
    for (const Line& line : table) {
        CAPTURE(line.name);
        const int pages = lay_out(paged_page(line.rows, 0), line.size, style_for_tests()).pages;
        CHECK(pages > 1);
        std::vector<std::string> all;
        std::set<std::string> row_places;
        for (int i = 0; i < pages; ++i) {
            const Sheet sheet = lay_out(paged_page(line.rows, i), line.size, style_for_tests());
            CHECK(joined(misfits_of(sheet)) == "");
            CHECK(sheet.page == i);
            CHECK(sheet.pages == pages);
            CHECK(has(sheet, std::to_string(i + 1) + " of " + std::to_string(pages)));
            CHECK(has(sheet, i == 0 ? "(disabled) [Previous]" : "[Previous]"));
            CHECK(has(sheet, i + 1 == pages ? "(disabled) [Next]" : "[Next]"));
            CHECK(has(sheet, "[Continue]") == (i + 1 == pages));
            for (const std::string& label : choices_on(sheet)) all.push_back(label);
            if (i + 1 < pages && i > 0) row_places.insert(place_of(sheet, "[Next]"));
        }
        CHECK(row_places.size() <= 1);
        std::string expected;
        for (int i = 1; i <= line.rows; ++i) expected += "Choice " + std::to_string(i) + "\n";
        CHECK(joined(all) == expected);
    }
}

TEST_CASE("a page beyond the last is the last") {
    const Sheet last = lay_out(paged_page(23, 99), portrait, style_for_tests());
    CHECK(last.page == last.pages - 1);
    CHECK(choices_on(last).back() == "Choice 23");
}

TEST_CASE("a heading is never left last on a page") {
    for (int rows = 1; rows < 14; ++rows) {
        CAPTURE(rows);
        Paged paged;
        paged.gap = 20;
        for (int i = 0; i < rows; ++i) paged.blocks.push_back(a_text("Line " + std::to_string(i)));
        paged.blocks.push_back(a_text("Heading", Role::subhead, Tag::heading2));
        for (int i = 0; i < 10; ++i) paged.blocks.push_back(a_text("Below " + std::to_string(i)));
        for (int at = 0; at < 3; ++at) {
            paged.page = at;
            const Sheet sheet = lay_out(with_paged(paged), portrait, style_for_tests());
            if (has(sheet, "== Heading")) CHECK(has(sheet, "Below 0"));
        }
    }
}

TEST_CASE("new_page starts a page, and a page's picture and sheet are its own") {
    Paged paged;
    paged.blocks = {{Standing{{"chin-tuck", "Chin tuck"}, 670}},
                    a_text("First part", Role::subhead, Tag::heading2),
                    {Space{}, NewPage::yes},
                    a_text("Second part", Role::subhead, Tag::heading2)};
    Page page = with_paged(paged);
    page.read = {a_text("Two parts", Role::handout_title, Tag::heading1)};
    page.sheet_top = 252;
    const Sheet first = lay_out(page, portrait, style_for_tests());
    CHECK(first.pages == 2);
    CHECK(has(first, "(picture: Chin tuck)"));
    CHECK(place_of(first, "== First part") == "64,718 952x64");
    std::get<Paged>(page.sheet.front().is).page = 1;
    const Sheet second = lay_out(page, portrait, style_for_tests());
    CHECK_FALSE(has(second, "(picture: Chin tuck)"));
    CHECK(place_of(second, "== Second part") == "64,300 952x64");
    CHECK(joined(misfits_of(first)) + joined(misfits_of(second)) == "");
}

TEST_CASE("what goes on from a page with a picture goes on beside it where that takes no room") {
    Paged paged;
    paged.gap = 20;
    paged.blocks = {{Standing{{"chin-tuck", "Chin tuck"}, 670}}};
    for (int i = 0; i < 14; ++i) paged.blocks.push_back(a_text("Line " + std::to_string(i), Role::reading));
    paged.blocks.push_back({Space{}, NewPage::yes});
    paged.blocks.push_back(a_text("How sure are we?", Role::reading));
    Page page = with_paged(paged);
    std::string upright, wide;
    for (int i = 0; i < 4; ++i) {
        std::get<Paged>(page.sheet.front().is).page = i;
        upright += has(lay_out(page, portrait, style_for_tests()), "(picture: Chin tuck)") ? "x" : "-";
        wide += has(lay_out(page, landscape, style_for_tests()), "(picture: Chin tuck)") ? "x" : "-";
    }
    CHECK(upright == "x---");
    CHECK(wide == "xx--");
}

TEST_CASE("a picture gives the room that spares a page, and no more than it may") {
    const auto pages_with = [](int lines, double least_top) {
        Paged paged;
        paged.gap = 20;
        paged.blocks = {{Standing{{"chin-tuck", "Chin tuck", {592, 444}}, 670, least_top}}};
        for (int i = 0; i < lines; ++i) paged.blocks.push_back(a_text("Line " + std::to_string(i), Role::reading));
        Page page = with_paged(paged);
        page.read = {a_text("A part", Role::handout_title, Tag::heading1)};
        const Sheet sheet = lay_out(page, portrait, style_for_tests());
        CHECK(joined(misfits_of(sheet)) == "");
        return std::to_string(sheet.pages) + (has(sheet, "(picture: Chin tuck)") ? " with its picture" : "");
    };
    int fits = 1;
    while (pages_with(fits + 1, 670)[0] == '1') ++fits;
    CHECK(pages_with(fits + 1, 670) == "2 with its picture");
    CHECK(pages_with(fits + 1, 470) == "1 with its picture");
    CHECK(pages_with(fits + 4, 470) == "2 with its picture");
}

TEST_CASE("a part goes on where it fits whole, and starts a page where it does not") {
    const auto second_part_on = [](int before, int lines) {
        Paged paged;
        paged.gap = 20;
        for (int i = 0; i < before; ++i) paged.blocks.push_back(a_text("Before " + std::to_string(i), Role::reading));
        paged.blocks.push_back({Space{}, NewPage::unless_it_fits});
        for (int i = 0; i < lines; ++i) paged.blocks.push_back(a_text("Line " + std::to_string(i), Role::reading));
        paged.blocks.push_back({Space{}, NewPage::yes});
        paged.blocks.push_back(a_text("After", Role::reading));
        Page page = with_paged(paged);
        for (int i = 0;; ++i) {
            std::get<Paged>(page.sheet.front().is).page = i;
            const Sheet sheet = lay_out(page, portrait, style_for_tests());
            if (has(sheet, "Line 0"))
                return std::to_string(i) + (has(sheet, "Line " + std::to_string(lines - 1)) ? " whole" : " split");
        }
    };
    CHECK(second_part_on(2, 2) == "0 whole");
    CHECK(second_part_on(3, 5) == "1 whole");
}

TEST_CASE("a grid turns by its rows") {
    Grid grid;
    for (int i = 1; i <= 9; ++i) {
        Frame card{{a_text("Card " + std::to_string(i))}};
        card.least_height = 330;
        grid.blocks.push_back({card});
    }
    Paged paged;
    paged.blocks = {{grid}};
    std::string all;
    const int pages = lay_out(with_paged(paged), portrait, style_for_tests()).pages;
    CHECK(pages == 5);
    for (int i = 0; i < pages; ++i) {
        paged.page = i;
        const Sheet sheet = lay_out(with_paged(paged), portrait, style_for_tests());
        std::istringstream lines(describe(sheet));
        for (std::string line; std::getline(lines, line);) {
            if (line.rfind("Card", 0) == 0) all += line + (i + 1 < pages ? ", " : "; ");
        }
    }
    CHECK(all == "Card 1, Card 2, Card 3, Card 4, Card 5, Card 6, Card 7, Card 8, Card 9; ");
}

TEST_CASE("a heading and its first line, too high together for any page, stand one after the other") {
    std::string words = "Part";
    for (int j = 0; j < 48; ++j) words += " gentle";
    Page page = with_paged({{{Column{{a_text(words), a_text(words)}, 12}}}});
    const Sheet sheet = lay_out(page, landscape, style_for_tests());
    CHECK(sheet.pages == 2);
    CHECK(joined(misfits_of(sheet)) == "");
}

TEST_CASE("letters too large for a block step down on all pages of it alike") {
    Paged paged;
    for (int i = 0; i < 6; ++i) {
        std::string words = "Part " + std::to_string(i);
        for (int j = 0; j < (i == 3 ? 90 : 8); ++j) words += " gentle";
        paged.blocks.push_back(a_text(words));
    }
    Page page = with_paged(paged);
    page.text_scale = 1.4;
    std::set<int> pages;
    std::set<std::string> said;
    std::size_t parts = 0;
    for (int i = 0; i < lay_out(page, portrait, style_for_tests()).pages; ++i) {
        std::get<Paged>(page.sheet.front().is).page = i;
        const Sheet sheet = lay_out(page, portrait, style_for_tests());
        pages.insert(sheet.pages);
        for (const std::string& what : misfits_of(sheet)) said.insert(what);
        std::istringstream lines(describe(sheet));
        for (std::string line; std::getline(lines, line);) parts += line.rfind("Part", 0) == 0 ? 1 : 0;
    }
    CHECK(pages.size() == 1);
    CHECK(parts == 6);
    CHECK(joined({said.begin(), said.end()}) ==
          "does not fit in letters of this size, so they are smaller: a block is higher than its page\n");
}

}  // namespace kiosk::page
