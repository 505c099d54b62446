// SPDX-License-Identifier: Apache-2.0
#include "content/difference.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace kiosk::content {
namespace {

/// As it was written, without falling back on another language.
std::string own(const Text* text, std::size_t language) {
    return text == nullptr || language >= text->in.size() ? std::string() : text->in[language];
}

std::optional<std::size_t> language_of(const Content& content, const std::string& code) {
    for (std::size_t i = 0; i < content.languages.size(); ++i)
        if (content.languages[i].code == code) return i;
    return {};
}

/// Places of both, those of `after` first where they stand in it, those that went at the end.
std::vector<std::string> all_places(const std::vector<PlacedText>& before, const std::vector<PlacedText>& after,
                                    const std::map<std::string, const Text*>& now) {
    std::vector<std::string> places;
    for (const auto& text : after) places.push_back(text.place);
    for (const auto& text : before)
        if (!now.contains(text.place)) places.push_back(text.place);
    return places;
}

std::map<std::string, const Text*> by_place(const std::vector<PlacedText>& texts) {
    std::map<std::string, const Text*> map;
    for (const auto& text : texts) map.emplace(text.place, &text.text);
    return map;
}

/// Words with the space after them; a script without spaces letter by letter.
std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        auto end = at;
        while (end < text.size() && text[end] != ' ' && static_cast<unsigned char>(text[end]) < 0xE3U) ++end;
        if (end == at && text[end] != ' ') {
            ++end;
            while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
        }
        while (end < text.size() && text[end] == ' ') ++end;
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

std::string_view bare(std::string_view word) {
    while (word.ends_with(' ')) word.remove_suffix(1);
    return word;
}

void add(std::vector<Piece>& pieces, const std::string& word, bool changed) {
    if (pieces.empty() || pieces.back().changed != changed) pieces.push_back({{}, changed});
    pieces.back().words += word;
}

}  // namespace

std::vector<ChangedText> changed_texts(const Content& before, const Content& after) {
    const auto old_texts = texts(before), new_texts = texts(after);
    const auto then = by_place(old_texts), now = by_place(new_texts);
    const auto find = [](const auto& map, const std::string& place) {
        const auto at = map.find(place);
        return at == map.end() ? nullptr : at->second;
    };
    std::vector<ChangedText> changed;
    for (const auto& place : all_places(old_texts, new_texts, now))
        for (std::size_t i = 0; i < after.languages.size(); ++i) {
            const auto old_language = language_of(before, after.languages[i].code);
            if (!old_language) continue;
            ChangedText change{place, after.languages[i].code, own(find(then, place), *old_language),
                               own(find(now, place), i)};
            if (change.before != change.after) changed.push_back(std::move(change));
        }
    return changed;
}

std::vector<ChangedText> changed_unseen(const Loaded& before, const Loaded& after) {
    struct Of {
        std::string language, place;
        auto operator<=>(const Of&) const = default;
    };
    const auto is_seen = [&](const std::string& code) {
        return language_of(*before.content, code) && language_of(*after.content, code);
    };
    std::map<Of, std::set<std::string>> then;  // the same words may stand there twice
    std::set<std::string> listed;
    const auto of = [](const TranslatedText& text) {
        return Of{text.language, text.meeting + ": \"" + text.source + '"'};
    };
    for (const auto& text : before.translated) {
        then[of(text)].insert(text.target);
        listed.insert(text.language);
    }
    std::vector<ChangedText> changed;
    for (const auto& text : after.translated) {
        if (is_seen(text.language) || !listed.contains(text.language)) continue;
        auto& was = then[of(text)];
        const auto before_it = was.empty() ? std::string() : *was.begin();
        if (was.insert(text.target).second) changed.push_back({of(text).place, text.language, before_it, text.target});
    }
    return changed;
}

/// The longest common subsequence of words.
Marked marked(const std::string& before, const std::string& after) {
    const auto a = words_of(before), b = words_of(after);
    constexpr std::size_t most = 4'000'000;
    Marked result;
    if (a.size() * b.size() > most) return {{{before, true}}, {{after, true}}};
    std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            common[i][j] =
                bare(a[i]) == bare(b[j]) ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    std::size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        const bool both = i < a.size() && j < b.size();
        if (both && bare(a[i]) == bare(b[j])) {
            add(result.before, a[i++], false);
            add(result.after, b[j++], false);
        } else if (j == b.size() || (both && common[i + 1][j] >= common[i][j + 1])) {
            add(result.before, a[i++], true);
        } else {
            add(result.after, b[j++], true);
        }
    }
    return result;
}

}  // namespace kiosk::content
