// SPDX-License-Identifier: Apache-2.0
// What staff do to a file by mistake, at random: elements deleted, doubled, swapped, pasted elsewhere; attributes
// dropped, altered, exchanged; references added and lost; letters, bytes, files cut off. On the text itself, so that
// lines stay what they are. The same seed makes the same mutations everywhere.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kiosk::content {

class Mutations {
public:
    explicit Mutations(std::uint64_t seed) : m_state(seed) {}

    /// The text with one thing changed; what that was is in what().
    std::string one(std::string text) {
        read(text);
        if (m_elements.size() < 2) return noise(std::move(text));
        using Mistake = std::string (Mutations::*)(std::string);
        static constexpr std::array kinds{
            &Mutations::delete_element, &Mutations::double_element, &Mutations::swap_elements,
            &Mutations::swap_alike,     &Mutations::paste_element,  &Mutations::drop_attribute,
            &Mutations::alter_value,    &Mutations::swap_values,    &Mutations::another_level,
            &Mutations::another_level,  &Mutations::lose_reference, &Mutations::add_reference,
            &Mutations::change_letters, &Mutations::change_letters, &Mutations::cut_off,
            &Mutations::noise};
        const Mistake kind = kinds[below(kinds.size())];
        return (this->*kind)(std::move(text));
    }
    const std::string& what() const { return m_what; }

    std::size_t below(std::size_t end) {
        // splitmix64: the standard's distributions differ from library to library.
        auto z = (m_state += 0x9e3779b97f4a7c15);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return static_cast<std::size_t>((z ^ (z >> 31)) % end);
    }

private:
    struct Piece {
        std::size_t begin = 0, end = 0;
        std::string_view of(const std::string& text) const { return std::string_view(text).substr(begin, end - begin); }
    };
    struct Element {
        Piece whole, name;
    };
    struct Attribute {
        Piece whole, name, value;  ///< whole with the space before it
    };

