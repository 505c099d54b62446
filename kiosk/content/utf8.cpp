// SPDX-License-Identifier: Apache-2.0
#include "content/utf8.hpp"

#include <algorithm>

namespace kiosk::content {

namespace {

std::size_t length_by(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first < 0xE0) return 2;
    if (first >= 0xE0 && first < 0xF0) return 3;
    if (first >= 0xF0 && first < 0xF5) return 4;
    return 0;
}

bool is_unfit(std::uint32_t code) {
    if (code == '\t' || code == '\n' || code == '\r') return false;
    const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
    const bool noncharacter = (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code < 0xFDF0);
    // Zero width and turns of direction: what is read would not be what is written.
    const bool unseen = (code >= 0x200B && code < 0x2010) || (code >= 0x2028 && code < 0x202F) ||
                        (code >= 0x2060 && code < 0x2070) || code == 0x061C || code == 0xFEFF;
    return control || noncharacter || unseen || code == 0xFFFD;
}

/// As Unicode writes it: four hex digits or more.
std::string named(std::uint32_t code) {
    std::string digits;
    for (int shift = 20; shift >= 0; shift -= 4)
        if (shift < 16 || code >> shift != 0) digits += "0123456789ABCDEF"[code >> shift & 0xF];
    return "U+" + digits;
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const std::size_t length = length_by(byte(at));
    if (length == 0 || length > text.size() - at) return {};
    if (length == 1) return {byte(at), 1};
    std::uint32_t code = byte(at) & (0x7Fu >> length);
    for (std::size_t i = at + 1; i < at + length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {};
        code = code << 6 | (byte(i) & 0x3Fu);
    }
    static constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code < 0xE000;
    if (code < least[length] || code > 0x10FFFF || surrogate) return {};
    return {code, length};
}

std::optional<std::size_t> not_utf8_at(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto length = character_at(text, at).length;
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

std::optional<std::string> unfit_character(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = character_at(text, at);
        if (length == 0 || is_unfit(code)) {
            return named(code);
        }
        at += length;
    }
    return std::nullopt;
}

bool is_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_space);
}

std::string folded(std::string_view text) {
    std::string result;
    bool space = false;
    for (const char c : text) {
        if (is_space(c)) {
            space = true;
            continue;
        }
        if (space && !result.empty()) result += ' ';
        space = false;
        result += c;
    }
    return result;
}

int line_of(std::string_view text, std::size_t at) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(at, text.size()));
    return 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
}

}  // namespace kiosk::content
