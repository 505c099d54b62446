// SPDX-License-Identifier: Apache-2.0
#include "content/findings.hpp"
#include "content/utf8.hpp"

#include <array>
#include <cctype>
#include <map>

namespace kiosk::content {

namespace {

/// Words as an eye in a hurry takes them: letters and digits alone, A as a, in one language.
std::string seen(const Text& text) {
    std::string result;
    for (const char c : text(LanguageId{0})) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || std::isalnum(byte)) result += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
    }
    return result;
}

}  // namespace

void check_choices(const Findings& found, const Content& content) {
    static constexpr std::array keys{"answer.none", "answer.not-sure", "answer.tell-staff"};
    std::map<std::string, std::string> own_keys;
    for (const auto* key : keys) own_keys[seen(content.words(key))] = content.words(key)(LanguageId{0});
    for (const auto& question : found.topic.questions) {
        std::map<std::string, int> lines;
        for (const auto id : question.signs) {
            const auto& sign = found.topic[id];
            if (sign.label.empty()) continue;
            const auto words = seen(sign.label);
            if (const auto key = own_keys.find(words); key != own_keys.end())
                found.error(sign.line, "choice \"" + sign.id + "\" reads like the key \"" + key->second + '"',
                            "delete it, every such question has this key");
            if (const auto [first, is_new] = lines.emplace(words, sign.line); !is_new)
                found.error(sign.line,
                            "choice \"" + sign.id + "\" reads like the one in line " + std::to_string(first->second),
                            "write how the two differ");
        }
    }
}

}  // namespace kiosk::content
