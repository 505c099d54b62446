// SPDX-License-Identifier: Apache-2.0
// Files damaged at random: the reading ends with a sentence or with a sound Content, whatever stands in them.
// The short run belongs to every test; the long one to tests/run full (-ns takes it in).
#include "content/broken.hpp"

#include <algorithm>
#include <random>

namespace kiosk::content {

namespace {

template <class Ids, class List>
bool all_in(const Ids& ids, const List& list) {
    return std::all_of(ids.begin(), ids.end(), [&](auto id) { return id.index < list.size(); });
}

bool sound(const Topic& topic, const Question& question) {
    bool blocks = !question.signs.empty();
    for (const auto id : question.signs) blocks = blocks && topic[id].urgency >= Urgency::today;
    return !question.signs.empty() && all_in(question.signs, topic.signs) && all_in(question.sources, topic.sources) &&
           !question.ask.empty() && (blocks || !question.ends_check);
}

bool sound(const Topic& topic, const Handout& handout) {
    const auto in_topic = [&](const std::vector<Caution>& cautions) {
        return std::all_of(cautions.begin(), cautions.end(), [&](const Caution& c) {
            return !c.signs.empty() && all_in(c.signs, topic.signs) && !c.because.empty() && !c.reason.empty();
        });
    };
    const bool parts = std::all_of(handout.parts.begin(), handout.parts.end(), [&](const Part& part) {
        return all_in(part.withhold, topic.signs) && all_in(part.only_if, topic.signs);
    });
    return parts && handout.group.index < topic.groups.size() && all_in(handout.see_also, topic.handouts) &&
           all_in(handout.sources, topic.sources) && in_topic(handout.withhold) && in_topic(handout.ask_first);
}

/// Everything a Content promises to the rooms that read it.
bool sound(const Content& content) {
    bool all = !content.languages.empty() && !content.topics.empty() && !content.clinic.emergency_number.empty();
    for (const auto& topic : content.topics) {
        for (const auto& question : topic.questions) all = all && sound(topic, question);
        for (const auto& handout : topic.handouts) all = all && sound(topic, handout);
        for (const auto& sign : topic.signs) all = all && sign.question.index < topic.questions.size();
        for (const auto& t : topic.together) all = all && all_in(t.all, topic.signs) && all_in(t.any, topic.signs);
    }
    return all;
}

class Damage {
public:
    explicit Damage(unsigned seed) : m_random(seed) {}

    FilesByPath to(FilesByPath files) {
        static const char* paths[] = {
            "content.xml",       "screens/small.xml",     "screens/small.xml",           "screens/small.xml",
            "screens/theme.xml", "screens/interface.xml", "screens/pictures/walking.svg"};
        auto& text = files[paths[below(std::size(paths))]];
        for (std::size_t hit = 0; hit <= below(3); ++hit) {
            static const std::string bits[] = {
                "<",          ">",         "\"",   "&",          "&amp;", "&#0;", "&#x110000;",
                "</",         "/>",        "<!--", "-->",        "]]>",   "\xC3", std::string(1, '\0'),
                "<question>", "</topic>",  "yes",  "9999999999", "{",     "}",    "  ",
                "id=\"\"",    "<![CDATA[", "",     "\n",         "-",     "."};
            const auto at = below(text.size() + 1);
            text.replace(at, below(6), bits[below(std::size(bits))]);
        }
        return files;
    }

    /// Swaps two elements or two values: form stays whole, so that the readers behind it are reached.
    FilesByPath swap_in(FilesByPath files) {
        auto& text = files["screens/small.xml"];
        const auto one = value_after(text, below(text.size())), other = value_after(text, below(text.size()));
        if (one.empty() || other.empty()) return files;
        const auto at = text.find(one);
        text.replace(at, one.size(), other);
        return files;
    }

private:
    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(m_random); }

    static std::string value_after(const std::string& text, std::size_t at) {
        const auto begin = text.find("=\"", at);
        if (begin == std::string::npos) return {};
        return text.substr(begin, text.find('"', begin + 2) - begin);
    }

    std::mt19937 m_random;
};

void damage(unsigned seed, int rounds) {
    const auto whole = with_light_drawings(small_files());
    Damage damage(seed);
    int read = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto files = round % 2 == 0 ? damage.to(whole) : damage.swap_in(whole);
        const auto loaded = load(from_memory(files));
        if (loaded.content.has_value() == has_errors(loaded.problems))
            FAIL("neither read nor refused, round " << round);
        for (const auto& problem : loaded.problems)
            if (!has_true_place(problem, files)) FAIL("round " << round << ": " << to_string(problem));
        if (!loaded.content) continue;
        ++read;
        check(*loaded.content, "2026-11-22");
        if (!sound(*loaded.content)) FAIL("read, but not sound, round " << round);
    }
    CHECK(read > 0);
    CHECK(read < rounds);
}

}  // namespace

TEST_CASE("files damaged at random, for a moment") {
#ifdef KIOSK_SLOW
    damage(20261122, 500);  // every normal run does all of them in Release
#else
    damage(20261122, 10'000);
#endif
}

TEST_CASE("long: files damaged at random" * doctest::skip()) {
    for (unsigned seed = 1; seed <= 20; ++seed) damage(seed, 5'000);
}

}  // namespace kiosk::content
