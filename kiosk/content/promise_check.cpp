// SPDX-License-Identifier: Apache-2.0
#include "content/load.hpp"

#include <array>
#include <cctype>
#include <string_view>

namespace kiosk::content {

namespace {

/// Of English; a kiosk asks and tells, it has examined nobody.
constexpr std::array<std::string_view, 18> promises{
    "you are safe",       "you're safe",        "nothing serious", "not serious",  "nothing is wrong",
    "nothing wrong with", "nothing to worry",   "need to worry",   "do not worry", "don't worry",
    "you are fine",       "you're fine",        "you are ok",      "all clear",    "no danger",
    "completely safe",    "is always harmless", "will cure"};

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

}  // namespace

Problems check_promises(const WrittenTexts& texts, const Language& language) {
    Problems problems;
    if (language.code != "en" && !language.code.starts_with("en-")) return problems;
    for (const auto& written : texts) {
        const auto text = plain(written.text);
        for (const auto promise : promises)
            if (text.find(' ' + std::string(promise) + ' ') != std::string::npos)
                problems.push_back({written.file, written.line, Severity::warning,
                                    '"' + std::string(promise) + "\" is a promise that no screen can keep",
                                    "write what is known, and when to get help"});
    }
    return problems;
}

}  // namespace kiosk::content
