// SPDX-License-Identifier: Apache-2.0
#include "content/passages.hpp"

#include <algorithm>
#include <cctype>
#include <set>

namespace kiosk::content {

namespace {

/// Small letters, the apostrophe of typewriters, one space before, between and after the words.
std::string plain(const std::string& text) {
    std::string result = " ";
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (std::string_view(text).substr(at).starts_with("\u2019")) {
            result += '\'';
            at += 2;
        } else if (byte >= 0x80 || std::isalnum(byte) || byte == '\'') {
            result += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
        } else if (result.back() != ' ') {
            result += ' ';
        }
    }
    return result.back() == ' ' ? result : result + ' ';
}

/// In a text that is plain already.
bool has(const std::string& text, const std::string& language, const std::string& phrase) {
    // Chinese and Japanese put no spaces between words.
    const bool spaced = !is_for("zh", language) && !is_for("ja", language);
    const auto words = plain(phrase);
    return text.find(spaced ? words : words.substr(1, words.size() - 2)) != std::string::npos;
}

/// Three capital letters or more; a short name that the clinic lists is none of them.
bool is_shouted(const std::string& word) {
    return word.size() >= 3 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void check_capitals(const Passage& passage, const WordList& list, std::set<std::string>& seen, Problems& problems) {
    for (const auto& word : words_in(passage.text)) {
        if (!is_shouted(word) || !seen.insert(passage.language + ' ' + word).second) continue;
        const bool listed = std::any_of(list.right.begin(), list.right.end(), [&](const auto& words) {
            return is_for(words.first, passage.language) && words.second.contains(word);
        });
        if (listed) continue;
        problems.push_back(
            {passage.file, passage.line, Severity::warning, "\"" + word + "\" is written in capitals",
             "write it in small letters; a name that is always so goes into " + std::string(words_file)});
    }
}

}  // namespace

Problems check_words_to_avoid(const Passages& passages, const WordList& list) {
    Problems problems;
    std::set<std::string> seen;
    for (const auto& passage : passages) {
        const auto text = plain(passage.text);
        for (const auto& [language, phrases] : list.avoid)
            for (const auto& [words, instead] : phrases)
                if (is_for(language, passage.language) && has(text, passage.language, words))
                    problems.push_back({passage.file, passage.line, Severity::warning,
                                        "\"" + words + "\" is on the list of words to avoid", instead});
        check_capitals(passage, list, seen, problems);
    }
    return problems;
}

}  // namespace kiosk::content
