// SPDX-License-Identifier: Apache-2.0
#include "page/isolate.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace kiosk::page {
namespace {

constexpr std::string_view isolate = "\u2066", pop = "\u2069";

struct Letter {
    char32_t code = 0;
    std::string_view bytes;
};
using Letters = std::vector<Letter>;

std::size_t length_of(char first) {
    const auto byte = static_cast<std::uint8_t>(first);
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

Letters letters_of(std::string_view text) {
    Letters letters;
    while (!text.empty()) {
        const auto bytes = text.substr(0, length_of(text.front()));
        char32_t code = bytes.size() == 1 ? static_cast<std::uint8_t>(bytes[0])
                                          : static_cast<std::uint8_t>(bytes[0]) & (0x7Fu >> bytes.size());
        for (const char next : bytes.substr(1)) code = code << 6 | (static_cast<std::uint8_t>(next) & 0x3F);
        letters.push_back({code, bytes});
        text.remove_prefix(bytes.size());
    }
    return letters;
}

bool in(char32_t code, std::u32string_view set) {
    return set.find(code) != std::u32string_view::npos;
}
bool is_digit(char32_t code) {
    return (code >= '0' && code <= '9') || (code >= U'\u0660' && code <= U'\u0669');
}
bool is_latin(char32_t code) {
    const bool accented = code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7;
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || accented ||
           (code >= 0x1E00 && code <= 0x1EFF);
}
bool is_core(char32_t code) {
    return is_digit(code) || is_latin(code);
}
bool is_space(char32_t code) {
    return code == ' ' || code == 0xA0 || code == 0x202F;
}
/// Between two of them, of one stretch.
bool is_dash(char32_t code) {
    return in(code, U"-\u2010\u2011\u2013\u2014\u2212/+\u00D7");
}
/// May stand inside of a stretch; it never ends with one.
bool joins(char32_t code) {
    return is_dash(code) || in(code, U".,:'\u2019@_#&(");
}
/// May be its end.
bool closes(char32_t code) {
    return in(code, U"%\u00B0)");
}
bool is_sign(char32_t code) {
    return in(code, U"+\u2212$<>\u2264\u2265~#");
}

/// One past the last letter of the stretch that begins at `from`. A comma or full stop before a space ends it.
std::size_t end_of(const Letters& text, std::size_t from) {
    std::size_t end = from + 1;
    int open = 0;
    for (std::size_t at = from; at < text.size(); ++at) {
        const auto code = text[at].code;
        const bool after_stop = at > from && in(text[at - 1].code, U".,:");
        if (code == ')' && --open < 0) break;
        if (code == '(') ++open;
        if (is_core(code) || closes(code)) {
            if (open == 0) end = at + 1;
        } else if (is_space(code) ? after_stop || (at > from && is_space(text[at - 1].code)) : !joins(code)) {
            break;
        }
    }
    return end;
}

/// "(555) 0142" begins with its bracket, "<5" with its sign; in "(TB)" the brackets belong to the words around it.
std::size_t begin_of(const Letters& text, std::size_t core) {
    if (core == 0) return core;
    const auto before = text[core - 1].code;
    if (is_sign(before) && is_digit(text[core].code)) return core - 1;
    return before == '(' && end_of(text, core - 1) > end_of(text, core) + 1 ? core - 1 : core;
}

bool needs_it(const Letters& text, std::size_t from, std::size_t to) {
    const auto all = [&](auto&& is) {
        return std::all_of(text.begin() + static_cast<long>(from), text.begin() + static_cast<long>(to),
                           [&](const Letter& letter) { return is(letter.code); });
    };
    return !all(is_digit) && !all(is_latin);
}

}  // namespace

std::string isolated(std::string_view text) {
    const Letters letters = letters_of(text);
    std::string result;
    std::size_t written = 0;
    const auto write_to = [&](std::size_t end) {
        for (; written < end; ++written) result += letters[written].bytes;
    };
    for (std::size_t at = 0; at < letters.size(); ++at) {
        if (!is_core(letters[at].code)) continue;
        const std::size_t begin = std::max(begin_of(letters, at), written);
        const std::size_t end = end_of(letters, letters[begin].code == '(' ? begin : at);
        write_to(begin);
        const bool marked = needs_it(letters, begin, end);
        if (marked) result += isolate;
        write_to(end);
        if (marked) result += pop;
        at = end - 1;
    }
    write_to(letters.size());
    return result;
}

}  // namespace kiosk::page
