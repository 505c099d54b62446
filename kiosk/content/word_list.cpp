// SPDX-License-Identifier: Apache-2.0
#include "content/word_list.hpp"

#include "content/utf8.hpp"

#include <optional>
#include <sstream>

namespace kiosk::content {

namespace {

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

/// The heading that counts for the lines below it.
struct Section {
    std::string kind, language;
};

std::optional<Section> section(const std::string& line) {
    const auto words = words_of(line.substr(1, line.size() - 2));
    if (!line.ends_with(']') || words.empty() || words.size() > 2) return {};
    const std::string language = words.size() == 2 ? words[1] : "";
    const bool of_language = words[0] == "words" || words[0] == "avoid";
    const bool known = of_language ? !language.empty() : words[0] == "units" && language.empty();
    return known ? std::optional(Section{words[0], language}) : std::nullopt;
}

class Reading {
public:
    WordList whole(const std::string& text) {
        std::istringstream in(text);
        for (std::string line; std::getline(in, line);) {
            ++m_line;
            if (not_utf8_at(line)) {
                wrong(m_line, "this line is not UTF-8", "save the file as UTF-8");
                continue;
            }
            line = folded(line);
            if (line.empty() || line.front() == '#') continue;
            line.front() == '[' ? head(line) : take(line);
        }
        return std::move(m_list);
    }

private:
    void wrong(int line, std::string what, std::string instead) {
        m_list.problems.push_back({words_file, line, Severity::warning, std::move(what), std::move(instead), "spelling"});
    }

    void head(const std::string& line) {
        if (const auto found = section(line))
            m_section = *found;
        else
            wrong(m_line, line + " is no heading", "write [words en], [avoid en] or [units], with the language's code");
    }

    void take(const std::string& line) {
        if (m_section.kind.empty()) return wrong(m_line, "a line before any heading", "write [words en] above it");
        if (m_section.kind == "words") {
            for (const auto& word : words_of(line)) m_list.right[m_section.language].insert(word);
        } else if (m_section.kind == "avoid") {
            avoid(line);
        } else {
            unit(line);
        }
    }

    void avoid(const std::string& line) {
        const auto equals = line.find('=');
        const auto instead = equals == std::string::npos ? "" : folded(line.substr(equals + 1));
        const auto words = folded(line.substr(0, equals));
        if (words.empty() || instead.empty())
            return wrong(m_line, "\"" + line + "\" does not say what to write instead", "write: words = other words");
        m_list.avoid[m_section.language].push_back({words, instead});
    }

    /// en: minute minutes | es: minuto minutos
    void unit(const std::string& line) {
        CountedThing thing;
        std::istringstream in(line);
        for (std::string part; std::getline(in, part, '|');) {
            const auto colon = part.find(':');
            const auto words =
                colon == std::string::npos ? std::vector<std::string>{} : words_of(part.substr(colon + 1));
            if (words.empty())
                return wrong(m_line, "\"" + folded(part) + "\" names no language or no word",
                             "write: en: minute minutes | es: minuto minutos");
            thing[folded(part.substr(0, colon))] = words;
        }
        m_list.units.push_back(std::move(thing));
    }

    WordList m_list;
    Section m_section;
    int m_line = 0;
};

}  // namespace

WordList read_word_list(const std::string& text) {
    return Reading().whole(text);
}

bool is_for(const std::string& listed, const std::string& language) {
    return language == listed || language.starts_with(listed + '-');
}

}  // namespace kiosk::content
