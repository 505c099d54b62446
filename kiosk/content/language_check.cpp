// SPDX-License-Identifier: Apache-2.0
// Whether a text says anything, and whether a translation is one: words of another language find no patient.
#include "content/passages.hpp"
#include "content/utf8.hpp"

#include <array>
#include <cctype>

namespace kiosk::content {

namespace {

enum class Script { latin, arabic, han, another };

/// None: no letter.
std::optional<Script> script_of(std::uint32_t code) {
    if (code < 0x80) return std::isalpha(static_cast<int>(code)) ? std::optional(Script::latin) : std::nullopt;
    const auto within = [&](std::uint32_t first, std::uint32_t last) { return code >= first && code <= last; };
    if (within(0xC0, 0x24F) || within(0x1E00, 0x1EFF)) return Script::latin;
    if (within(0x620, 0x64A) || within(0x66E, 0x6D3) || within(0xFB50, 0xFDFF) || within(0xFE70, 0xFEFC))
        return Script::arabic;
    if (within(0x3400, 0x9FFF) || within(0xF900, 0xFAFF) || within(0x20000, 0x3FFFF)) return Script::han;
    const bool mark = code < 0xC0 || within(0x300, 0x36F) || within(0x600, 0x61F) || within(0x64B, 0x66D) ||
                      within(0x2000, 0x2BFF) || within(0x3000, 0x3040) || within(0xFE00, 0xFE6F) ||
                      within(0xFF00, 0xFF20) || code >= 0x1F000;
    return mark ? std::nullopt : std::optional(Script::another);
}

struct WrittenIn {
    const char* language;
    Script script;
};
constexpr std::array written_in{
    WrittenIn{"en", Script::latin},  WrittenIn{"es", Script::latin},  WrittenIn{"vi", Script::latin},
    WrittenIn{"fr", Script::latin},  WrittenIn{"de", Script::latin},  WrittenIn{"it", Script::latin},
    WrittenIn{"pt", Script::latin},  WrittenIn{"nl", Script::latin},  WrittenIn{"pl", Script::latin},
    WrittenIn{"tr", Script::latin},  WrittenIn{"tl", Script::latin},  WrittenIn{"ht", Script::latin},
    WrittenIn{"so", Script::latin},  WrittenIn{"sw", Script::latin},  WrittenIn{"ar", Script::arabic},
    WrittenIn{"fa", Script::arabic}, WrittenIn{"ur", Script::arabic}, WrittenIn{"zh", Script::han},
};

struct Letters {
    int all = 0, own = 0;
    bool digit = false, place = false;  ///< {name} stands for a word
};

Letters letters_in(const std::string& text, std::optional<Script> own) {
    Letters found;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '{' && text.find('}', at) != std::string::npos) {
            found.place = true;
            at = text.find('}', at) + 1;
            continue;
        }
        const auto [code, length] = character_at(text, at);
        at += length;
        found.digit = found.digit || (code >= '0' && code <= '9') || (code >= 0x660 && code <= 0x669);
        const auto script = script_of(code);
        if (!script) continue;
        ++found.all;
        found.own += script == own;
    }
    return found;
}

std::optional<Script> script_for(const std::string& language) {
    for (const auto& [listed, script] : written_in)
        if (is_for(listed, language)) return script;
    return {};
}

}  // namespace

Problems check_language(const Passages& passages) {
    constexpr int fewest_letters = 4;
    constexpr std::size_t fewest_words = 3;  // fewer may be the same in both: No, OK
    Problems problems;
    for (const auto& passage : passages) {
        const auto tell = [&](std::string what, std::string instead) {
            problems.push_back({passage.file, passage.line, Severity::error, std::move(what), std::move(instead)});
        };
        const auto script = script_for(passage.language);
        const auto letters = letters_in(passage.text, script);
        if (letters.all == 0 && !letters.digit && !letters.place)
            tell("the text \"" + passage.text + "\" has no letter in it", "write what it has to say");
        else if (passage.text == passage.source && words_in(passage.source).size() >= fewest_words)
            tell("the translation is the text it translates: \"" + passage.text + '"', "translate it");
        else if (script && letters.all >= fewest_letters && 2 * letters.own < letters.all)
            tell("most letters of \"" + passage.text + "\" are of another script than " + passage.language,
                 "write it in that language");
    }
    return problems;
}

}  // namespace kiosk::content
