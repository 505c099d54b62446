// SPDX-License-Identifier: Apache-2.0
// Attributes that are more than words: yes or no, one word of a list, ids, dates, durations, numbers, addresses.
// What is not as it should be is reported with what to write instead, and answered with the fallback.
#pragma once

#include "content/element.hpp"
#include "content/nearest.hpp"

#include <array>
#include <string>

namespace kiosk::content {

/// "yes" or "no"; not written means no.
bool yes(const Element&, std::string_view name, Report&);

/// Reports a value that is not in `words`.
void not_a_word(const Element&, std::string_view name, const Names& words, Report&);

/// One word of a table of {word, value}; not written means the fallback.
template <class T, std::size_t N>
T one_of(const Element& e, std::string_view name, const std::array<std::pair<std::string_view, T>, N>& table,
         T fallback, Report& report) {
    const auto* value = attribute(e, name);
    if (!value) return fallback;
    Names words;
    for (const auto& [word, meaning] : table) {
        if (word == *value) return meaning;
        words.push_back(word);
    }
    not_a_word(e, name, words, report);
    return fallback;
}

/// The same, reported where it is not written.
template <class T, std::size_t N>
T need_one_of(const Element& e, std::string_view name, const std::array<std::pair<std::string_view, T>, N>& table,
              T fallback, Report& report) {
    need(e, name, report);
    return attribute(e, name) && !attribute(e, name)->empty() ? one_of(e, name, table, fallback, report) : fallback;
}

/// a-z, 0-9 and hyphens, beginning with a letter or digit. Empty where it is not.
std::string need_id(const Element&, std::string_view name, Report&);

/// ISO 8601, a day that exists. Empty where it is not written or empty.
std::string date(const Element&, std::string_view name, Report&);
std::string need_date(const Element&, std::string_view name, Report&);
/// A day or a month ("2026-11").
std::string day_or_month(const Element&, std::string_view name, Report&);
/// A year, several ("2016-2024") or "n.d."; or not written.
std::string year(const Element&, std::string_view name, Report&);
/// http:// or https:// (with `secure`: https:// only) without spaces, or not written.
enum class Scheme { any, secure };
std::string web_address(const Element&, std::string_view name, Scheme, Report&);

/// "300ms", "60s" or "3min", from `least` to `most`; not written means the fallback.
Duration duration(const Element&, std::string_view name, Duration fallback, Duration least, Duration most, Report&);
std::string in_words(Duration);
/// Digits with at most one point, from `least` to `most`; not written means the fallback.
double number(const Element&, std::string_view name, double fallback, double least, double most, Report&);
/// "#15292E" as 0x15292E.
std::uint32_t need_colour(const Element&, std::string_view name, Report&);

}  // namespace kiosk::content
