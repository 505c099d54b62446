// SPDX-License-Identifier: Apache-2.0
#include "page/sentences.hpp"

#include "base/language.hpp"

#include <glib.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace kiosk::page {
namespace {

/// Before a name or a number; written with a full stop that ends nothing.
struct Short {
    std::string_view language;
    std::array<std::string_view, 8> words;
};
constexpr Short shorts[] = {
    {"en", {"Dr", "Mr", "Mrs", "Ms", "St", "vs", "approx"}},
    {"es", {"Dr", "Dra", "Sr", "Sra", "Ud", "Uds", "núm", "aprox"}},
    {"vi", {"BS", "TS", "ThS", "PGS", "GS", "Tp", "TP", "Q"}},
};

/// Text as characters, each with where it begins.
class Letters {
public:
    explicit Letters(const std::string& text) {
        for (const char* at = text.c_str(); at < text.c_str() + text.size(); at = g_utf8_next_char(at)) {
            m_is.push_back(g_utf8_get_char(at));
            m_at.push_back(static_cast<std::size_t>(at - text.c_str()));
        }
        m_at.push_back(text.size());
    }
    std::size_t count() const { return m_is.size(); }
    gunichar operator[](std::size_t i) const { return i < m_is.size() ? m_is[i] : 0; }
    std::size_t byte(std::size_t i) const { return m_at[i]; }

private:
    std::vector<gunichar> m_is;
    std::vector<std::size_t> m_at;
};

template <std::size_t N>
bool among(const std::array<gunichar, N>& these, gunichar c) {
    return std::find(these.begin(), these.end(), c) != these.end();
}

bool ends(gunichar c) {
    return among(std::array<gunichar, 10>{'.', '!', '?', U'…', U'。', U'！', U'？', U'؟', U'۔', U'．'}, c);
}
/// Chinese writes no space behind them.
bool ends_without_space(gunichar c) {
    return among(std::array<gunichar, 3>{U'。', U'！', U'？'}, c);
}
/// Quotes and brackets that close, and the ends of isolates.
bool closes(gunichar c) {
    return among(std::array<gunichar, 14>{'"', '\'', ')', ']', U'”', U'’', U'»', U'」', U'』', U'）', U'》', 0x2069,
                                          0x200E, 0x200F},
                 c);
}
bool is_line_end(gunichar c) {
    return c == '\n' || c == 0x2028 || c == 0x2029;
}

class Cutter {
public:
    Cutter(const std::string& text, const std::string& language)
        : m_text(text), m_language(primary_tag(language)), m_letters(text) {}

    std::vector<Stretch> cut() {
        begin_at(0);
        for (std::size_t i = 0; i < m_letters.count();) {
            if (is_line_end(m_letters[i])) {
                add_until(i);
                begin_at(++i);
            } else if (ends(m_letters[i])) {
                i = behind_end(i);
            } else {
                ++i;
            }
        }
        add_until(m_letters.count());
        return std::move(m_found);
    }

private:
    /// Ends the sentence at the mark, where it is an end; the character to go on from.
    std::size_t behind_end(std::size_t mark) {
        std::size_t next = mark;
        bool without_space = false;
        while (ends(m_letters[next])) without_space = without_space || ends_without_space(m_letters[next++]);
        while (closes(m_letters[next])) ++next;
        const bool at_end = next >= m_letters.count() || g_unichar_isspace(m_letters[next]);
        if (!at_end && !without_space) return next;
        if (goes_on(mark, next)) return next;
        add_until(next);
        begin_at(next);
        return next;
    }
    /// A small letter follows, or the full stop belongs to a short word, an initial or a step's number.
    bool goes_on(std::size_t mark, std::size_t next) const {
        std::size_t after = next;
        while (after < m_letters.count() && g_unichar_isspace(m_letters[after]) && !is_line_end(m_letters[after]))
            ++after;
        if (after < m_letters.count() && g_unichar_islower(m_letters[after]) && m_letters[mark] != U'。') return true;
        if (m_letters[mark] != '.' || next != mark + 1 || after >= m_letters.count()) return false;
        return is_short(last_word(mark), mark);
    }
    std::string last_word(std::size_t mark) const {
        std::size_t begin = mark;
        while (begin > m_begin && (g_unichar_isalnum(m_letters[begin - 1]) || m_letters[begin - 1] == '.')) --begin;
        return m_text.substr(m_letters.byte(begin), m_letters.byte(mark) - m_letters.byte(begin));
    }
    bool is_short(const std::string& word, std::size_t mark) const {
        if (word.empty()) return false;
        const bool is_number = std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (is_number) return word.size() <= 2 && m_letters.byte(m_begin) + word.size() == m_letters.byte(mark);
        if (word.size() == 1 && word.front() >= 'A' && word.front() <= 'Z' && word.front() != 'I') return true;
        for (const auto& row : shorts)
            if (row.language == m_language && std::find(row.words.begin(), row.words.end(), word) != row.words.end())
                return true;
        return false;
    }
    void begin_at(std::size_t at) {
        while (at < m_letters.count() && g_unichar_isspace(m_letters[at])) ++at;
        m_begin = at;
    }
    void add_until(std::size_t end) {
        while (end > m_begin && g_unichar_isspace(m_letters[end - 1])) --end;
        if (m_begin < end) m_found.push_back({m_letters.byte(m_begin), m_letters.byte(end)});
    }

    const std::string& m_text;
    std::string m_language;
    Letters m_letters;
    std::size_t m_begin = 0;  ///< of the sentence in work
    std::vector<Stretch> m_found;
};

}  // namespace

std::vector<Stretch> sentences(const std::string& text, const std::string& language) {
    return Cutter(text, language).cut();
}

}  // namespace kiosk::page
