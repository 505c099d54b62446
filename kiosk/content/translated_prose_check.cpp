// SPDX-License-Identifier: Apache-2.0
// Of the INFLESZ scale, 65 and more is fairly easy.
#include "content/reading.hpp"

namespace kiosk::content {

namespace {

constexpr int least_inflesz = 65;
constexpr int fewest_words = 30;  // of a unit that a scale can judge

void check_length(const Passage& passage, Problems& problems) {
    const auto& limit = sentence_limit(passage.language);
    for (const auto& sentence : sentences_in(passage.text)) {
        const auto size = length_of(sentence, limit);
        if (size > limit.most)
            problems.push_back({passage.file, passage.line, Severity::warning,
                                "a sentence of " + std::to_string(size) + ' ' + limit.of + ": \"" + sentence + '"',
                                "make two of it, " + std::to_string(limit.most) + ' ' + limit.of + " at most"});
    }
}

void check_inflesz(const Reading& read, Problems& problems) {
    const int ease = static_cast<int>(read.inflesz);
    if (read.words >= fewest_words && ease < least_inflesz)
        problems.push_back(
            {read.file, read.line, Severity::warning,
             read.unit + " has " + std::to_string(ease) + " on the INFLESZ scale; hardest: \"" + read.hardest + '"',
             "write shorter words and sentences, " + std::to_string(least_inflesz) + " at least"});
}

}  // namespace

Problems check_translated_prose(const Passages& passages) {
    Problems problems;
    Passages spanish;
    for (const auto& passage : passages) {
        if (passage.source.empty()) continue;
        check_length(passage, problems);
        if (is_for("es", passage.language)) spanish.push_back(passage);
    }
    for (const auto& read : readings(spanish))
        if (read.unit != "all texts") check_inflesz(read, problems);
    return problems;
}

}  // namespace kiosk::content
