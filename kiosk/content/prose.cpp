// SPDX-License-Identifier: Apache-2.0
#include "content/prose.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace kiosk::content {

namespace {

bool ends_sentence(const std::string& word) {
    const auto last = word.find_last_not_of("\"')");
    return last != std::string::npos && std::string_view(".!?:;").find(word[last]) != std::string_view::npos;
}

void add(std::vector<const Text*>& to, const std::vector<Text>& texts) {
    for (const auto& text : texts) to.push_back(&text);
}

Prose of(const Topic& topic) {
    Prose prose{"topic \"" + topic.id + '"', topic.line, {&topic.lead, &topic.tell_clinician}};
    for (const auto* texts : {&topic.help_now, &topic.help_today, &topic.help_soon}) add(prose.texts, *texts);
    return prose;
}

Prose of(const Topic& topic, const Question& question) {
    Prose prose{
        "question \"" + question.id + '"', question.line, {&question.ask, &question.hint, &question.short_hint}};
    add(prose.texts, question.why);
    for (const auto id : question.signs) {
        prose.texts.push_back(&topic[id].label);
        prose.texts.push_back(&topic[id].told);
    }
    return prose;
}

Prose of(const Handout& handout) {
    Prose prose{"handout \"" + handout.id + '"', handout.line, {&handout.title, &handout.summary}};
    for (const auto& part : handout.parts) {
        prose.texts.insert(prose.texts.end(), {&part.heading, &part.dose});
        for (const auto* texts : {&part.paragraphs, &part.steps, &part.points}) add(prose.texts, *texts);
    }
    for (const auto* texts : {&handout.dos, &handout.do_nots, &handout.stop_if, &handout.how_sure, &handout.instead})
        add(prose.texts, *texts);
    for (const auto* cautions : {&handout.withhold, &handout.ask_first})
        for (const auto& caution : *cautions)
            prose.texts.insert(prose.texts.end(), {&caution.because, &caution.reason});
    return prose;
}

}  // namespace

std::vector<Prose> prose(const Topic& topic) {
    std::vector<Prose> all = {of(topic)};
    for (const auto& question : topic.questions) all.push_back(of(topic, question));
    for (const auto& handout : topic.handouts) all.push_back(of(handout));
    return all;
}

std::vector<std::vector<std::string>> sentences(const Text& text) {
    std::istringstream in(text(LanguageId{0}));
    std::vector<std::vector<std::string>> all;
    bool begins = true;
    for (std::string word; in >> word;) {
        if (begins) all.emplace_back();
        all.back().push_back(word);
        begins = ends_sentence(word);
    }
    return all;
}

int syllables(std::string_view word) {
    const auto is_vowel = [](char c) { return std::string_view("aeiouyAEIOUY").find(c) != std::string_view::npos; };
    std::string letters;
    for (const char c : word)
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) letters += c;
    int count = 0;
    for (std::size_t i = 0; i < letters.size(); ++i)
        if (is_vowel(letters[i]) && (i == 0 || !is_vowel(letters[i - 1]))) ++count;
    const bool silent = letters.ends_with('e') && !letters.ends_with("le") && !letters.ends_with("ee");
    return std::max(1, silent ? count - 1 : count);
}

double school_grade(const std::vector<const Text*>& texts) {
    int all_sentences = 0, all_words = 0, all_syllables = 0;
    for (const auto* text : texts)
        for (const auto& sentence : sentences(*text)) {
            ++all_sentences;
            all_words += static_cast<int>(sentence.size());
            for (const auto& word : sentence) all_syllables += syllables(word);
        }
    if (all_words == 0) return 0;
    return 0.39 * all_words / all_sentences + 11.8 * all_syllables / all_words - 15.59;
}

double smog_grade(const std::vector<const Text*>& texts) {
    constexpr int fewest = 30;
    int all_sentences = 0, long_words = 0;
    for (const auto* text : texts)
        for (const auto& sentence : sentences(*text)) {
            ++all_sentences;
            long_words += static_cast<int>(
                std::count_if(sentence.begin(), sentence.end(), [](const auto& word) { return syllables(word) >= 3; }));
        }
    if (all_sentences < fewest) return 0;
    return 1.0430 * std::sqrt(30.0 * long_words / all_sentences) + 3.1291;
}

std::string in_tenths(double grade) {
    const int tenths = static_cast<int>(grade * 10) + 1;
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

std::string hardest_sentence(const std::vector<const Text*>& texts) {
    constexpr std::size_t fewest = 4;  // words: less is a heading
    double most = -100;
    std::string hardest;
    for (const auto* text : texts)
        for (const auto& sentence : sentences(*text)) {
            if (sentence.size() < fewest) continue;
            std::string words;
            int sounds = 0;
            for (const auto& word : sentence) {
                sounds += syllables(word);
                words += (words.empty() ? "" : " ") + word;
            }
            const auto size = static_cast<double>(sentence.size());
            const double grade = 0.39 * size + 11.8 * sounds / size;
            if (grade <= most) continue;
            most = grade;
            hardest = words;
        }
    return hardest;
}

}  // namespace kiosk::content
