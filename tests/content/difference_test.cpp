// SPDX-License-Identifier: Apache-2.0
// What differs between two contents, as a reviewer reads it.
#include "content/difference.hpp"

#include "fixtures/small.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace kiosk;
using namespace kiosk::content;

namespace {

using Sentences = std::vector<std::string>;

std::string plain(const std::vector<Piece>& pieces) {
    std::string text;
    for (const auto& piece : pieces) text += piece.changed ? "[" + piece.words + "]" : piece.words;
    return text;
}

}  // namespace

TEST_CASE("the same content twice differs in nothing") {
    const auto content = fixtures::small_clinic();
    CHECK(changed_texts(content, content).empty());
    CHECK(changed_facts(content, content) == Sentences{});
}

TEST_CASE("every text has a place of its own, and each that is changed is found in its language") {
    const auto before = fixtures::small_clinic();
    const auto all = texts(before);
    std::set<std::string> places;
    for (const auto& text : all) CHECK_MESSAGE(places.insert(text.place).second, text.place);
    auto after = before;
    auto& handout = after.topics.front().handouts.front();
    handout.title.in = {"Hot bath"};
    handout.parts.front().steps.back().in = {"Stay in for a long time."};
    after.topics.front().signs.front().label.in = {"Ache in your chest"};
    after.interface.at("key.back").in = {"Go back"};
    CHECK(changed_texts(before, after) ==
          std::vector<ChangedText>{
              {"choice \"chest-pain\": its words", "en", "Pain in your chest", "Ache in your chest"},
              {"handout \"warm-bath\": title", "en", "Warm bath", "Hot bath"},
              {"handout \"warm-bath\": part 1, step 2", "en", "Stay in for a short time.", "Stay in for a long time."},
              {"interface \"key.back\": its words", "en", before.interface.at("key.back").in.front(), "Go back"}});
}

TEST_CASE("a translation is compared with itself; a language that came is one fact, not every text") {
    auto before = fixtures::small_clinic();
    auto after = before;
    after.languages.push_back({"es", "Español", false});
    after.topics.front().title.in.push_back("Prueba");
    CHECK(changed_texts(before, after).empty());
    CHECK(changed_facts(before, after) == Sentences{"Language \"es\" is now offered to patients."});
    CHECK(changed_facts(after, before) ==
          Sentences{"Language \"es\" is no longer offered to patients: left out, or a text of it is not current."});
    before = after;
    after.topics.front().title.in.back() = "Otra prueba";
    CHECK(changed_texts(before, after) ==
          std::vector<ChangedText>{{"topic \"small\": title", "es", "Prueba", "Otra prueba"}});
}

TEST_CASE("what was changed beside the words is said in sentences") {
    const auto before = fixtures::small_clinic();
    auto after = before;
    auto& topic = after.topics.front();
    topic.questions[3].urgency = Urgency::emergency;
    topic.handouts.front().withhold.clear();
    topic.sources.front().year = "2020";
    topic.together.front().urgency = Urgency::today;
    topic.handouts.pop_back();
    after.clinic.timing.idle = Duration{90'000};
    CHECK(changed_facts(before, after) ==
          Sentences{"Handout \"" + before.topics.front().handouts.back().id + "\" was removed.",
                    "Handout \"warm-bath\": withhold was \"kidney\", is now nothing.",
                    "Question \"fever\": urgency was \"today\", is now \"emergency\".",
                    "Source \"S1\": year was \"" + before.topics.front().sources.front().year + "\", is now \"2020\".",
                    "Timing: idle was \"60 s\", is now \"90 s\".",
                    "Together rule \"fever with any of weak-immune needle-drugs -> emergency\" was removed.",
                    "Together rule \"fever with any of weak-immune needle-drugs -> today\" was added."});
}

TEST_CASE("a rule deleted in front of others changes nothing that is said of the others") {
    auto before = fixtures::small_clinic();
    auto& rules = before.topics.front().together;
    rules.insert(rules.begin(), {{SignId{0}}, {SignId{1}}, Urgency::today, {{"Both"}}});
    auto after = before;
    after.topics.front().together.erase(after.topics.front().together.begin());
    CHECK(changed_texts(before, after) ==
          std::vector<ChangedText>{
              {"together rule \"chest-pain with any of hard-to-breathe\": note for staff", "en", "Both", ""}});
}

TEST_CASE("texts are marked word by word; scripts without spaces letter by letter") {
    const auto words = marked("Stay in for a short time.", "Stay in for a very long time.");
    CHECK(plain(words.before) == "Stay in for a [short ]time.");
    CHECK(plain(words.after) == "Stay in for a [very long ]time.");
    const auto letters = marked("背部疼痛", "背部很疼痛");
    CHECK(plain(letters.after) == "背部[很]疼痛");
    CHECK(plain(marked("", "New").after) == "[New]");
    CHECK(marked("", "New").before.empty());
}
