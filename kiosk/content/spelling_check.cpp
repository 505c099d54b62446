// SPDX-License-Identifier: Apache-2.0
#include "content/passages.hpp"

#include <set>

namespace kiosk::content {

namespace {

std::string small(std::string word) {
    for (char& c : word)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 'a' - 'A');
    return word;
}

/// What the clinic and its languages are called is no mistake.
std::set<std::string> names_of(const Content& content) {
    std::set<std::string> names;
    const auto& clinic = content.clinic;
    std::string all = clinic.name + ' ' + clinic.address;
    for (const auto& language : content.languages) all += ' ' + language.name;
    for (const auto& desk : clinic.desk.in) all += ' ' + desk;
    for (const auto& word : words_in(all)) names.insert(small(word));
    return names;
}

std::string suggestions(const std::vector<std::string>& near) {
    std::string listed;
    for (std::size_t i = 0; i < near.size() && i < 3; ++i) listed += (i == 0 ? "\"" : ", \"") + near[i] + '"';
    const std::string add = "put it into " + std::string(words_file);
    return listed.empty() ? "mend it, or " + add : "did you mean " + listed + "? Else " + add;
}

}  // namespace

Problems check_spelling(const Content& content, const Passages& passages, const WordList& list,
                        const Spellers& spellers) {
    Problems problems;
    const auto names = names_of(content);
    const auto is_listed = [&](const std::string& word, const std::string& language) {
        for (const auto& [listed, words] : list.right)
            if (is_for(listed, language) && (words.contains(word) || words.contains(small(word)))) return true;
        return names.contains(small(word));
    };
    std::set<std::pair<std::string, std::string>> seen;
    std::set<std::string> silent;
    for (const auto& passage : passages) {
        const auto* speller = spellers(passage.language);
        if (!speller && silent.insert(passage.language).second)
            problems.push_back({passage.file, 0, Severity::note,
                                "there is no dictionary of the language " + passage.language +
                                    " here, so its spelling was not looked at",
                                ""});
        if (!speller) continue;
        for (const auto& word : words_in(passage.text)) {
            if (!seen.emplace(passage.language, word).second) continue;
            if (is_listed(word, passage.language) || speller->knows(word)) continue;
            problems.push_back({passage.file, passage.line, Severity::warning,
                                "\"" + word + "\" is in no dictionary of the language " + passage.language,
                                suggestions(speller->near(word))});
        }
    }
    return problems;
}

}  // namespace kiosk::content
