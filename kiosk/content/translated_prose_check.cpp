// SPDX-License-Identifier: Apache-2.0
// How long sentences may be. Alphabets: 20 words, as for the clinic's own. Vietnamese writes each syllable as a word:
// 30. Chinese writes no spaces, and about 2 characters for an English word: 40 characters. No reading scale is known to
// be sound for these, so length alone is judged; Spanish has INFLESZ (Barrio-Cantalejo 2008), 65 and more is fairly
// easy.
#include "content/passages.hpp"
#include "content/prose.hpp"

#include <algorithm>
#include <map>

namespace kiosk::content {

namespace {

constexpr int least_inflesz = 65;
constexpr std::size_t fewest_words = 30;  // of a unit that a scale can judge

struct Limit {
    const char *language, *of;
    std::size_t most;
};
constexpr Limit limits[] = {{"zh", "characters", 40}, {"vi", "words", 30}, {"", "words", 20}};

/// Parted at the marks that end one, in any script.
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
        all.emplace_back();
    }
    return all;
}

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

struct Count {
    int sentences = 0, words = 0, syllables = 0;
    const Passage* first = nullptr;
    std::string hardest;
    double least = 1000;
};

double inflesz(int sentences, int words, int syllables) {
    return 206.835 - 62.3 * syllables / words - static_cast<double>(words) / sentences;
}

void count(const Passage& passage, Count& unit) {
    if (!unit.first) unit.first = &passage;
    for (const auto& sentence : sentences_in(passage.text)) {
        const auto words = words_in(sentence);
        if (words.empty()) continue;
        int syllables = 0;
        for (const auto& word : words) syllables += spanish_syllables(word);
        const auto size = static_cast<int>(words.size());
        const double ease = inflesz(1, size, syllables);
        if (size >= 4 && ease < unit.least) {
            unit.least = ease;
            unit.hardest = sentence;
        }
        ++unit.sentences;
        unit.words += size;
        unit.syllables += syllables;
    }
}

std::string trimmed(const std::string& text) {
    const auto from = text.find_first_not_of(' ');
    return from == std::string::npos ? "" : text.substr(from);
}

void check_length(const Passage& passage, Problems& problems) {
    const auto& limit = *std::find_if(std::begin(limits), std::end(limits), [&](const Limit& l) {
        return *l.language == 0 || is_for(l.language, passage.language);
    });
    const bool spaced = std::string_view(limit.of) == "words";
    for (const auto& sentence : sentences_in(passage.text)) {
        const auto size = spaced ? words_in(sentence).size() : characters(sentence);
        if (size > limit.most)
            problems.push_back(
                {passage.file, passage.line, Severity::warning,
                 "a sentence of " + std::to_string(size) + ' ' + limit.of + ": \"" + trimmed(sentence) + '"',
                 "make two of it, " + std::to_string(limit.most) + ' ' + limit.of + " at most"});
    }
}

}  // namespace

Problems check_translated_prose(const Passages& passages) {
    Problems problems;
    std::map<std::string, Count> units;
    for (const auto& passage : passages) {
        if (passage.source.empty()) continue;
        check_length(passage, problems);
        if (is_for("es", passage.language)) count(passage, units[passage.unit]);
    }
    for (const auto& [what, unit] : units) {
        if (unit.words < static_cast<int>(fewest_words)) continue;
        const int ease = static_cast<int>(inflesz(unit.sentences, unit.words, unit.syllables));
        if (ease < least_inflesz)
            problems.push_back({unit.first->file, unit.first->line, Severity::warning,
                                what + " has " + std::to_string(ease) + " on the INFLESZ scale; hardest: \"" +
                                    trimmed(unit.hardest) + '"',
                                "write shorter words and sentences, " + std::to_string(least_inflesz) + " at least"});
    }
    return problems;
}

}  // namespace kiosk::content
