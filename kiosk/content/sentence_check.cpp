// SPDX-License-Identifier: Apache-2.0
#include "content/findings.hpp"
#include "content/prose.hpp"

namespace kiosk::content {

namespace {

constexpr std::size_t most_words = 20;
constexpr double highest_grade = 6;

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
    const double grade = school_grade(read.texts);
    if (grade <= highest_grade) return;
    const int tenths = static_cast<int>(grade * 10) + 1;
    found.warning(
        read.line,
        read.what + " reads at school grade " + std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10),
        "write shorter words and sentences, grade 6 at most");
}

}  // namespace

void check_sentences(const Findings& found, const Language& language) {
    for (const auto& read : prose(found.topic)) {
        check_length(found, read);
        if (language.code == "en" || language.code.starts_with("en-")) check_grade(found, read);
    }
}

}  // namespace kiosk::content
