// SPDX-License-Identifier: Apache-2.0
#include "content/passages.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace kiosk::content {

namespace {

/// Arabic and full-width digits as ours; separators of thousands left out, a decimal comma as a point.
std::string with_our_digits(const std::string& text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = [&](std::size_t i) {
            return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
        };
        if (byte(0) == 0xD9 && byte(1) >= 0xA0 && byte(1) <= 0xA9)
            result += static_cast<char>('0' + byte(1) - 0xA0), at += 1;
        else if (byte(0) == 0xDB && byte(1) >= 0xB0 && byte(1) <= 0xB9)
            result += static_cast<char>('0' + byte(1) - 0xB0), at += 1;
        else if (byte(0) == 0xEF && byte(1) == 0xBC && byte(2) >= 0x90 && byte(2) <= 0x99)
            result += static_cast<char>('0' + byte(2) - 0x90), at += 2;
        else if (byte(0) == 0xD9 && byte(1) == 0xAB)
            result += '.', at += 1;
        else
            result += text[at];
    }
    return result;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

using Numbers = std::set<std::string>;

struct PlacedNumber {
    std::string number;  ///< in digits, as it stands: "2", "1.5", "10000"
    std::size_t begin, end;
};

/// Of a text in our digits.
std::vector<PlacedNumber> placed_numbers(const std::string& text) {
    std::vector<PlacedNumber> numbers;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        std::string number;
        const auto begin = at;
        for (; at < text.size(); ++at) {
            const bool inside = at + 1 < text.size() && is_digit(text[at + 1]) && (text[at] == '.' || text[at] == ',');
            if (!is_digit(text[at]) && !inside) break;
            if (is_digit(text[at])) {
                number += text[at];
                continue;
            }
            const auto group = std::min(text.find_first_not_of("0123456789", at + 1), text.size()) - at - 1;
            if (group != 3) number += '.';
        }
        numbers.push_back({number, begin, at});
    }
    return numbers;
}

Numbers numbers_in(const std::string& text) {
    Numbers numbers;
    for (const auto& one : placed_numbers(with_our_digits(text))) numbers.insert(one.number);
    return numbers;
}

/// Small numbers that a language writes as words where another has a digit: "two", or a month.
struct InWords {
    const char *language, *number, *words;
};
constexpr std::array in_words{
    InWords{"en", "1", " one once January "},
    InWords{"en", "2", " two both twice February "},
    InWords{"en", "3", " three March "},
    InWords{"en", "4", " four April "},
    InWords{"en", "5", " five May "},
    InWords{"en", "6", " six half June "},
    InWords{"en", "7", " July "},
    InWords{"en", "8", " August "},
    InWords{"en", "9", " September "},
    InWords{"en", "10", " ten October "},
    InWords{"en", "11", " November "},
    InWords{"en", "12", " December "},
    InWords{"es", "1", " un uno una "},
    InWords{"es", "2", " dos ambas ambos "},
    InWords{"es", "3", " tres "},
    InWords{"vi", "1", " một "},
    InWords{"vi", "2", " hai "},
    InWords{"vi", "3", " ba "},
    InWords{"zh", "1", "一"},
    InWords{"zh", "2", "二两"},
    InWords{"zh", "3", "三"},
    InWords{"zh", "4", "四"},
    InWords{"zh", "5", "五"},
    InWords{"zh", "6", "六"},
    InWords{"zh", "7", "七"},
    InWords{"zh", "8", "八"},
    InWords{"zh", "9", "九"},
    InWords{"zh", "10", "十"},
};

std::string words_alone(const std::string& text) {
    std::string words = " ";
    for (const auto& word : words_in(text)) words += word + ' ';
    return words;
}

std::string small_letters(const std::string& text) {
    auto words = words_alone(text);
    for (char& c : words)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 'a' - 'A');
    return words;
}

bool says_in_words(const std::string& text, const std::string& language, const std::string& number) {
    // Arabic says one and two of a thing by the form of the word.
    if (is_for("ar", language) && (number == "1" || number == "2")) return true;
    const auto words = small_letters(text) + words_alone(text);  // "May" is a month, "may" is none
    for (const auto& row : in_words) {
        if (!is_for(row.language, language) || number != row.number) continue;
        const std::string forms = row.words;
        if (forms.front() != ' ') {  // characters, each of them the number
            for (std::size_t at = 0; at < forms.size(); at += 3)
                if (text.find(forms.substr(at, 3)) != std::string::npos) return true;
            continue;
        }
        for (std::size_t at = 0, end = 0; (end = forms.find(' ', at + 1)) != std::string::npos; at = end)
            if (words.find(forms.substr(at, end - at + 1)) != std::string::npos) return true;
    }
    return false;
}

