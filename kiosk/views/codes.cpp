// SPDX-License-Identifier: Apache-2.0
#include "views/codes.hpp"

#include <algorithm>
#include <string_view>

namespace kiosk::views {

namespace {

/// Where the last of these marks in it ends; 0: there is none.
std::size_t after_last(std::string_view text, std::string_view mark) {
    const auto at = text.rfind(mark);
    return at == std::string_view::npos ? 0 : at + mark.size();
}

bool is_inside_letter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Where to cut a text that goes on after `most` bytes. A cut that leaves half of it empty is no good one.
std::size_t cut_of(std::string_view text, std::size_t most) {
    const auto head = text.substr(0, most);
    const auto enough = most / 2;
    if (const auto at = after_last(head, "\n\n"); at > enough) return at;
    if (const auto at = after_last(head, "\n"); at > enough) return at;
    std::size_t sentence = 0;
    for (const char* end : {". ", "? ", "! ", "。", "؟ ", "؛ "}) sentence = std::max(sentence, after_last(head, end));
    if (sentence > enough) return sentence;
    if (const auto at = after_last(head, " "); at > enough) return at;
    auto letter = most;
    while (letter > 0 && is_inside_letter(text[letter])) --letter;
    return letter;
}

}  // namespace

std::vector<std::string> pieces(const std::string& text, std::size_t most) {
    std::vector<std::string> all;
    std::string_view left = text;
    while (left.size() > most) {
        const auto cut = cut_of(left, most);
        all.emplace_back(left.substr(0, cut));
        left.remove_prefix(cut);
    }
    if (!left.empty()) all.emplace_back(left);
    return all;
}

}  // namespace kiosk::views
