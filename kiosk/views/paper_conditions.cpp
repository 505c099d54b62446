// SPDX-License-Identifier: Apache-2.0
#include "views/paper_conditions.hpp"

#include "views/wording.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::views::paper {
namespace {

constexpr std::size_t short_condition = 2;  // signs that are named where they stand

std::string word(const Print& print, const char* name, std::initializer_list<Filling> fillings = {}) {
    return say(print.content, print.language, name, fillings);
}

/// A, B, ... Z, then 27.
std::string letter(std::size_t index) {
    return index < 26 ? std::string(1, static_cast<char>('A' + index)) : std::to_string(index + 1);
}

}  // namespace

std::string signs_in_words(const Print& print, const content::Topic& topic, const Signs& signs) {
    std::vector<std::string> words;
    for (const auto id : signs) {
        const auto& sign = topic[id];
        // A choice's words answer a question that does not stand here; what is private is told as "a private answer".
        const bool is_told = !sign.told.empty() && !topic[sign.question].is_private;
        const auto& own = is_told ? sign.told : !sign.label.empty() ? sign.label : sign.note;
        words.push_back(own(print.language));
    }
    return listed(words, punctuation(print.content, print.language));
}

Conditions::Conditions(const Print& print, const content::Topic& topic, const content::Handout& handout)
    : m_print(print), m_topic(topic) {
    for (const auto& part : handout.parts) {
        count(part.only_if);
        count(part.withhold);
    }
}

void Conditions::count(const Signs& signs) {
    if (signs.size() <= short_condition || std::find(m_lists.begin(), m_lists.end(), signs) != m_lists.end()) return;
    const bool again = std::find(m_seen.begin(), m_seen.end(), signs) != m_seen.end();
    (again ? m_lists : m_seen).push_back(signs);
}

page::Blocks Conditions::lists_box() const {
    if (m_lists.empty()) return {};
    page::Blocks blocks{icon_heading(m_print, "list", word(m_print, "paper.lists")),
                        text(word(m_print, "paper.lists-how"))};
    for (std::size_t i = 0; i < m_lists.size(); ++i) {
        blocks.push_back(runs({{word(m_print, "paper.list", {{"letter", letter(i)}}) + " ", true},
                               {signs_in_words(m_print, m_topic, m_lists[i]) + ".", false}}));
    }
    return {box(std::move(blocks))};
}

page::Block Conditions::said(const Signs& signs, const char* in_words, const char* by_list) const {
    const auto list = std::find(m_lists.begin(), m_lists.end(), signs);
    if (list != m_lists.end()) {
        const auto index = static_cast<std::size_t>(list - m_lists.begin());
        return runs({{word(m_print, by_list, {{"letter", letter(index)}}), true}});
    }
    return runs({{word(m_print, in_words) + " ", true}, {signs_in_words(m_print, m_topic, signs) + ".", false}});
}

page::Blocks Conditions::of(const content::Part& part) const {
    page::Blocks blocks;
    if (!part.only_if.empty()) blocks.push_back(said(part.only_if, "paper.part-only-if", "paper.part-only-if-list"));
    if (!part.withhold.empty()) blocks.push_back(said(part.withhold, "paper.part-not-if", "paper.part-not-if-list"));
    return blocks;
}

}  // namespace kiosk::views::paper