std::string missing(const Numbers& here, const Numbers& there, const std::string& text, const std::string& language) {
    for (const auto& number : here)
        if (!there.contains(number) && !says_in_words(text, language, number)) return number;
    return {};
}

/// "3 times a day": what follows is a measure, too.
bool is_rate(std::string_view word, const std::string& language) {
    static constexpr std::array english{"a", "per", "each", "every"}, spanish{"al", "la", "por", "cada"};
    const auto is = [&](const auto& words) { return std::find(words.begin(), words.end(), word) != words.end(); };
    return (is_for("en", language) && is(english)) || (is_for("es", language) && is(spanish));
}

/// The word right after a number, where it is one of these.
bool counts(const std::string& written, const std::vector<std::string>& forms, const std::string& language) {
    const auto text = with_our_digits(written);
    return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
        for (auto at = text.find(form); at != std::string::npos; at = text.find(form, at + 1)) {
            const auto before = at == 0 ? std::string::npos : text.find_last_not_of(' ', at - 1);
            const auto end = at + form.size();
            const bool whole = end == text.size() || !std::isalpha(static_cast<unsigned char>(text[end]));
            if (!whole || before == std::string::npos || at == 0) continue;
            const auto word = std::string_view(text).substr(0, before + 1);
            if (is_digit(text[before]) || is_rate(word.substr(word.find_last_of(' ') + 1), language)) return true;
        }
        return false;
    });
}

/// "10 to 15" is "15 to 10" there; empty: no range is turned round.
std::string turned_range(const std::string& source, const std::string& translation) {
    static constexpr std::array<std::string_view, 5> to{" to ", " a ", "-", "\u2013", " \u2013 "};
    const auto text = with_our_digits(source);
    const auto numbers = placed_numbers(text), there = placed_numbers(with_our_digits(translation));
    const auto follow = [&](const std::string& first, const std::string& second) {
        return std::adjacent_find(there.begin(), there.end(), [&](const auto& a, const auto& b) {
                   return a.number == first && b.number == second;
               }) != there.end();
    };
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        const auto& from = numbers[i - 1];
        const auto& until = numbers[i];
        const auto between = std::string_view(text).substr(from.end, until.begin - from.end);
        if (std::find(to.begin(), to.end(), between) == to.end() || from.number == until.number) continue;
        if (follow(until.number, from.number) && !follow(from.number, until.number))
            return from.number + std::string(between) + until.number;
    }
    return {};
}

/// What is counted in the source and not even named in the translation.
std::string lost_unit(const Passage& passage, const std::string& own, const WordList& list) {
    for (const auto& thing : list.units) {
        const auto forms = [&](const std::string& language) {
            for (const auto& [listed, words] : thing)
                if (is_for(listed, language)) return words;
            return std::vector<std::string>{};
        };
        const auto here = forms(own), there = forms(passage.language);
        const auto text = small_letters(passage.text);
        const bool named = std::any_of(there.begin(), there.end(), [&](const std::string& word) {
            return passage.text.find(word) != std::string::npos || text.find(word) != std::string::npos;
        });
        if (!here.empty() && !there.empty() && counts(passage.source, here, own) && !named) return here.front();
    }
    return {};
}

}  // namespace

Problems check_numbers(const Content& content, const Passages& passages, const WordList& list) {
    Problems problems;
    const auto& own = content.languages.front().code;
    for (const auto& passage : passages) {
        if (passage.source.empty()) continue;
        const bool grave = passage.unit.starts_with("question") || passage.unit.starts_with("handout");
        const auto severity = grave ? Severity::error : Severity::warning;
        const auto tell = [&](std::string what) {
            problems.push_back({passage.file, passage.line, severity, std::move(what),
                                "write the same numbers and measures as in: " + passage.source});
        };
        const auto here = numbers_in(passage.source), there = numbers_in(passage.text);
        if (const auto lost = missing(here, there, passage.text, passage.language); !lost.empty())
            tell("the number " + lost + " is not in the translation");
        else if (const auto more = missing(there, here, passage.source, own); !more.empty())
            tell("the number " + more + " is only in the translation");
        else if (const auto unit = lost_unit(passage, own, list); !unit.empty())
            tell("what is counted here, \"" + unit + "\", is not in the translation");
        else if (const auto range = turned_range(passage.source, passage.text); !range.empty())
            tell("\"" + range + "\" stands the other way round in the translation");
    }
    return problems;
}

}  // namespace kiosk::content
