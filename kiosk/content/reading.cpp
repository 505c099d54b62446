// SPDX-License-Identifier: Apache-2.0
// How long sentences may be. Alphabets: 20 words, as for the clinic's own. Vietnamese writes each syllable as a word:
// 30. Chinese writes no spaces, and about 2 characters for an English word: 40 characters. No reading scale is known to
// be sound for these, so length alone is judged.
#include "content/reading.hpp"

#include "content/prose.hpp"

#include <algorithm>
#include <map>

namespace kiosk::content {

namespace {

constexpr SentenceLimit limits[] = {{"zh", "characters", 40}, {"vi", "words", 30}, {"", "words", 20}};
constexpr int fewest_words = 4;  // less is a heading

std::size_t characters(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U && c != ' '; }));
}

/// Vowels that sound together count once: a weak one (i, u) beside another; a strong or an accented i, u stands alone.
int spanish_syllables(const std::string& word) {
    static const std::map<std::string, int> vowels = {
        {"a", 2}, {"e", 2}, {"o", 2}, {"i", 1}, {"u", 1}, {"y", 1}, {"á", 2}, {"é", 2}, {"ó", 2}, {"í", 2}, {"ú", 2},
        {"ü", 1}, {"A", 2}, {"E", 2}, {"O", 2}, {"I", 1}, {"U", 1}, {"Á", 2}, {"É", 2}, {"Í", 2}, {"Ó", 2}, {"Ú", 2}};
    int count = 0, before = 0;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t size = static_cast<unsigned char>(word[at]) < 0x80 ? 1 : 2;
        const auto found = vowels.find(word.substr(at, size));
        const int strength = found == vowels.end() ? 0 : found->second;
        if (strength > 0 && (before == 0 || (strength == 2 && before == 2))) ++count;
        before = strength;
        at += size;
    }
    return std::max(1, count);
}

double inflesz(int sentences, int words, int syllables) {
    return 206.835 - 62.3 * syllables / words - static_cast<double>(words) / sentences;
}

void read_english(const std::vector<const Passage*>& passages, Reading& reading) {
    std::vector<Text> held;
    std::vector<const Text*> texts;
    for (const auto* passage : passages) held.push_back({{passage->text}});
    for (const auto& text : held) texts.push_back(&text);
    for (const auto& text : held)
        for (const auto& sentence : sentences(text)) {
            ++reading.sentences;
            reading.words += static_cast<int>(sentence.size());
        }
    reading.measure = "school grade " + in_tenths(std::max(0.0, school_grade(texts)));
    const double smog = smog_grade(texts);
    if (smog > 0) reading.measure += ", SMOG " + in_tenths(smog);
    reading.hardest = hardest_sentence(texts);
}

void read_spanish(const std::vector<const Passage*>& passages, Reading& reading) {
    int syllables = 0;
    double least = 1000;
    for (const auto* passage : passages)
        for (const auto& sentence : sentences_in(passage->text)) {
            const auto words = words_in(sentence);
            if (words.empty()) continue;
            int sounds = 0;
            for (const auto& word : words) sounds += spanish_syllables(word);
            const auto size = static_cast<int>(words.size());
            const double ease = inflesz(1, size, sounds);
            if (size >= fewest_words && ease < least) {
                least = ease;
                reading.hardest = sentence;
            }
            ++reading.sentences;
            reading.words += size;
            syllables += sounds;
        }
    if (reading.words == 0) return;
    reading.inflesz = inflesz(reading.sentences, reading.words, syllables);
    reading.measure = "INFLESZ " + std::to_string(static_cast<int>(reading.inflesz));
}

void read_lengths(const std::vector<const Passage*>& passages, Reading& reading) {
    const auto& limit = sentence_limit(reading.language);
    int longest = 0;
    for (const auto* passage : passages)
        for (const auto& sentence : sentences_in(passage->text)) {
            const auto length = static_cast<int>(length_of(sentence, limit));
            if (length == 0) continue;
            ++reading.sentences;
            reading.words += length;
            if (length <= longest) continue;
            longest = length;
            if (length >= fewest_words) reading.hardest = sentence;
        }
    if (reading.sentences == 0) return;
    reading.measure = std::to_string((reading.words + reading.sentences / 2) / reading.sentences) + ' ' + limit.of +
                      " a sentence, the longest " + std::to_string(longest);
}

Reading read(const std::string& unit, const std::vector<const Passage*>& passages) {
    const auto& first = *passages.front();
    Reading reading{.language = first.language, .unit = unit, .file = first.file, .line = first.line};
    if (is_for("en", first.language))
        read_english(passages, reading);
    else if (is_for("es", first.language))
        read_spanish(passages, reading);
    else
        read_lengths(passages, reading);
    return reading;
}

/// Together what has the same name, in the order in which the names first stand.
template <class Name>
std::vector<std::vector<const Passage*>> gathered(const std::vector<const Passage*>& passages, Name&& name) {
    std::map<std::string, std::size_t> places;
    std::vector<std::vector<const Passage*>> all;
    for (const auto* passage : passages) {
        const auto [place, is_new] = places.emplace(name(*passage), all.size());
        if (is_new) all.emplace_back();
        all[place->second].push_back(passage);
    }
    return all;
}

}  // namespace

const SentenceLimit& sentence_limit(std::string_view language) {
    return *std::find_if(std::begin(limits), std::end(limits), [&](const SentenceLimit& limit) {
        return *limit.language == 0 || is_for(limit.language, std::string(language));
    });
}

std::size_t length_of(const std::string& sentence, const SentenceLimit& limit) {
    return std::string_view(limit.of) == "words" ? words_in(sentence).size() : characters(sentence);
}

std::vector<std::string> sentences_in(const std::string& text) {
    static constexpr std::string_view ends[] = {".",      "!",      "?",      ":",      ";",      "\u061F",
                                                "\u061B", "\u3002", "\uFF01", "\uFF1F", "\uFF1B", "\uFF1A"};
    std::vector<std::string> all(1);
    for (std::size_t at = 0; at < text.size();) {
        const auto rest = std::string_view(text).substr(at);
        const auto mark =
            std::find_if(std::begin(ends), std::end(ends), [&](auto end) { return rest.starts_with(end); });
        const bool in_number = mark != std::end(ends) && mark->size() == 1 && rest.size() > 1 && rest[1] != ' ';
        if (mark == std::end(ends) || in_number) {
            all.back() += text[at++];
            continue;
        }
        at += mark->size();
        while (at < text.size() && text[at] == ' ') ++at;
        all.emplace_back();
    }
    return all;
}

Readings readings(const Passages& passages) {
    std::vector<const Passage*> all;
    for (const auto& passage : passages) all.push_back(&passage);
    Readings made;
    for (const auto& of_language : gathered(all, [](const Passage& p) { return p.language; })) {
        made.push_back(read("all texts", of_language));
        for (const auto& of_unit : gathered(of_language, [](const Passage& p) { return p.unit; }))
            made.push_back(read(of_unit.front()->unit, of_unit));
    }
    return made;
}

}  // namespace kiosk::content
