// SPDX-License-Identifier: Apache-2.0
// What reviewers read of the small clinic, whole: the book but for its pictures of screens and sheets, and a
// difference.
#include "views/book.hpp"
#include "views/difference_paper.hpp"
#include "views/elsewhere.hpp"

#include "fixtures/small.hpp"
#include "golden.hpp"
#include "views/shipped_content.hpp"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

content::Content clinic() {
    auto content = fixtures::small_clinic();
    content.hash = "(hash)";  // it changes with the shipped theme and pictures
    return content;
}

std::string described(const page::Document& document, const page::Style& style) {
    std::string text;
    for (const auto& sheet : page::lay_out(document, style)) text += page::describe(sheet) + "----\n";
    return text;
}

}  // namespace

TEST_CASE("the sign-off book of a small clinic, page by page but for the pictures") {
    const auto content = clinic();
    views::BookFacts facts;
    facts.date = "2026-11-22";
    facts.problems = {{"screens/small.xml", 12, Severity::warning, "a sentence of 23 words", "make two of it"}};
    facts.proved = {"small: proved: 10 states, 20 steps"};
    facts.readings = content::readings(content::passages(content, {}, {}));
    std::erase_if(facts.readings, [](const auto& reading) {  // of the interface, which grows
        return reading.unit == "all texts" || reading.unit.starts_with("interface");
    });
    std::string text;
    for (const auto& document : views::book(content, facts, shipped::style()))
        if (!document.title.starts_with("Every s")) text += described(document, shipped::style());
    CHECK(text == golden::kept("views", "small-book.txt", text));
}

TEST_CASE("a difference of a small clinic: another urgency, another sentence, a handout less") {
    const auto before = clinic();
    auto after = before;
    after.hash = "(another hash)";
    auto& topic = after.topics.front();
    topic.handouts.front().title.in.front() = "Another title";
    topic.handouts.pop_back();
    for (auto& sign : topic.signs)
        if (sign.urgency == content::Urgency::today) sign.urgency = content::Urgency::emergency;
    const views::Difference difference{views::led_elsewhere(before, after), content::changed_facts(before, after),
                                       content::changed_texts(before, after)};
    REQUIRE_FALSE(difference.elsewhere.empty());
    const auto paper = views::difference_paper(before, after, difference, {}, shipped::style());
    const auto text = described(paper, shipped::style());
    CHECK(text == golden::kept("views", "small-difference.txt", text));
}
