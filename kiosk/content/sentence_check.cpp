// SPDX-License-Identifier: Apache-2.0
#include "content/findings.hpp"
#include "content/prose.hpp"

namespace kiosk::content {

namespace {

constexpr std::size_t most_words = 20;
constexpr double highest_grade = 6;  // Flesch and Kincaid
constexpr double highest_smog = 8;

void check_length(const Findings& found, const Prose& read) {
    for (const auto* text : read.texts)
        for (const auto& sentence : sentences(*text)) {
            if (sentence.size() <= most_words) continue;
            std::string start;
            for (std::size_t i = 0; i < 5; ++i) start += sentence[i] + ' ';
            found.warning(read.line,
                          "a sentence of " + std::to_string(sentence.size()) + " words: \"" + start + "...\"",
                          "make two of it, " + std::to_string(most_words) + " words at most");
        }
}

void check_grade(const Findings& found, const Prose& read) {
    const auto tell = [&](const std::string& what, double grade, double most) {
        if (grade <= most) return;
        found.warning(
            read.line, read.what + what + in_tenths(grade) + "; hardest: \"" + hardest_sentence(read.texts) + '"',
            "write shorter words and sentences, grade " + std::to_string(static_cast<int>(most)) + " at most");
    };
    tell(" reads at school grade ", school_grade(read.texts), highest_grade);
    tell(" is understood at SMOG grade ", smog_grade(read.texts), highest_smog);
}

}  // namespace

void check_sentences(const Findings& found, const Language& language) {
    for (const auto& read : prose(found.topic)) {
        check_length(found, read);
        if (language.code == "en" || language.code.starts_with("en-")) check_grade(found, read);
    }
}

}  // namespace kiosk::content
