// SPDX-License-Identifier: Apache-2.0
#include "content/written.hpp"

#include "content/element.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace kiosk::content {

namespace {

constexpr std::size_t least_part = 4;  ///< letters that tell one text from another

/// Attributes that people read.
bool is_words(const std::string& attribute) {
    static constexpr std::array names{"note",  "told", "alt",   "clinic",      "address",
                                      "phone", "desk", "title", "organisation"};
    return std::find(names.begin(), names.end(), attribute) != names.end();
}

/// How many letters of `written` stand in `shown`, in order, whatever its {places} became; 0 where one part does not.
std::size_t letters_in(std::string_view shown, std::string_view written) {
    std::size_t letters = 0, at = 0;
    while (!written.empty()) {
        const auto part = written.substr(0, written.find('{'));
        const auto found = shown.find(part, at);
        if (found == std::string_view::npos) return 0;
        letters += part.size();
        at = found + part.size();
        const auto end = written.find('}');
        written = end == std::string_view::npos ? std::string_view() : written.substr(end + 1);
    }
    return letters;
}

}  // namespace

void add_written(const Element& e, const std::string& file, WrittenTexts& to) {
    if (!e.text.empty()) to.push_back({file, e.line, e.text});
    for (const auto& [name, value] : e.attributes)
        if (is_words(name) && !value.empty()) to.push_back({file, e.line, value});
    for (const auto& child : e.children) add_written(child, file, to);
}

const Written* where_written(const WrittenTexts& texts, const std::string& shown) {
    const Written *best = nullptr, *cut = nullptr;
    std::size_t most = 0;
    for (const auto& written : texts) {
        const auto letters = letters_in(shown, written.text);
        if (letters > most) {
            best = &written;
            most = letters;
        }
        if (!cut && shown.size() >= least_part && written.text.find(shown) != std::string::npos) cut = &written;
    }
    if (2 * most >= shown.size() || !cut) return most >= std::min(least_part, shown.size()) ? best : nullptr;
    return cut;
}

}  // namespace kiosk::content
