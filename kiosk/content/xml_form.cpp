// SPDX-License-Identifier: Apache-2.0
#include "content/xml_form.hpp"

#include "content/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <vector>

namespace kiosk::content {

namespace {

constexpr std::string_view spaces = " \t\r\n";

/// Of a character that a text may hold: the reader would end the text at &#0;
bool is_number_reference(std::string_view name) {
    if (!name.starts_with('#')) return false;
    const bool hex = name.starts_with("#x");
    const std::string_view digits = name.substr(hex ? 2 : 1);
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    const bool is_character = code != 0 && code <= 0x10FFFF && (code < 0xD800 || code >= 0xE000);
    return error == std::errc() && end == digits.data() + digits.size() && is_character;
}

bool is_reference(std::string_view name) {
    static constexpr std::array<std::string_view, 5> known = {"amp", "lt", "gt", "quot", "apos"};
    return std::find(known.begin(), known.end(), name) != known.end() || is_number_reference(name);
}

class Look {
public:
    Look(std::string_view text, Report& report) : m_text(text), m_report(report) {}

    bool whole() {
        while (!m_stop && m_at < m_text.size()) step();
        if (!m_stop) end();
        return m_sound;
    }

private:
    struct Open {
        std::string_view name;
        int line;
    };

    void step() {
        const auto rest = m_text.substr(m_at);
        if (rest.starts_with("<!--")) return comment();
        if (m_open.empty() && !rest.starts_with('<') && spaces.find(rest.front()) == std::string_view::npos)
            return fail("words stand outside every element", "a file holds one element and nothing beside it");
        if (rest.starts_with("<![CDATA[")) return skip_past("<![CDATA[", "]]>", "a <![CDATA[ section");
        if (rest.starts_with("<?")) return skip_past("<?", "?>", "a declaration <?");
        if (rest.starts_with("<!"))
            return fail("document types and entities are not read here", "leave out <!DOCTYPE ...> and <!ENTITY ...>");
        if (rest.starts_with("</")) return close();
        if (rest.starts_with('<')) return open();
        if (rest.starts_with('&')) reference(m_at);
        ++m_at;
    }

    int line() { return line_at(m_at); }

    /// Counted on from the last place asked for, as asking from the start each time would be quadratic.
    int line_at(std::size_t at) {
        if (at < m_counted) return line_of(m_text, at);
        m_line += line_of(m_text.substr(m_counted, at - m_counted), at) - 1;
        m_counted = at;
        return m_line;
    }

    void error(std::size_t at, std::string what, std::string instead) {
        m_sound = false;
        m_report.error(line_at(at), std::move(what), std::move(instead));
    }

    void fail(std::string what, std::string instead) {
        error(m_at, std::move(what), std::move(instead));
        m_stop = true;
    }

    void skip_past(std::string_view opening, std::string_view mark, const char* what) {
        const auto end = m_text.find(mark, m_at + opening.size());
        if (end == std::string_view::npos)
            return fail(std::string(what) + " that begins here does not end", "close it with " + std::string(mark));
        m_at = end + mark.size();
    }

    /// A comment that lost its end goes on to the end of the next one, and all between them is gone without a word.
    void comment() {
        const auto begin = m_at + 4;
        skip_past("<!--", "-->", "a comment <!--");
        if (m_stop) return;
        const auto hyphens = m_text.find("--", begin);
        if (hyphens >= m_at - 3) return;
        const bool inside = hyphens >= 2 && m_text.substr(hyphens - 2).starts_with("<!--");
        error(hyphens, inside ? "a comment begins inside a comment" : "\"--\" inside a comment",
              inside ? "close the one before it with -->" : "write a single hyphen");
    }

    void reference(std::size_t at) {
        const auto end = m_text.substr(at, 32).find_first_of("; \t\r\n<\"'", 1);
        const auto length = end == std::string_view::npos ? 1 : end;
        const auto name = m_text.substr(at + 1, length - 1);
        const bool closed = at + length < m_text.size() && m_text[at + length] == ';';
        if (closed && is_reference(name)) return;
        error(at, "\"&" + std::string(name) + (closed ? ";" : "") + "\" stands for nothing here",
              "write the character itself, and &amp; for a single &");
    }

    void close() {
        const auto end = m_text.find('>', m_at);
        if (end == std::string_view::npos) return fail("the file is cut off inside a closing tag", "finish the file");
        const auto inside = m_text.substr(m_at + 2, end - m_at - 2);
        const std::string name(inside.substr(0, std::min(inside.find_last_not_of(spaces) + 1, inside.size())));
        if (m_open.empty())
            return fail("</" + name + "> closes nothing", "delete it, or write <" + name + "> before it");
        const auto& [opened, since] = m_open.back();
        if (name != opened)
            return fail("</" + name + "> stands where <" + std::string(opened) + "> of line " + std::to_string(since) +
                            " is still open",
                        "write </" + std::string(opened) + "> first");
        m_open.pop_back();
        m_at = end + 1;
    }

    void open() {
        const auto name_end = m_text.find_first_of(" \t\r\n/><&\"'=", m_at + 1);
        const auto name = m_text.substr(m_at + 1, std::min(name_end, m_text.size()) - m_at - 1);
        if (name.empty()) return fail("a single \"<\" is not text", "write &lt;");
        const auto end = tag_end(m_at + 1 + name.size());
        if (end == std::string_view::npos)
            return fail("the tag <" + std::string(name) + " does not end", "close it with >, and each value with \"");
        const bool closed_at_once = m_text[end - 1] == '/';
        if (!closed_at_once) m_open.push_back({name, line()});
        if (m_open.size() > deepest_nesting)
            return fail("elements nested more than " + std::to_string(deepest_nesting) + " deep",
                        "close the outer ones");
        if (++m_elements > most_elements)
            return fail("more than " + std::to_string(most_elements) + " elements", "split the file");
        m_at = end + 1;
    }

    /// Where the tag's > stands; npos where another tag or the end of the file comes first.
    std::size_t tag_end(std::size_t at) {
        char quote = 0;
        for (; at < m_text.size(); ++at) {
            const char c = m_text[at];
            if (c == '<') break;
            if (c == '&') reference(at);
            if (quote != 0) {
                if (c == quote) quote = 0;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return at;
            }
        }
        return std::string_view::npos;
    }

    void end() {
        if (m_open.empty()) return;
        const auto& [name, since] = m_open.back();
        fail("the file ends inside <" + std::string(name) + "> of line " + std::to_string(since),
             "it was cut off, or </" + std::string(name) + "> is missing");
    }

    std::string_view m_text;
    Report& m_report;
    std::size_t m_at = 0, m_elements = 0, m_counted = 0;
    int m_line = 1;
    bool m_sound = true, m_stop = false;
    std::vector<Open> m_open;
};

}  // namespace

bool sound_form(std::string_view text, Report& report) {
    return Look(text, report).whole();
}

}  // namespace kiosk::content