    // A plain scan of sound XML: what a comment or a broken tag makes of it is one more mutation.
    void read(const std::string& text) {
        m_elements.clear();
        m_attributes.clear();
        std::vector<std::size_t> open;
        for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
            const auto end = text.find('>', at);
            if (end == std::string::npos) return;
            if (text.compare(at, 4, "<!--") == 0 || text[at + 1] == '?') continue;
            if (text[at + 1] == '/') {
                if (!open.empty()) m_elements[open.back()].whole.end = end + 1, open.pop_back();
                continue;
            }
            const auto name_end = text.find_first_of(" \n/>", at);
            m_elements.push_back({{at, end + 1}, {at + 1, name_end}});
            if (text[end - 1] != '/') open.push_back(m_elements.size() - 1);
            read_attributes(text, name_end, end);
        }
    }

    void read_attributes(const std::string& text, std::size_t at, std::size_t end) {
        for (auto quote = text.find("=\"", at); quote < end; quote = text.find("=\"", at)) {
            const auto close = text.find('"', quote + 2);
            if (close == std::string::npos) return;
            const auto before = text.find_last_of(" \n", quote);
            m_attributes.push_back({{before, close + 1}, {before + 1, quote}, {quote + 2, close}});
            at = close + 1;
        }
    }

    template <class List>
    const auto& any(const List& list) {
        return list[below(list.size())];
    }
    /// Never the root: that is cut_off's.
    const Element& some_element() { return m_elements[1 + below(m_elements.size() - 1)]; }

    std::string& told(std::string& text, const std::string& kind, Piece at) {
        m_what = kind + ": " + std::string(at.of(text).substr(0, 60));
        return text;
    }
    std::string put(std::string text, Piece at, std::string_view words) {
        return text.replace(at.begin, at.end - at.begin, std::string(words));
    }
    std::string exchange(std::string text, Piece one, Piece other) {
        if (other.begin < one.begin) std::swap(one, other);
        if (other.begin < one.end) return noise(std::move(text));
        const std::string first(one.of(text)), second(other.of(text));
        text = put(std::move(text), other, first);  // the later one first: the earlier stays where it is
        return put(std::move(text), one, second);
    }

    std::string delete_element(std::string text) {
        const auto at = some_element().whole;
        return put(told(text, "deleted", at), at, "");
    }
    std::string double_element(std::string text) {
        const auto at = some_element().whole;
        return told(text, "doubled", at).insert(at.end, std::string(at.of(text)));
    }
    std::string swap_elements(std::string text) {
        const auto one = some_element().whole, other = some_element().whole;
        return exchange(told(text, "swapped", one), one, other);
    }
    std::string swap_alike(std::string text) {
        const auto& one = some_element();
        std::vector<Piece> alike;
        for (const auto& e : m_elements)
            if (e.name.of(text) == one.name.of(text)) alike.push_back(e.whole);
        return exchange(told(text, "swapped with another of its kind", one.whole), one.whole, any(alike));
    }
    std::string paste_element(std::string text) {
        const auto at = some_element().whole;
        const std::string copy(at.of(text));
        return told(text, "pasted elsewhere", at).insert(some_element().whole.begin, copy);
    }
    std::string drop_attribute(std::string text) {
        const auto at = any(m_attributes).whole;
        return put(told(text, "dropped", at), at, "");
    }
    std::string alter_value(std::string text) {
        static constexpr std::array<std::string_view, 14> values{
            "",       "no",  "yes",        "emergency", "none", "any-of",    "yes-no",
            "letter", "60s", "2027-02-30", "x",         "-3",   "Two words", "staff-release"};
        const auto at = any(m_attributes);
        const auto value = below(2) == 0 ? std::string(any(values)) : std::string(any(m_attributes).value.of(text));
        return put(told(text, "altered", at.whole), at.value, value);
    }
    /// Mostly ids and references: two of the same name.
    std::string swap_values(std::string text) {
        const auto one = any(m_attributes);
        std::vector<Piece> alike;
        for (const auto& a : m_attributes)
            if (a.name.of(text) == one.name.of(text)) alike.push_back(a.value);
        return exchange(told(text, "exchanged", one.whole), one.value, any(alike));
    }
    std::vector<Attribute> named(const std::string& text, std::initializer_list<std::string_view> names) const {
        std::vector<Attribute> found;
        for (const auto& a : m_attributes)
            for (const auto name : names)
                if (a.name.of(text) == name) found.push_back(a);
        return found;
    }
    std::string another_level(std::string text) {
        static constexpr std::array<std::string_view, 4> levels{"emergency", "today", "mention", "none"};
        const auto all = named(text, {"urgency", "at-least"});
        if (all.empty()) return alter_value(std::move(text));
        const auto at = any(all);
        return put(told(text, "another urgency", at.whole), at.value, any(levels));
    }
    std::vector<Attribute> references(const std::string& text) const {
        return named(text, {"all", "any", "withhold", "ask-first", "only-if", "if", "signs", "sources", "see", "group",
                            "evidence"});
    }
    std::string lose_reference(std::string text) {
        const auto all = references(text);
        if (all.empty()) return drop_attribute(std::move(text));
        const auto at = any(all);
        const auto value = at.value.of(text);
        const auto space = value.find(' ');
        const auto rest = space == std::string_view::npos ? "" : std::string(value.substr(space + 1));
        return put(told(text, "lost a reference", at.whole), at.value, rest);
    }
    std::string add_reference(std::string text) {
        const auto all = references(text), ids = named(text, {"id"});
        if (all.empty() || ids.empty()) return swap_values(std::move(text));
        const auto at = any(all);
        const auto id = any(ids).value.of(text);
        return put(told(text, "one more reference", at.whole), at.value,
                   std::string(at.value.of(text)) + ' ' + std::string(id));
    }
    std::string change_letters(std::string text) {
        const auto at = below(text.size());
        told(text, "letters changed", {at, at + 20});
        for (std::size_t i = at, n = below(8); i < text.size() && n > 0; ++i, --n)
            if (text[i] >= 'a' && text[i] <= 'z') text[i] = static_cast<char>('a' + below(26));
        return text;
    }
    std::string cut_off(std::string text) {
        m_what = "cut off";
        text.resize(below(text.size()));
        return text;
    }
    std::string noise(std::string text) {
        static const std::array<std::string, 20> bits{
            "<",         ">",  "\"",   "&",          "&amp;", "&#0;", "&#x110000;",
            "</",        "/>", "<!--", "-->",        "]]>",   "\xC3", std::string(1, '\0'),
            "<![CDATA[", "",   "\n",   "9999999999", "{",     "}"};
        m_what = "noise";
        for (std::size_t hit = 0, hits = 1 + below(3); hit < hits; ++hit)
            text.replace(below(text.size() + 1), below(6), any(bits));
        return text;
    }

    std::uint64_t m_state;
    std::vector<Element> m_elements;
    std::vector<Attribute> m_attributes;
    std::string m_what;
};

}  // namespace kiosk::content
