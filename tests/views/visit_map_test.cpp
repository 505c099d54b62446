// SPDX-License-Identifier: Apache-2.0
// The map as Graphviz reads it, beside a text that was looked at; and what a map must never leave out.
#include "views/visit_map.hpp"

#include "fixtures/small.hpp"
#include "golden.hpp"
#include "shipped_content.hpp"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::views;

namespace {

std::string all_of(const content::Content& content) {
    std::string text;
    for (const auto& chart : visit_map(content, {0}))
        text += "== " + chart.title + "\n" + chart.legend + "\n" + chart.dot;
    return text;
}

}  // namespace

TEST_CASE("the map of the small clinic is as it was looked at") {
    const auto made = all_of(fixtures::small_clinic());
    CHECK(made == golden::kept("views", "map-small.txt", made));
}

TEST_CASE("every question, sign, rule and handout of the shipped content is on the map, each node once") {
    const auto& content = shipped::content();
    const auto& topic = content.topics.front();
    const auto text = all_of(content);
    const auto times = [&](const std::string& words) {
        int count = 0;
        for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
        return count;
    };
    for (std::size_t i = 0; i < topic.questions.size(); ++i) CHECK(times("  q" + std::to_string(i + 1) + " [id=") == 1);
    for (std::size_t i = 0; i < topic.signs.size(); ++i) CHECK(times(">" + sign_number(topic, {i}) + "<br") >= 1);
    for (std::size_t i = 0; i < topic.together.size(); ++i)
        CHECK(times("Together " + std::to_string(i + 1) + ":") == 1);
    for (std::size_t i = 0; i < topic.handouts.size(); ++i) CHECK(times("  h" + std::to_string(i + 1) + " [id=") == 1);
    int cautions = 0;
    for (const auto& handout : topic.handouts)
        cautions += static_cast<int>(handout.withhold.size() + handout.ask_first.size());
    CHECK(times(":e -> h") == cautions);
}

TEST_CASE("words of a clinic cannot break out of a label") {
    auto content = fixtures::small_clinic();
    content.topics.front().questions.front().ask.in = {"<b>\"x\" & y</b>]; q9 -> q9"};
    const auto text = all_of(content);
    CHECK(text.find("1. &lt;b&gt;&quot;x&quot; &amp; y&lt;/b&gt;]; q9 -&gt; q9<br") != std::string::npos);
}
