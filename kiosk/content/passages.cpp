// SPDX-License-Identifier: Apache-2.0
#include "content/passages.hpp"

#include "content/prose.hpp"

#include <map>

namespace kiosk::content {

namespace {

/// Marks between words that are not ASCII: general punctuation, CJK and Arabic marks, the Spanish ones.
bool parts_words(std::string_view character) {
    static constexpr std::string_view marks =
        "\u00A0\u00A1\u00AB\u00B0\u00B7\u00BB\u00BF\u00D7\u060C\u061B\u061F\u066A\u066B\u066C\u3000\u3001\u3002\uFF01"
        "\uFF08"
        "\uFF09\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F";
    const bool general =
        character.size() == 3 && character[0] == '\xE2' && (character[1] == '\x80' || character[1] == '\x81');
    return general || (character.size() > 1 && marks.find(character) != std::string_view::npos);
}

std::string_view letter_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return text.substr(at, byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4);
}

bool is_letter(std::string_view character) {
    const char c = character[0];
    if (character.size() == 1)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' || (c >= '0' && c <= '9');
    return !parts_words(character);
}

/// A digit of ours or of Arabic in it: a number, not a word.
bool has_digit(const std::string& word) {
    return word.find_first_of("0123456789") != std::string::npos || word.find("\xD9\xA0") != std::string::npos;
}

std::string without_quotes(const std::string& word) {
    const auto first = word.find_first_not_of('\'');
    return first == std::string::npos ? "" : word.substr(first, word.find_last_not_of('\'') - first + 1);
}

}  // namespace

std::vector<std::string> words_in(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    const auto end = [&] {
        word = without_quotes(word);
        if (!word.empty() && !has_digit(word)) words.push_back(word);
        word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '{') {
            end();
            at = std::min(text.find('}', at), text.size() - 1) + 1;
            continue;
        }
        const auto character = letter_at(text, at);
        at += character.size();
        if (character == "\u2019")
            word += '\'';
        else if (is_letter(character))
            word += character;
        else
            end();
    }
    end();
    return words;
}

Passages passages(const Content& content, const WrittenTexts& written, const TranslatedTexts& translated) {
    std::map<std::string, const Written*> places;
    for (const auto& text : written) places.emplace(text.text, &text);
    Passages all;
    const auto& language = content.languages.front().code;
    const auto add = [&](const std::string& unit, const std::string& text, const std::string& file, int line) {
        if (text.empty()) return;
        const auto found = places.find(text);
        if (found == places.end()) return all.push_back({language, unit, file, line, text, ""});
        all.push_back({language, unit, found->second->file, found->second->line, text, ""});
    };
    for (const auto& topic : content.topics)
        for (const auto& read : prose(topic))
            for (const auto* text : read.texts) add(read.what, (*text)(LanguageId{0}), topic.file, read.line);
    for (const auto& [name, text] : content.interface)
        add("interface \"" + name.substr(0, name.find('.')) + '"', text(LanguageId{0}), "screens/interface.xml", 0);
    for (const auto& [code, file, line, meeting, source, target] : translated)
        all.push_back({code, meeting, file, line, target, source});
    return all;
}

}  // namespace kiosk::content
